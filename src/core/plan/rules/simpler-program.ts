import { methodCall, type ProgramBody, readBody, sourceOf, type Tree, wordCall } from './program-body.ts';

/** A program with less in it, and the conditions that were left out, as text. */
export interface SimplerProgram {
  readonly program: string;
  readonly leftOut: readonly string[];
}

/**
 * What is left of a program that failed when only looks, names, places and plain orders are kept: no relations, no
 * time, no code of its own. Null when nothing could be left out, or no look would be left: who holds the ball is not
 * everybody.
 */
export function simplerProgram(program: string): SimplerProgram | null {
  const body = readBody(program);
  const simple = body === null ? null : simplified(body.answer, body);
  if (simple === null || simple.leftOut.length === 0 || !/\b(color|shape|texture)\(/.test(simple.text)) return null;
  return { program: `function select(twin, state) {\n  return ${simple.text};\n}`, leftOut: simple.leftOut };
}

interface Simple {
  readonly text: string;
  readonly ordered: boolean;
  readonly leftOut: readonly string[];
}

function simplified(node: Tree, body: ProgramBody): Simple | null {
  if (node.type === 'Identifier') {
    const constant = body.constants.find(({ name }) => name === node.name);
    return constant === undefined ? null : simplified(constant.value, body);
  }
  if (node.type === 'MemberExpression') return { text: sourceOf(body, node), ordered: false, leftOut: [] };
  const call = methodCall(node);
  const on = call === null ? null : simplified(call.on, body);
  return call === null || on === null ? null : step(call.name, call.args, on, body);
}

function step(name: string, args: readonly Tree[], on: Simple, body: ProgramBody): Simple {
  const texts = args.map((arg) => sourceOf(body, arg));
  if (name === 'where') {
    const kept = texts.filter((_, i) => isPlain(args[i]!));
    const leftOut = [...on.leftOut, ...texts.filter((_, i) => !isPlain(args[i]!))];
    return { text: kept.length === 0 ? on.text : `${on.text}.where(${kept.join(', ')})`, ordered: false, leftOut };
  }
  const fits = places.has(name) ? on.ordered : name === 'the' || (orders.has(name) && args.every(isPlain));
  if (!fits) return { ...on, leftOut: [...on.leftOut, `${name}(${texts.join(', ')})`] };
  const ordered = name === 'sortBy' || name === 'take';
  return { text: `${on.text}.${name}(${texts.join(', ')})`, ordered, leftOut: on.leftOut };
}

const orders = new Set(['min', 'max', 'sortBy']);
const places = new Set(['nth', 'take', 'middle']);
const plainCalls = new Set(['label', 'color', 'shape', 'texture', 'inZone', 'maybe', 'any', 'all', 'not']);
const plainWords = new Set(
  'visible hidden present moving x y area width height length depth speed brightness'.split(' '),
);

function isPlain(node: Tree): boolean {
  if (node.type === 'Literal') return true;
  if (node.type === 'Identifier') return plainWords.has(node.name as string);
  const call = wordCall(node);
  return call !== null && plainCalls.has(call.name) && call.args.every(isPlain);
}
