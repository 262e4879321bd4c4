export * from './color-names.ts';
export * from './color-table.ts';
export * from './lab.ts';
