import { isTree, type Tree, walk } from './syntax-tree.ts';
import { calledWords, plainWords, type WordKind } from './vocabulary-words.ts';

/** What an expression of a program gives, as far as the text tells; `other` is anything that is not of the API. */
export type ValueKind = Exclude<WordKind, 'any'> | 'ordered' | 'groups' | 'events' | 'occurrence' | 'twin' | 'other';

const collection = {
  where: 'objects',
  the: 'objects',
  and: 'objects',
  or: 'objects',
  except: 'objects',
  orElse: 'objects',
  max: 'objects',
  min: 'objects',
  sortBy: 'ordered',
  groups: 'groups',
  parts: 'objects',
  whole: 'objects',
} as const;
const roles = { who: 'objects', other: 'objects', by: 'objects' } as const;

/** What the methods of each kind give; kinds with an entry have no other members. */
export const methodsOf: Partial<Record<ValueKind, Readonly<Record<string, ValueKind>>>> = {
  objects: collection,
  ordered: { ...collection, nth: 'objects', take: 'ordered', middle: 'objects' },
  groups: { where: 'groups', max: 'objects', min: 'objects', members: 'objects' },
  events: { ...roles, first: 'occurrence', last: 'occurrence', nth: 'occurrence' },
  occurrence: roles,
  twin: { events: 'events' },
  condition: {},
  measure: {},
  moment: {},
  quantified: {},
  edge: {},
};

/** Properties of `twin`. */
export const twinProperties: Readonly<Record<string, ValueKind>> = {
  objects: 'objects',
  parts: 'objects',
  time: 'other',
  frame: 'other',
  size: 'other',
};

export const isApi = (kind: ValueKind): boolean => kind !== 'other' && kind !== 'twin';

/** Kinds of the variables of a program. Names are taken as one scope; one that is several things is `other`. */
export class Kinds {
  private readonly variables = new Map<string, ValueKind>();

  constructor(program: Tree) {
    walk(program, (node) => this.declare(node));
  }

  has(name: string): boolean {
    return this.variables.has(name);
  }

  /** The kind of an expression. */
  of(node: Tree): ValueKind {
    if (node.type === 'Identifier') return this.ofName(node.name as string);
    if (node.type === 'MemberExpression') return this.ofProperty(node);
    if (node.type === 'CallExpression') return this.ofCall(node);
    return 'other';
  }

  private ofName(name: string): ValueKind {
    const local = this.variables.get(name);
    if (local !== undefined) return local;
    return Object.hasOwn(plainWords, name) ? (plainWords[name] as ValueKind) : 'other';
  }

  private ofProperty(node: Tree): ValueKind {
    const name = propertyName(node);
    if (this.of(node.object as Tree) !== 'twin' || name === undefined) return 'other';
    return Object.hasOwn(twinProperties, name) ? twinProperties[name]! : 'other';
  }

  private ofCall(node: Tree): ValueKind {
    const callee = node.callee as Tree;
    if (callee.type === 'Identifier') return this.ofWord(callee.name as string, node.arguments as Tree[]);
    const name = callee.type === 'MemberExpression' ? propertyName(callee) : undefined;
    if (name === undefined) return 'other';
    const methods = methodsOf[this.of(callee.object as Tree)];
    return methods !== undefined && Object.hasOwn(methods, name) ? methods[name]! : 'other';
  }

  private ofWord(name: string, args: readonly Tree[]): ValueKind {
    if (this.variables.has(name) || !Object.hasOwn(calledWords, name)) return 'other';
    const kind = calledWords[name]!;
    if (kind !== 'any') return kind;
    return args[1] === undefined ? 'other' : this.of(args[1]);
  }

  private declare(node: Tree): void {
    if (node.type === 'VariableDeclarator') this.declareVariable(node);
    else if (isFunction(node)) this.declareFunction(node);
    else if (node.type === 'ClassDeclaration') this.add(node.id as Tree, 'other');
    else if (node.type === 'CatchClause' && isTree(node.param)) this.addPattern(node.param);
    else if (node.type === 'AssignmentExpression' && (node.left as Tree).type === 'Identifier')
      this.reassign((node.left as Tree).name as string, node.right as Tree);
  }

  private declareVariable({ id, init }: Tree): void {
    if ((id as Tree).type !== 'Identifier') this.addPattern(id as Tree);
    else this.add(id as Tree, isTree(init) ? this.of(init) : 'other');
  }

  private declareFunction(node: Tree): void {
    if (isTree(node.id)) this.add(node.id, 'other');
    const isSelect = isTree(node.id) && node.id.name === 'select';
    for (const [i, parameter] of (node.params as Tree[]).entries())
      if (isSelect && i === 0 && parameter.type === 'Identifier') this.add(parameter, 'twin');
      else if (parameter.type === 'Identifier' && parameter.name === 'twin') this.add(parameter, 'twin');
      else this.addPattern(parameter);
  }

  private addPattern(pattern: Tree): void {
    walk(pattern, (node) => {
      if (node.type === 'Identifier') this.add(node, 'other');
    });
  }

  private add({ name }: Tree, kind: ValueKind): void {
    const known = this.variables.get(name as string);
    this.variables.set(name as string, known === undefined || known === kind ? kind : 'other');
  }

  private reassign(name: string, value: Tree): void {
    if (this.variables.has(name) && this.variables.get(name) !== this.of(value)) this.variables.set(name, 'other');
  }
}

export const isFunction = ({ type }: Tree): boolean =>
  type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression';

/** The name after the dot; undefined for a computed one. */
export function propertyName(node: Tree): string | undefined {
  const property = node.property as Tree;
  return node.computed === true ? undefined : (property.name as string | undefined);
}
