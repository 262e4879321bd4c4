import { type Node, parse } from 'acorn';

/** A node of the syntax tree, its fields open to look-up. */
export type Tree = Node & Record<string, unknown>;

/** A program of constants and one answer, as the rule planner writes it. */
export interface ProgramBody {
  readonly text: string;
  readonly constants: readonly { readonly name: string; readonly value: Tree }[];
  readonly answer: Tree;
}

/** The parts of `function select(twin, state) { const ...; return ...; }`; null for a program of another form. */
export function readBody(program: string): ProgramBody | null {
  const statements = statementsOf(program);
  const last = statements?.at(-1);
  if (statements === null || last?.type !== 'ReturnStatement' || last.argument === null) return null;
  const constants = statements.slice(0, -1).map(constantOf);
  if (constants.includes(null)) return null;
  return { text: program, constants: constants.flatMap((one) => one ?? []), answer: last.argument as Tree };
}

function statementsOf(program: string): readonly Tree[] | null {
  try {
    const script = parse(program, { ecmaVersion: 2022, sourceType: 'script' }) as unknown as Tree;
    const [select, ...more] = script.body as Tree[];
    if (select?.type !== 'FunctionDeclaration' || more.length > 0) return null;
    return (select.body as Tree).body as Tree[];
  } catch {
    return null;
  }
}

function constantOf(statement: Tree): ProgramBody['constants'][number] | null {
  if (statement.type !== 'VariableDeclaration') return null;
  const [declared, ...more] = statement.declarations as Tree[];
  const name = declared?.id as Tree | undefined;
  if (name?.type !== 'Identifier' || more.length > 0 || !isTree(declared?.init)) return null;
  return { name: name.name as string, value: declared.init };
}

/** Text of a constant's or the answer's expression. */
export const sourceOf = ({ text }: ProgramBody, { start, end }: Tree): string => text.slice(start, end);

/** `collection.method(...)`: the collection, the method's name, the arguments; null for anything else. */
export function methodCall(node: Tree): { readonly on: Tree; readonly name: string; readonly args: Tree[] } | null {
  const callee = node.callee as Tree | undefined;
  if (node.type !== 'CallExpression' || callee?.type !== 'MemberExpression' || callee.computed === true) return null;
  return { on: callee.object as Tree, name: (callee.property as Tree).name as string, args: node.arguments as Tree[] };
}

/** `word(...)`: its name and arguments; null for anything else. */
export function wordCall(node: Tree): { readonly name: string; readonly args: Tree[] } | null {
  const callee = node.callee as Tree | undefined;
  if (node.type !== 'CallExpression' || callee?.type !== 'Identifier') return null;
  return { name: callee.name as string, args: node.arguments as Tree[] };
}

/** Calls `visit` for each node, parents first. */
export function walk(root: Tree, visit: (node: Tree, parent: Tree | undefined) => void, parent?: Tree): void {
  visit(root, parent);
  for (const value of Object.values(root))
    for (const child of Array.isArray(value) ? value : [value]) if (isTree(child)) walk(child, visit, root);
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && typeof (value as Tree).type === 'string';
}
