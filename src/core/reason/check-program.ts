import { type Checked, type Issue, issue } from '../base/issues.ts';
import type { ProgramCode } from './program-codes.ts';
import { ProgramError } from './program-error.ts';
import { rightWord } from './right-words.ts';
import { parseScript, placeOf, type Tree, walk } from './syntax-tree.ts';
import { isApi, isFunction, Kinds, methodsOf, propertyName, twinProperties, type ValueKind } from './value-kinds.ts';
import { vocabularyWords } from './vocabulary-words.ts';

/** Longest program, characters. */
export const maxProgramChars = 32_768;

/** A program that passed its check. */
export interface CheckedProgram {
  readonly text: string;
  /** The text as the sandbox runs it: the variables' names are handed over for explanations; lines stay where they are. */
  readonly source: string;
}

/** What is wrong at a place of a program's text; lines and columns from 1. */
interface ProgramFault {
  readonly code: ProgramCode;
  readonly message: string;
  readonly hint: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Checks a program without running it: syntax, `select`, forbidden constructs, operators on values of the API,
 * unknown words. The issues' codes are program codes, their paths `[line, column]`.
 */
export function checkProgram(text: string): Checked<CheckedProgram> {
  const { faults, source } = inspect(text);
  if (faults.length > 0) return { ok: false, issues: faults.map(toIssue) };
  return { ok: true, value: { text, source }, issues: [] };
}

/** As `checkProgram`. @throws ProgramError for the first fault */
export function readProgram(text: string): CheckedProgram {
  const { faults, source } = inspect(text);
  const [first] = faults;
  if (first === undefined) return { text, source };
  throw new ProgramError(first.code, first.message, { hint: first.hint, line: first.line, column: first.column });
}

function toIssue({ code, message, hint, line, column }: ProgramFault): Issue {
  return issue(code, [line, column], hint === '' ? message : `${message}; ${hint}`);
}

function inspect(text: string): { faults: ProgramFault[]; source: string } {
  if (typeof text !== 'string' || text.length > maxProgramChars) {
    const message = `the program is longer than ${maxProgramChars} characters`;
    return { faults: [{ code: 'syntax', message, hint: 'say it shorter', line: 0, column: 0 }], source: '' };
  }
  try {
    return inspectTree(parseScript(text), text);
  } catch (error) {
    return { faults: [syntaxFault(error)], source: '' };
  }
}

function syntaxFault(error: unknown): ProgramFault {
  if (error instanceof RangeError)
    return { code: 'syntax', message: 'the program is nested too deeply', hint: '', line: 0, column: 0 };
  if (!(error instanceof SyntaxError)) throw error;
  const loc = (error as SyntaxError & { loc?: { line: number; column: number } }).loc;
  const message = error.message.replace(/ \(\d+:\d+\)$/, '');
  return { code: 'syntax', message, hint: '', line: loc?.line ?? 0, column: (loc?.column ?? -1) + 1 };
}

function inspectTree(tree: Tree, text: string): { faults: ProgramFault[]; source: string } {
  const kinds = new Kinds(tree);
  const faults: ProgramFault[] = [];
  const report = (node: Tree, code: ProgramCode, message: string, hint = ''): void => {
    faults.push({ code, message, hint, ...placeOf(node) });
  };
  if (!definesSelect(tree)) report(tree, 'no-select', 'there is no function select(twin, state)', selectHint);
  walk(tree, (node, parent) => {
    checkConstruct(node, report);
    checkOperator(node, kinds, report);
    checkMember(node, kinds, report);
    checkName(node, parent, kinds, report);
  });
  return { faults, source: handOver(tree, text, kinds) };
}

type Report = (node: Tree, code: ProgramCode, message: string, hint?: string) => void;

const selectHint = 'function select(twin, state) { return twin.objects.where(...); }';

function definesSelect(tree: Tree): boolean {
  return (tree.body as Tree[]).some((statement) => {
    if (statement.type === 'FunctionDeclaration') return (statement.id as Tree).name === 'select';
    if (statement.type !== 'VariableDeclaration') return false;
    return (statement.declarations as Tree[]).some(({ id }) => (id as Tree).name === 'select');
  });
}

const forbidden: Readonly<Record<string, string>> = {
  ImportExpression: 'import',
  AwaitExpression: 'await',
  YieldExpression: 'yield',
  WithStatement: 'with',
  DebuggerStatement: 'debugger',
  MetaProperty: 'new.target',
  TaggedTemplateExpression: 'a tagged template',
};

function checkConstruct(node: Tree, report: Report): void {
  const what = forbidden[node.type];
  if (what !== undefined) report(node, 'syntax', `${what} is not allowed in programs`);
  if (isFunction(node) && (node.async === true || node.generator === true))
    report(node, 'syntax', `${node.async === true ? 'async functions are' : 'generators are'} not allowed in programs`);
}

const operatorHint =
  'an object is always true in JavaScript: use not(...), all(...), any(...), exists(...), .orElse(...)';

function checkOperator(node: Tree, kinds: Kinds, report: Report): void {
  const of = (key: string): ValueKind => kinds.of(node[key] as Tree);
  if (node.type === 'LogicalExpression' && (isApi(of('left')) || isApi(of('right')))) {
    const side = isApi(of('left')) ? 'left' : 'right';
    report(node, 'operator', `${node.operator} on a value of kind ${of(side)}`, operatorHint);
  }
  if (node.type === 'UnaryExpression' && node.operator === '!' && isApi(of('argument')))
    report(node, 'operator', `! on a value of kind ${of('argument')}`, operatorHint);
  if (testing.has(node.type) && node.test !== null && isApi(of('test')))
    report(node.test as Tree, 'operator', `a value of kind ${of('test')} as a test`, operatorHint);
  if (node.type === 'BinaryExpression') checkBinary(node, kinds, report);
}

const testing = new Set(['ConditionalExpression', 'IfStatement', 'WhileStatement', 'DoWhileStatement', 'ForStatement']);

function checkBinary(node: Tree, kinds: Kinds, report: Report): void {
  const kind = [node.left, node.right].map((side) => kinds.of(side as Tree)).find(isApi);
  if (kind === undefined) return;
  const hint = kind === 'measure' ? 'compare by words: more(area, 5), less(...), about(...)' : operatorHint;
  report(node, 'not-a-number', `${node.operator} on a value of kind ${kind}`, hint);
}

function checkMember(node: Tree, kinds: Kinds, report: Report): void {
  if (node.type !== 'MemberExpression') return;
  const kind = kinds.of(node.object as Tree);
  const name = propertyName(node);
  const methods = methodsOf[kind];
  if (methods === undefined || name === undefined || Object.hasOwn(methods, name)) return;
  if (kind === 'twin' && Object.hasOwn(twinProperties, name)) return;
  const place = node.property as Tree;
  if (kind === 'objects' && ordered.has(name))
    report(place, 'not-ordered', `${name} wants an order`, 'say .sortBy(x) first');
  else report(place, 'unknown-word', `${kind} has no word "${name}"`, rightWord(name));
}

const ordered = new Set(['nth', 'take', 'middle']);

/** What of JavaScript's own globals programs may use. */
const plainGlobals = new Set(
  'undefined NaN Infinity Math Number String Boolean Array Object JSON Map Set RegExp Error TypeError RangeError parseInt parseFloat isNaN isFinite BigInt Symbol'.split(
    ' ',
  ),
);
const words = new Set(vocabularyWords);

function checkName(node: Tree, parent: Tree | undefined, kinds: Kinds, report: Report): void {
  if (node.type !== 'Identifier' || !isReference(node, parent)) return;
  const name = node.name as string;
  if (kinds.has(name) || words.has(name) || plainGlobals.has(name)) return;
  report(node, 'unknown-word', `there is no word "${name}"`, rightWord(name));
}

/** The identifier stands for a value, not for a property, key or label. */
function isReference(node: Tree, parent: Tree | undefined): boolean {
  if (parent === undefined) return true;
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed === true;
  if (parent.type === 'Property' || parent.type === 'MethodDefinition' || parent.type === 'PropertyDefinition')
    return parent.computed === true || parent.value === node;
  return !/Label|Break|Continue/.test(parent.type);
}

/** The program's text with a note behind each declaration that names a value, and its functions handed over. */
function handOver(tree: Tree, text: string, kinds: Kinds): string {
  const notes: { at: number; note: string }[] = [];
  walk(tree, (node, parent) => {
    if (node.type !== 'VariableDeclaration' || !isBody(parent)) return;
    const names = (node.declarations as Tree[])
      .filter(({ id, init }) => (id as Tree).type === 'Identifier' && init !== null && isApi(kinds.of(init as Tree)))
      .map(({ id }) => (id as Tree).name as string);
    const note = names.map((name) => `;__name(${JSON.stringify(name)}, ${name});`).join('');
    notes.push({ at: node.end, note });
  });
  let source = text;
  for (const { at, note } of notes.sort((a, b) => b.at - a.at)) source = source.slice(0, at) + note + source.slice(at);
  return `${source}\n;__program({ select, init: typeof init === "function" ? init : undefined });`;
}

const isBody = (parent: Tree | undefined): boolean => parent?.type === 'BlockStatement' || parent?.type === 'Program';
