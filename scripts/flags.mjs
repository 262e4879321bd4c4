// Flags of the scripts here: --help prints the comment that the script begins with, a wrong flag says so in one line.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** `util.parseArgs` with --help. @param script `import.meta.url` of the script */
export function readFlags(script, config) {
  const options = { ...config.options, help: { type: 'boolean', short: 'h', default: false } };
  try {
    const parsed = parseArgs({ ...config, options });
    if (!parsed.values.help) return parsed;
    console.log(helpOf(script));
    process.exit(0);
  } catch (error) {
    console.error(`${error.message}\n\n${helpOf(script)}`);
    process.exit(2);
  }
}

function helpOf(script) {
  const lines = readFileSync(fileURLToPath(script), 'utf8').split('\n');
  const end = lines.findIndex((line) => !line.startsWith('//'));
  return lines
    .slice(0, end)
    .map((line) => line.slice(3))
    .join('\n');
}
