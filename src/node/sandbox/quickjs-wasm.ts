import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { MissingError } from '../../core/base/errors.ts';

let compiled: Promise<WebAssembly.Module> | undefined;

/** QuickJS, compiled once a process. @throws MissingError when its package is not installed */
export function quickJsModule(): Promise<WebAssembly.Module> {
  compiled ??= compile().catch((cause) => {
    compiled = undefined;
    throw new MissingError('the QuickJS sandbox cannot be loaded', { cause, remedy: 'run npm install' });
  });
  return compiled;
}

async function compile(): Promise<WebAssembly.Module> {
  const file = createRequire(import.meta.url).resolve('@jitl/quickjs-wasmfile-release-sync/wasm');
  return WebAssembly.compile(await readFile(file));
}
