import { methodCall, type ProgramBody, readBody, sourceOf, type Tree, walk, wordCall } from './program-body.ts';

/** A look or a name that a program asks for, such as `color("red")`. */
export interface AskedWord {
  readonly word: 'label' | 'color' | 'shape' | 'texture';
  readonly value: string;
}

/**
 * The program, with a second reading for where it finds nothing: in it one word is wrapped in `maybe`, so that things of
 * which it is not certain count too. `strict.orElse(lenient)`: what is certain always wins.
 *
 * @param of whose word it is: of what is asked for, or of what that is related to
 * @returns null where the word is not asked strictly, where nothing telling would be certain of the things that are left,
 *   or where the answer turns on how many there are
 */
export function orLenient(program: string, asked: AskedWord, of: 'target' | 'reference'): string | null {
  const body = readBody(program);
  if (body === null || countingWords.test(program)) return null;
  const spots = wheresOf(body, of).flatMap((where) => lenientSpots(where, asked));
  return spots.length === 0 ? null : withSecondReading(body, spots);
}

/** Places in an order, counts and groups turn on who else belongs: one thing too many makes another one the answer. */
const countingWords = /\b(nth|take|middle|groups|every|atLeast|exactly|times)\(/;

/** The `where` calls on the way to the answer, or all others. */
function wheresOf(body: ProgramBody, of: 'target' | 'reference'): Tree[] {
  const target = new Set(chain(body.answer, body));
  if (of === 'target') return [...target];
  const all: Tree[] = [];
  for (const root of [...body.constants.map(({ value }) => value), body.answer])
    walk(root, (node) => {
      if (methodCall(node)?.name === 'where') all.push(node);
    });
  return all.filter((where) => !target.has(where));
}

const joining = new Set(['or', 'orElse', 'and']);

function chain(node: Tree, body: ProgramBody): Tree[] {
  if (node.type === 'Identifier') {
    const constant = body.constants.find(({ name }) => name === node.name);
    return constant === undefined ? [] : chain(constant.value, body);
  }
  const call = methodCall(node);
  if (call === null) return [];
  const joined = joining.has(call.name) ? call.args.flatMap((arg) => chain(arg, body)) : [];
  return [...chain(call.on, body), ...(call.name === 'where' ? [node] : []), ...joined];
}

/** Looks, names and firm bonds; "left of" or "not striped" keeps too much to stand for what was meant. */
const telling = new Set(
  'label color shape texture inState on under inside contains holds heldBy partOf hasPart touching did'.split(' '),
);

function isTelling(node: Tree): boolean {
  const call = wordCall(node);
  if (call === null) return false;
  if (call.name === 'any') return call.args.every(isTelling);
  return call.name === 'all' ? call.args.some(isTelling) : telling.has(call.name);
}

/** Where the word is asked for sure in this `where`; none when nothing telling would be left for certain. */
function lenientSpots(where: Tree, asked: AskedWord): Tree[] {
  const { args } = methodCall(where)!;
  const found = args.map((arg) => strictSpots(arg, asked));
  const certain = args.filter((arg, i) => found[i]!.length === 0 && isTelling(arg));
  return certain.length === 0 ? [] : found.flat();
}

function strictSpots(node: Tree, asked: AskedWord): Tree[] {
  const call = wordCall(node);
  if (call === null) return [];
  if (call.name === 'all' || call.name === 'any') return call.args.flatMap((arg) => strictSpots(arg, asked));
  return call.name === asked.word && call.args[0]?.value === asked.value ? [node] : [];
}

function withSecondReading(body: ProgramBody, spots: readonly Tree[]): string {
  const names = new Set<string>();
  for (const root of [...body.constants.map(({ value }) => value), body.answer])
    walk(root, (node) => node.type === 'Identifier' && names.add(node.name as string));
  const renamed = new Map<string, string>();
  const again = body.constants.flatMap(({ name, value }) => {
    const text = rewritten(body, value, spots, renamed);
    if (text === sourceOf(body, value)) return [];
    renamed.set(name, freshName(name, names));
    return [`const ${renamed.get(name)} = ${text};`];
  });
  const strict = freshName('strict', names);
  return [
    'function select(twin, state) {',
    ...body.constants.map(({ name, value }) => `  const ${name} = ${sourceOf(body, value)};`),
    `  const ${strict} = ${sourceOf(body, body.answer)};`,
    ...again.map((line) => `  ${line}`),
    `  return ${strict}.orElse(${rewritten(body, body.answer, spots, renamed)});`,
    '}',
  ].join('\n');
}

function rewritten(
  body: ProgramBody,
  root: Tree,
  spots: readonly Tree[],
  renamed: ReadonlyMap<string, string>,
): string {
  const edits: { start: number; end: number; text: string }[] = [];
  walk(root, (node, parent) => {
    const name =
      node.type === 'Identifier' && !isFieldName(node, parent) ? renamed.get(node.name as string) : undefined;
    if (name !== undefined) edits.push({ start: node.start, end: node.end, text: name });
    if (spots.includes(node)) edits.push({ start: node.start, end: node.end, text: `maybe(${sourceOf(body, node)})` });
  });
  let text = sourceOf(body, root);
  for (const { start, end, text: put } of edits.sort((a, b) => b.start - a.start))
    text = text.slice(0, start - root.start) + put + text.slice(end - root.start);
  return text;
}

const isFieldName = (node: Tree, parent: Tree | undefined): boolean =>
  (parent?.type === 'MemberExpression' && parent.property === node) ||
  (parent?.type === 'Property' && parent.key === node);

function freshName(base: string, taken: Set<string>): string {
  let name = taken.has(base) ? `${base}2` : base;
  for (let i = 3; taken.has(name); i++) name = `${base}${i}`;
  taken.add(name);
  return name;
}
