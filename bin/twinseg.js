#!/usr/bin/env node
import { existsSync } from 'node:fs';

const entry = new URL('../dist/cli/main.js', import.meta.url);
if (!existsSync(entry)) {
  console.error('twinseg: dist/ is not there. In a checkout, run: npm run build');
  process.exit(3);
}
process.stdout.on('error', (error) => process.exit(error.code === 'EPIPE' ? 0 : 1));
const { main } = await import(entry.href);
process.exitCode = await main(process.argv);
