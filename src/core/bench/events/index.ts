export * from './event-match.ts';
export * from './event-table.ts';
export * from './play-events.ts';
export * from './track-votes.ts';
