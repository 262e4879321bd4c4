/** What can be wrong with a program; docs/program-api.md, "Errors". */
export const programCodes = [
  'syntax',
  'no-select',
  'operator',
  'not-a-condition',
  'not-a-measure',
  'not-objects',
  'not-a-number',
  'bad-argument',
  'unknown-word',
  'not-ordered',
  'moment-needed',
  'bad-result',
  'program-failed',
  'time-limit',
  'memory-limit',
] as const;
export type ProgramCode = (typeof programCodes)[number];
