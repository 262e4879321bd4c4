import { z } from 'zod';
import { type Checked, type Issue, issue } from '../base/issues.ts';
import { attributes, basicColors, shapeWords, textureWords } from '../specialists/contract.ts';
import type { Plan } from './contract.ts';

/** Sizes that a plan may not exceed, whoever wrote it. */
export const planLimits = {
  query: 2000,
  phrase: 200,
  word: 80,
  reason: 500,
  paraphrase: 2000,
  program: 20_000,
  concepts: 32,
  specialists: 16,
  nodes: 64,
  unchecked: 64,
  assumptions: 64,
} as const;

const id = z.string().regex(/^[a-zA-Z0-9][\w.-]{0,63}$/, 'expected an id of letters, digits, dots and dashes');
const attributeSchema = z.enum(attributes);
const cadence = z.enum(['every-frame', 'key-frames', 'on-change', 'on-demand']);
const text = (max: number) => z.string().min(1).max(max);

const order = z.strictObject({
  by: z.enum(['x', 'y', 'area', 'height', 'width', 'length', 'depth', 'speed', 'brightness']),
  direction: z.enum(['up', 'down']),
  rank: z.union([z.int().min(1).max(1000), z.literal('middle')]),
});

const conceptSchema = z.strictObject({
  id,
  phrase: text(planLimits.phrase),
  role: z.enum(['target', 'reference']),
  noun: text(planLimits.phrase).optional(),
  synonyms: z.array(text(planLimits.word)).max(16),
  sort: z.enum([
    'person',
    'animal',
    'vehicle',
    'container',
    'clothing',
    'plant',
    'food',
    'surface',
    'stuff',
    'part',
    'thing',
  ]),
  count: z.union([z.literal('one'), z.literal('many'), z.int().min(0).max(1000)]),
  colors: z.array(z.enum(basicColors)).max(11),
  notColors: z.array(z.enum(basicColors)).max(11),
  colorOfPart: z.boolean(),
  shapes: z.array(z.enum(shapeWords)).max(8),
  textures: z.array(z.enum(textureWords)).max(8),
  zone: z.enum(['left', 'right', 'top', 'bottom', 'middle']).optional(),
  order: order.optional(),
  group: z.boolean(),
  motion: z.enum(['moving', 'still']).optional(),
});

const node = { id, needs: z.array(id).max(planLimits.nodes), cadence };
const nodeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...node,
    kind: z.literal('perception'),
    specialist: id,
    gives: z.array(attributeSchema).min(1).max(8),
  }),
  z.strictObject({ ...node, kind: z.literal('state'), op: z.enum(['track', 'relate']) }),
  z.strictObject({ ...node, kind: z.literal('reasoning'), op: z.enum(['program', 'semantic', 'steps']) }),
]);

const seconds = z.number().min(0.04).max(86_400);
const assumptionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('concept-seen'), concept: id, within: z.int().min(1).max(1_000_000) }),
  z.strictObject({ kind: z.literal('answer-not-empty'), seconds }),
  z.strictObject({ kind: z.literal('answer-not-everything'), seconds, share: z.number().min(0.05).max(1) }),
  z.strictObject({ kind: z.literal('program-runs') }),
]);

/** The form of a plan; what the parts mean to each other is checked by `checkPlan`. */
export const planSchema = z.strictObject({
  version: z.literal(1),
  query: text(planLimits.query),
  kinds: z
    .array(z.enum(['semantic', 'spatial', 'temporal']))
    .min(1)
    .max(3),
  granularity: z.enum(['group', 'object', 'part']),
  concepts: z.array(conceptSchema).min(1).max(planLimits.concepts),
  specialists: z
    .array(z.strictObject({ id, attributes: z.array(attributeSchema).min(1).max(8), reason: text(planLimits.reason) }))
    .max(planLimits.specialists),
  graph: z.strictObject({ nodes: z.array(nodeSchema).min(1).max(planLimits.nodes), answer: id }),
  paraphrase: z.string().max(planLimits.paraphrase),
  program: text(planLimits.program).optional(),
  unchecked: z
    .array(
      z.strictObject({
        word: text(planLimits.word),
        why: z.enum(['cannot-check', 'not-understood', 'revised']),
        remedy: text(planLimits.reason),
      }),
    )
    .max(planLimits.unchecked),
  assumptions: z.array(assumptionSchema).max(planLimits.assumptions).optional(),
  planner: text(planLimits.phrase),
});

const maxIssues = 50;

/** Reads a plan that somebody else wrote: the value, or what is wrong with its form. Never throws. */
export function parsePlan(input: unknown): Checked<Plan> {
  try {
    const parsed = planSchema.safeParse(input);
    if (parsed.success) return { ok: true, value: parsed.data as Plan, issues: [] };
    return { ok: false, issues: parsed.error.issues.slice(0, maxIssues).map(toIssue) };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : 'a value that cannot be read';
    return { ok: false, issues: [issue('bad-form', [], `the plan cannot be read: ${reason}`)] };
  }
}

function toIssue({ path, message }: z.core.$ZodIssue): Issue {
  const place = path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  return issue('bad-form', place, message);
}
