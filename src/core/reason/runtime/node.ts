import type { Engine, Interned } from './engine.ts';

/** A word of the program with its arguments: a condition, measure, moment, collection ... One object per text. */
export abstract class Node implements Interned {
  readonly engine: Engine;
  /** Short number of its key; keys of larger words are built from it. */
  readonly n: number;
  metAt = 0;
  fixed = false;
  /** The variable that the program calls it by. */
  name: string | undefined;
  private shown = '';
  private shownAt = -1;

  constructor(engine: Engine, key: string) {
    this.engine = engine;
    this.n = engine.numberOf(key);
  }

  /** Its words, arguments by their variable names. */
  abstract describe(): string;

  /** The words it is made of. */
  abstract inner(): readonly Node[];

  /** How it is called in explanations; written once until a variable gets another name. */
  show(): string {
    if (this.name !== undefined) return this.name;
    if (this.shownAt !== this.engine.names) {
      this.shown = this.describe();
      this.shownAt = this.engine.names;
    }
    return this.shown;
  }
}

/** The word and all words that it is made of, innermost first, each once. */
export function wordsIn(root: Node): Node[] {
  const found = new Set<Node>();
  const visit = (node: Node): void => {
    if (found.has(node)) return;
    for (const child of node.inner()) visit(child);
    found.add(node);
  };
  visit(root);
  return [...found];
}
