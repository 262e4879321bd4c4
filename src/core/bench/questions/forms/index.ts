import type { Form } from './form.ts';
import { semanticForms } from './semantic.ts';
import { spatialForms } from './spatial.ts';
import { temporalForms } from './temporal.ts';

export type { Form } from './form.ts';

/** Every form of question; a new one is one object in the file of its kind. */
export const forms: readonly Form[] = [...semanticForms, ...spatialForms, ...temporalForms];
