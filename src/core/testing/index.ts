export * from './drawn-mask.ts';
export * from './frames.ts';
export * from './plain-concept.ts';
export * from './recorded-specialist.ts';
export * from './specialist-cards.ts';
export * from './specialist-conformance.ts';
