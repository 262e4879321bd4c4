import type { Phrase } from './phrase.ts';

/** The grammar's rules that call each other, handed to each rule so that their files need no ring of imports. */
export interface Grammar {
  nounPhrase(reader: Reader): Phrase | null;
  predicates(reader: Reader, phrase: Phrase): boolean;
}

const maxDepth = 48;
/** Rules tried in one query; far above what a question needs, it bounds the time of hostile ones. */
const maxAttempts = 20_000;

interface Option {
  readonly option: string;
  readonly parts: readonly string[];
}

/** The grammar's own lists of alternatives, split once, by first word. */
const splitLists = new Map<string, ReadonlyMap<string, readonly Option[]>>();

function optionsOf(alternatives: string, first: string): readonly Option[] {
  let list = splitLists.get(alternatives);
  if (list === undefined) {
    list = byFirstWord(alternatives);
    splitLists.set(alternatives, list);
  }
  return list.get(first) ?? [];
}

function byFirstWord(alternatives: string): ReadonlyMap<string, readonly Option[]> {
  const map = new Map<string, Option[]>();
  for (const option of alternatives.split('|')) {
    const parts = option.split(' ');
    const first = parts[0] ?? '';
    map.set(first, [...(map.get(first) ?? []), { option, parts }]);
  }
  return map;
}

/** A place in the list of words, with the rules of the grammar. */
export class Reader {
  position = 0;
  /** What "it" refers to: the last thing that another one was related to. */
  antecedent: Phrase | null = null;
  private depth = 0;
  private attempts = 0;
  readonly words: readonly string[];
  readonly grammar: Grammar;

  constructor(words: readonly string[], grammar: Grammar) {
    this.words = words;
    this.grammar = grammar;
  }

  get done(): boolean {
    return this.position >= this.words.length;
  }

  /** The word `offset` places ahead; '' past the end. */
  peek(offset = 0): string {
    return this.words[this.position + offset] ?? '';
  }

  next(): string {
    return this.words[this.position++] ?? '';
  }

  /** Takes the first of the alternatives that stands here (`in front of|before`) and returns it. */
  take(alternatives: string): string | null {
    for (const { option, parts } of optionsOf(alternatives, this.peek())) {
      if (!parts.every((part, i) => this.peek(i) === part)) continue;
      this.position += parts.length;
      return option;
    }
    return null;
  }

  /** True when one of the alternatives stands here; takes nothing. */
  at(alternatives: string): boolean {
    const here = this.position;
    const found = this.take(alternatives) !== null;
    this.position = here;
    return found;
  }

  /** Tries a rule; a rule that fails (null, false) leaves the place as it was. Deeply nested queries stop here. */
  attempt<T>(rule: () => T | null | false): T | null {
    const here = this.position;
    if (this.depth >= maxDepth || ++this.attempts > maxAttempts) return null;
    this.depth++;
    const result = rule();
    this.depth--;
    if (result !== null && result !== false) return result;
    this.position = here;
    return null;
  }

  nounPhrase(): Phrase | null {
    return this.attempt(() => this.grammar.nounPhrase(this));
  }
}
