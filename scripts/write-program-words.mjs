// Writes the declarations of the program language where users find them as `twinseg/program-words`; after tsc.
import { writeFileSync } from 'node:fs';
import { programDeclarations } from '../dist/core/reason/program-declarations.js';

writeFileSync(new URL('../dist/program-words.d.ts', import.meta.url), `${programDeclarations}\n`);
