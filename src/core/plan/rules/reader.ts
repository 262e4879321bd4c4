import type { WordKnowledge } from '../word-knowledge.ts';
import { coreWords } from './core-words.ts';
import type { Fact, Filler } from './fact.ts';
import type { Phrase } from './phrase.ts';
import type { When } from './when.ts';

/** The grammar's rules that call each other, handed to each rule so that their files need no ring of imports. */
export interface Grammar {
  nounPhrase(reader: Reader): Phrase | null;
  predicates(reader: Reader, phrase: Phrase): boolean;
  /** What is said of a subject; with `inner` a later place of the clause is the gap ("what the man put down"). */
  predicate(reader: Reader, subject: Filler, inner: boolean, inClause: boolean): Predicate | null;
  /** What is said of the gap after an auxiliary and the subject ("is the ball red"). */
  stated(reader: Reader, auxiliary: string): Predicate | null;
  /** The same with the gap in a later place, after an auxiliary that stood before the subject ("did the man put down"). */
  inverted(reader: Reader, auxiliary: string | undefined, subject: Filler): Predicate | null;
}

/** A predicate that was read. */
export interface Predicate {
  readonly fact: Fact;
  readonly when: When;
}

/** "the book on the desk that is open", "the mug on the table left of the lamp": said of the book, of the mug. */
export interface Limit {
  /** Relative clauses are left to the outer noun, unless their verb agrees with the inner one alone. */
  readonly relatives: boolean;
  readonly outerPlural: boolean;
  /** Places other than "on" and "in" are left to the outer noun. */
  readonly places: boolean;
}

/**
 * How much may follow a noun: all; no finite verb (the subject of a clause); no verb (the subject of a question);
 * nothing that says where (the object of "put", whose place is said of the putting).
 */
export type NounMode = 'full' | 'subject' | 'stem' | 'bare';

const maxDepth = 48;
/** Rules tried in one query; far above what a question needs, it bounds the time of hostile ones. */
const maxAttempts = 6000;

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
  /** Definite things that have been named. */
  readonly mentioned: Phrase[] = [];
  /** The noun that "one" stands for. */
  lastNoun: string | undefined;
  /** ... it was named with a look ("the red ball"), outside time clauses. */
  lastLooks = false;
  /** The noun that a time clause named last. */
  clauseNoun: string | undefined;
  /** The noun of the thing that is described. */
  headNoun: string | undefined;
  mode: NounMode = 'full';
  /** In a time clause: its pronouns mean the thing that the main clause describes. */
  subordinate = false;
  /** The subject of the clause being read. */
  host: Filler = 'gap';
  /** The thing that the clause describes has a noun of its own ("the ball that ..."). */
  headed = false;
  /** ... which is plural. */
  headPlural = false;
  /** ... and that noun names people. */
  person = false;
  /** A kind is being read ("is not an apple and not an orange"): what follows is another predicate. */
  ofKind = false;
  /** A preposition that stood before "which": "under which the ball lies". */
  fronted: string | null = null;
  /** How many noun phrases are being read around this place. */
  nounDepth = 0;
  /** What a noun phrase inside another one leaves to the outer one. */
  limit: Limit | null = null;
  /** What is being read is said of a noun directly ("the book on the desk"), not by a verb. */
  direct: { readonly plural: boolean; readonly generic: boolean } | null = null;
  private depth = 0;
  private attempts = 0;
  readonly words: readonly string[];
  readonly grammar: Grammar;
  readonly knowledge: WordKnowledge;

  constructor(words: readonly string[], grammar: Grammar, knowledge: WordKnowledge = coreWords) {
    this.knowledge = knowledge;
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
    const { mode, subordinate, host, antecedent, nounDepth, limit, fronted, direct } = this;
    const { lastNoun, lastLooks, clauseNoun } = this;
    if (this.depth >= maxDepth || ++this.attempts > maxAttempts) return null;
    this.depth++;
    const result = rule();
    this.depth--;
    this.mode = mode;
    this.subordinate = subordinate;
    this.host = host;
    this.nounDepth = nounDepth;
    this.limit = limit;
    this.direct = direct;
    if (result !== null && result !== false) return result;
    this.position = here;
    this.antecedent = antecedent;
    this.fronted = fronted;
    this.lastNoun = lastNoun;
    this.lastLooks = lastLooks;
    this.clauseNoun = clauseNoun;
    return null;
  }

  nounPhrase(): Phrase | null {
    return this.inside(() => this.attempt(() => this.grammar.nounPhrase(this)));
  }

  /** Reads with one more noun phrase around. */
  inside<T>(rule: () => T): T {
    this.nounDepth++;
    const read = rule();
    this.nounDepth--;
    return read;
  }

  /** True inside the noun phrase that another one speaks of. */
  get nested(): boolean {
    return this.nounDepth > 1;
  }
}
