import { type Node, parse } from 'acorn';

/** A node of the syntax tree, with its fields open to look-up. */
export type Tree = Node & Record<string, unknown>;

/** The syntax tree of a script. @throws SyntaxError of acorn with `loc`; RangeError when it is nested too deeply */
export function parseScript(text: string): Tree {
  return parse(text, { ecmaVersion: 2022, sourceType: 'script', locations: true }) as unknown as Tree;
}

/** Calls `visit` for each node, parents first. */
export function walk(root: Tree, visit: (node: Tree, parent: Tree | undefined) => void, parent?: Tree): void {
  visit(root, parent);
  for (const child of childrenOf(root)) walk(child, visit, root);
}

export function childrenOf(node: Tree): Tree[] {
  return Object.values(node).flatMap((value) =>
    Array.isArray(value) ? value.filter(isTree) : isTree(value) ? [value] : [],
  );
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && typeof (value as Tree).type === 'string';
}

/** Line and column, both from 1. */
export const placeOf = (node: Tree): { line: number; column: number } => ({
  line: node.loc?.start.line ?? 0,
  column: (node.loc?.start.column ?? -1) + 1,
});
