import { Condition } from './condition.ts';
import { Fault } from './fault.ts';
import { Measure } from './measure.ts';
import type { Node } from './node.ts';
import { Objects } from './objects.ts';
import { Quantified } from './quantifiers.ts';
import { ApiValue, nodeOf } from './values.ts';

/** How a wrong argument is called in messages. */
export function nameOf(value: unknown): string {
  if (value instanceof ApiValue) return kindOf(nodeOf(value) as Node | undefined);
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'undefined'
    ? 'nothing (undefined)'
    : typeof value === 'function'
      ? 'a function'
      : 'an object';
}

function kindOf(node: Node | undefined): string {
  if (node === undefined) return 'an imitation of a value of this API';
  if (node instanceof Objects) return `the objects "${node.show()}"`;
  if (node instanceof Condition) return `the condition "${node.show()}"`;
  if (node instanceof Measure) return `the measure "${node.show()}"`;
  return `"${node.show()}"`;
}

const wrap = (value: unknown): Node | undefined => (value instanceof ApiValue ? nodeOf(value) : undefined);

export function conditionOf(value: unknown, word: string): Condition {
  const node = wrap(value);
  if (node instanceof Condition) return node;
  throw new Fault('not-a-condition', `${word} wants a condition, got ${nameOf(value)}`, conditionHint(value, node));
}

function conditionHint(value: unknown, node: Node | undefined): string {
  if (typeof value === 'function')
    return 'conditions are values: say color("red"), or check("name", o => ...) for own code';
  if (node instanceof Measure) return `compare it: more(${node.show()}, 5), less(...), about(...)`;
  if (node instanceof Objects) return `say among(${node.show()}), or a relation to it`;
  return 'use color("red"), leftOf(x), moving, all(...), any(...), not(...)';
}

export function measureOf(value: unknown, word: string): Measure {
  const node = wrap(value);
  if (node instanceof Measure) return node;
  const hint = 'use area, x, height, distance(x), duration(c), or measure("name", o => ...)';
  throw new Fault('not-a-measure', `${word} wants a measure, got ${nameOf(value)}`, hint);
}

export function objectsOf(value: unknown, word: string): Objects {
  const node = wrap(value);
  if (node instanceof Objects) return node;
  throw new Fault(
    'not-objects',
    `${word} wants objects, got ${nameOf(value)}`,
    'start from twin.objects or twin.parts',
  );
}

/** Objects, or a number of them. */
export function refOf(value: unknown, word: string): Quantified {
  const node = wrap(value);
  if (node instanceof Quantified) return node;
  const objects = objectsOf(value, word);
  const key = `some ${objects.n}`;
  return objects.engine.intern(key, () => new Quantified(objects.engine, key, 'some', 1, objects));
}

export function numberOf(value: unknown, word: string): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new Fault('bad-argument', `${word} wants a number, got ${nameOf(value)}`);
}

/** A whole number in a range. */
export function wholeOf(value: unknown, word: string, from: number): number {
  const number = numberOf(value, word);
  if (Number.isInteger(number) && number >= from) return number;
  throw new Fault('bad-argument', `${word} wants a whole number from ${from} on, got ${number}`);
}

export function textOf(value: unknown, word: string): string {
  if (typeof value === 'string' && value.length > 0 && value.length <= 200) return value;
  throw new Fault('bad-argument', `${word} wants a text, got ${nameOf(value)}`);
}

/** One of the words. */
export function oneOf<T extends string>(value: unknown, word: string, allowed: readonly T[]): T {
  if (typeof value === 'string' && (allowed as readonly string[]).includes(value)) return value as T;
  throw new Fault('bad-argument', `${word} does not know ${nameOf(value)}`, `one of: ${allowed.join(', ')}`);
}

/** The options object, with no keys but these. */
export function optionsOf(value: unknown, word: string, keys: readonly string[]): Record<string, unknown> {
  if (value === undefined) return {};
  if (typeof value !== 'object' || value === null || value instanceof ApiValue || Array.isArray(value))
    throw new Fault('bad-argument', `${word} wants options { ${keys.join(', ')} }, got ${nameOf(value)}`);
  const strange = Object.keys(value).find((key) => !keys.includes(key));
  if (strange === undefined) return value as Record<string, unknown>;
  throw new Fault('bad-argument', `${word} has no option "${strange}"`, `one of: ${keys.join(', ')}`);
}
