// Bundles what runs inside the sandbox, and the worker that hosts it, into generated TypeScript modules (git-ignored).
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const bundles = [
  {
    name: 'runtimeSource',
    about: 'Script that runs inside the sandbox before the program; made from entry.ts.',
    to: 'src/core/reason/runtime/bundle.generated.ts',
    options: {
      entryPoints: ['src/core/reason/runtime/entry.ts'],
      format: 'iife',
      platform: 'neutral',
      target: 'es2022',
    },
  },
  {
    name: 'workerSource',
    about: 'CommonJS script of the worker thread that hosts the sandbox; made from worker.ts.',
    to: 'src/node/sandbox/worker.generated.ts',
    options: {
      entryPoints: ['src/node/sandbox/worker.ts'],
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      // QuickJS's loader asks for its own place; it is given the compiled module and loads nothing from there.
      banner: { js: "const ownUrl = require('node:url').pathToFileURL(process.cwd() + '/worker.cjs').href;" },
      define: { 'import.meta.url': 'ownUrl' },
    },
  },
];

for (const { name, about, to, options } of bundles) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    legalComments: 'none',
    charset: 'ascii',
    logLevel: 'error',
    ...options,
  });
  const text = outputFiles[0].text.trimEnd();
  writeFileSync(join(root, to), `/** ${about} */\nexport const ${name} = ${JSON.stringify(text)};\n`);
}
