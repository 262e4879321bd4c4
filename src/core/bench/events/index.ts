export * from './event-match.ts';
export * from './event-table.ts';
export * from './track-votes.ts';
