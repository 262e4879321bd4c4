export * from './ask-questions.ts';
export { type Cast, castOf, type Member } from './cast.ts';
export * from './contract.ts';
export { forms as questionForms } from './forms/index.ts';
export { goldSpecialists } from './gold-plan.ts';
