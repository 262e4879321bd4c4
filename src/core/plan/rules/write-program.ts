import type { WordKnowledge } from '../word-knowledge.ts';
import { type Abilities, canCheck, canPick, canRefer, isChecked } from './abilities.ts';
import { conditionText } from './condition-text.ts';
import { coreWords } from './core-words.ts';
import { momentText, roleText } from './happening-text.ts';
import { findNoun, isAlsoThing } from './lexicon.ts';
import { measureText } from './measure-text.ts';
import { conditionsIn, partsOfCondition } from './parts-of.ts';
import { partReading } from './parts-of-wholes.ts';
import type { Cond, Happening, Phrase, Pick, Reference } from './phrase.ts';
import { nameFor, ProgramNames } from './program-names.ts';
import { impliedShape } from './usual-shapes.ts';
import type { Wording } from './wording.ts';
import { withZonePick } from './zone-pick.ts';

/** Text of the program for a target phrase, `function select(twin, state) { ... }`. */
export function writeProgram(target: Phrase, abilities: Abilities, words: WordKnowledge = coreWords): string {
  const writer = new Writer(abilities, words);
  const answer = writer.answer(target);
  return [
    'function select(twin, state) {',
    ...writer.names.lines.map((line) => `  ${line}`),
    `  return ${answer};`,
    '}',
  ].join('\n');
}

type Role = 'target' | 'reference';
type Of<K extends Pick['is']> = Extract<Pick, { is: K }>;
const everything = 'twin.objects';

class Writer implements Wording {
  readonly names = new ProgramNames();
  private readonly abilities: Abilities;
  private readonly words: WordKnowledge;
  /** The phrase whose conditions are being written. */
  private current: Phrase | null = null;

  constructor(abilities: Abilities, words: WordKnowledge) {
    this.abilities = abilities;
    this.words = words;
  }

  answer(target: Phrase): string {
    const answer = this.all(target, 'target');
    return target.otherwise === undefined ? answer : `${answer}.orElse(${this.all(target.otherwise, 'target')})`;
  }

  condition(condition: Cond): string | null {
    return conditionText(condition, this, () => this.counted());
  }

  reference(to: Reference): string {
    const counted = to.phrase.conditions.find((c) => c.is === 'count');
    if (counted?.is === 'count') {
      const { definite: _, count: __, ...some } = to.phrase;
      const plain = {
        ...some,
        definite: false,
        plural: true,
        conditions: to.phrase.conditions.filter((c) => c !== counted),
      };
      return `${counted.op}(${counted.n}, ${this.name(plain)})`;
    }
    const { phrase } = to;
    const name = this.name(phrase);
    if (to.every || (phrase.plural && phrase.definite && phrase.picks.length === 0)) return `every(${name})`;
    return phrase.count === undefined || phrase.definite ? name : `atLeast(${phrase.count}, ${name})`;
  }

  things({ phrase }: Reference): string {
    return this.name(phrase);
  }

  handledThings({ phrase }: Reference): string {
    const bare = phrase.conditions.length + phrase.picks.length + phrase.or.length === 0 && phrase.partOf === undefined;
    const named = this.abilities.labels && phrase.noun !== undefined;
    return this.name(bare && named && phrase.words[0] === 'the' ? { ...phrase, definite: false } : phrase);
  }

  among(phrase: Phrase): string | null {
    const plain = phrase.picks.length + phrase.except.length === 0 && phrase.at === undefined && !phrase.definite;
    if (!plain || phrase.partOf !== undefined) return `among(${this.name(phrase)})`;
    const checked = isChecked(phrase, this.abilities);
    const kinds = [phrase, ...phrase.or].map((one) => {
      const tests = [...this.kind(one, checked), ...one.conditions.flatMap((c) => this.test(c, checked))];
      return tests.length < 2 ? tests[0] : `all(${tests.join(', ')})`;
    });
    const texts = kinds.filter((text) => text !== undefined);
    return texts.length === 0 ? null : anyOf(texts);
  }

  keep(expression: string, hint: string): string {
    return expression === everything ? expression : this.names.keep(expression, hint);
  }

  /** Expression for the things that a phrase means, alternatives included. */
  private all(phrase: Phrase, role: Role): string {
    const own = this.one(phrase, role);
    const others = phrase.or.map((other) => this.one(other, role));
    return others.reduce((all, other) => `${all}.or(${other})`, own);
  }

  /** A phrase of two readings is one expression: the first of them that means anything. */
  private one(phrase: Phrase, role: Role): string {
    if (!this.abilities.labels) return this.read(phrase, role, this.base(phrase, role));
    const part = partReading(phrase);
    if (part !== undefined)
      return `${this.read(part, role, 'twin.parts')}.orElse(${this.read(phrase, role, this.base(phrase, role))})`;
    const thingFirst = phrase.partOf === undefined && phrase.piece !== true && isAlsoThing(phrase.noun);
    if (!thingFirst) return this.read(phrase, role, this.base(phrase, role));
    return `${this.read(phrase, role, everything)}.orElse(${this.read(phrase, role, 'twin.parts')})`;
  }

  private read(phrase: Phrase, role: Role, base: string): string {
    const outer = this.current;
    this.current = phrase;
    const { conditions, picks } = withZonePick(phrase);
    const filtered = this.filtered(phrase, conditions, role, base);
    const rest = phrase.except.reduce((all, other) => `${all}.except(${this.name(other)})`, filtered);
    const usable = picks.filter((pick) => canPick(pick, this.abilities));
    const picked = usable.reduce((all, pick) => this.picked(all, pick, phrase), rest);
    this.current = outer;
    if (phrase.at !== undefined && this.abilities.motion) return `at(${momentText(phrase.at, this)}, ${picked})`;
    return usable.length === 0 && isOne(phrase, role) ? `${rest}.the()` : picked;
  }

  private filtered(phrase: Phrase, conditions: readonly Cond[], role: Role, base: string): string {
    const checked = isChecked(phrase, this.abilities);
    const kind = checked || role === 'target' ? this.kind(phrase, checked) : this.kindOfReference(phrase);
    const plain = conditions.filter((c) => !comparesKind(c));
    const only = plain.length === 1 && kind.length === 0 && phrase.partOf === undefined ? plain[0] : undefined;
    if (only?.is === 'role' && base === everything && conditions.length === 1) return roleText(only, this);
    if (only?.is === 'among' && only.phrase.at !== undefined && base === everything)
      return this.all(only.phrase, 'target');
    const tests = [...kind, ...plain.flatMap((c) => this.test(c, checked))];
    if (phrase.partOf !== undefined) tests.push(this.partTest(phrase.partOf));
    const expression = tests.length === 0 ? base : `${base}.where(${tests.join(', ')})`;
    const compared = conditions.filter(comparesKind);
    if (compared.length === 0) return expression;
    const name = this.keep(expression, nameFor({ ...phrase, plural: true }));
    return `${name}.where(${compared.map((c) => compareKind(c, name, this)).join(', ')})`;
  }

  private partTest(whole: Phrase): string {
    const text = `partOf(${this.reference({ phrase: whole, every: false })})`;
    return canRefer(whole, this.abilities) ? text : `maybe(${text})`;
  }

  /** Parts may stand for wholes where nobody says what is a part of what. */
  private base(phrase: Phrase, role: Role): string {
    const head = phrase.noun?.split(' ').at(-1);
    if (head === undefined || findNoun(head)?.sort !== 'part')
      return phrase.piece && this.abilities.labels ? 'twin.objects.or(twin.parts)' : everything;
    return this.abilities.labels && role === 'reference' ? 'twin.parts' : 'twin.objects.or(twin.parts)';
  }

  /** The name of the thing: asked strictly where somebody can name it or nothing else can be checked. */
  private kind(phrase: Phrase, checked: boolean): string[] {
    if (phrase.noun === undefined) return nameless(phrase);
    const label = labelText(phrase.noun);
    if (this.abilities.labels) return [anyOf([label, ...this.narrower(phrase.noun).map(labelText)])];
    if (!checked) return [label];
    const shape = impliedShape(phrase.noun);
    if (shape === undefined || !this.abilities.appearance) return [`maybe(${label})`];
    return [`maybe(${label})`, `maybe(shape(${JSON.stringify(shape)}))`];
  }

  /** A reference of which nothing is said but its name goes by the form that the name implies, where it implies one. */
  private kindOfReference(phrase: Phrase): string[] {
    const shape = this.abilities.labels || !this.abilities.appearance ? undefined : impliedShape(phrase.noun);
    if (shape === undefined) return this.kind(phrase, false);
    return [`maybe(${labelText(phrase.noun!)})`, `shape(${JSON.stringify(shape)})`];
  }

  /** Narrower names count as the noun, where it is a wide one or nothing is known of it. */
  private narrower(noun: string): readonly string[] {
    const entry = findNoun(noun);
    return entry === undefined || entry.broad ? this.words.narrowerNames(noun) : [];
  }

  /** Condition as text; left out where the source cannot show it and something else can be checked. */
  private test(condition: Cond, checked: boolean): string[] {
    const others = othersOf(condition, this.current);
    if (others !== null) return [condition, others].flatMap((c) => this.plainTest(c, checked));
    return this.plainTest(condition, checked);
  }

  private plainTest(condition: Cond, checked: boolean): string[] {
    const sure = canCheck(condition, this.abilities);
    if (condition.is === 'unseen' && !this.abilities.labels) return [];
    if (!sure && checked && !this.abilities.motion && needsMotion(condition)) return [];
    const text = this.condition(condition);
    if (text === null) return [];
    const strict = sure || !checked || condition.is === 'count' || (this.abilities.labels && namesState(condition));
    return [strict ? text : `maybe(${text})`];
  }

  /** Those of which there must be so many: the phrase being written, without its number. */
  private counted(): string {
    const phrase = this.current;
    if (phrase === null) return everything;
    const conditions = phrase.conditions.filter((c) => c.is !== 'count');
    return this.name({ ...phrase, conditions, picks: [], plural: true, definite: false });
  }

  private picked(expression: string, pick: Pick, phrase: Phrase): string {
    switch (pick.is) {
      case 'distance':
        return this.byDistance(expression, pick, phrase);
      case 'measure':
        return ranked(expression, measureText(pick.measure, this), pick.direction, pick.rank);
      case 'event':
        return this.byEvent(expression, pick, phrase);
      case 'group':
        return `${expression}.groups(${pick.by === 'near' ? '' : JSON.stringify(pick.by)}).${pick.direction === 'down' ? 'max' : 'min'}(${pick.most})`;
      default:
        return ordered(expression, pick, phrase);
    }
  }

  private byDistance(expression: string, { to, far, rank = 1 }: Of<'distance'>, phrase: Phrase): string {
    const take = phrase.plural && rank === 1 ? phrase.count : undefined;
    const name = this.name(to);
    const others = `${expression}.except(${name})`;
    const by = `distance(${name})`;
    if (take === undefined || take < 2) return ranked(others, by, far ? 'down' : 'up', rank);
    return `${others}.sortBy(${by}${far ? ', "down"' : ''}).take(${take})`;
  }

  private byEvent(expression: string, { event, role, rank, take }: Of<'event'>, phrase: Phrase): string {
    const among = expression === everything ? undefined : keptPhrase(this.keep(expression, nameFor(phrase)));
    const chosen = among === undefined ? event : { ...event, [role]: { phrase: among, every: false } };
    if (event.edge?.way === 'begins' && role === 'who' && event.span === undefined && (rank === 1 || rank === -1))
      return this.firstOrLastSo(expression, chosen, event.edge.of, rank);
    const several = take ?? (phrase.plural && (rank === 1 || rank === -1) ? phrase.count : undefined);
    if (several === undefined || several < 2) return roleText({ event: chosen, role, rank }, this);
    const plain = { ...chosen, types: chosen.types.slice(0, 1) };
    const ranks = Array.from({ length: Math.min(several, 12) }, (_, i) => (rank < 0 ? rank - i : rank + i));
    const [first = '', ...others] = ranks.map((one) => roleText({ event: plain, role, rank: one }, this));
    return others.reduce((all, next) => `${all}.or(${next})`, first);
  }

  /** What was so from the start has had no beginning: it was first, and is last where nothing followed. */
  private firstOrLastSo(expression: string, event: Happening, state: Cond, rank: 1 | -1): string {
    const began = roleText({ event, role: 'who', rank }, this);
    const things = expression === everything ? expression : this.keep(expression, 'thing');
    const atStart = `${things}.where(at(start, ${this.condition(state) ?? 'present'}))`;
    return rank === 1 ? `${atStart}.orElse(${began})` : `${began}.orElse(${atStart})`;
  }

  /** Name of a constant that holds the things of a phrase. */
  private name(phrase: Phrase): string {
    if (phrase.words[0] === keptMark) return phrase.words[1] ?? everything;
    const expression = this.all(phrase, 'reference');
    return this.keep(expression, nameFor(phrase));
  }
}

const keptMark = '\u0000kept';
/** A phrase that stands for things which already have a name in the program. */
function keptPhrase(name: string): Phrase {
  return {
    words: [keptMark, name],
    plural: true,
    definite: false,
    universal: false,
    conditions: [],
    picks: [],
    except: [],
    or: [],
    unknown: [],
  };
}

const labelText = (noun: string) => `label(${JSON.stringify(noun)})`;
const anyOf = (texts: readonly string[]) => (texts.length === 1 ? (texts[0] ?? '') : `any(${texts.join(', ')})`);

/** Words that nothing explains must not make everything the answer. */
function nameless(phrase: Phrase): string[] {
  const said = phrase.unknown.join(' ');
  const empty =
    phrase.conditions.length + phrase.picks.length + phrase.except.length === 0 && phrase.partOf === undefined;
  return empty && said !== '' ? [labelText(said.slice(0, 120))] : [];
}

const isOne = (phrase: Phrase, role: Role) =>
  !phrase.plural &&
  phrase.definite &&
  !phrase.piece &&
  !phrase.universal &&
  phrase.count === undefined &&
  (role === 'reference' || phrase.except.length === 0);

const comparesKind = (c: Cond): boolean =>
  (c.is === 'compare' && c.than.is === 'kind') || (c.is === 'not' && comparesKind(c.of));

function compareKind(condition: Cond, name: string, wording: Wording): string {
  if (condition.is === 'not') return `not(${compareKind(condition.of, name, wording)})`;
  if (condition.is !== 'compare') return '';
  const than = condition.than.is === 'kind' && condition.than.every ? `every(${name})` : name;
  return `${condition.op}(${measureText(condition.measure, wording)}, ${than})`;
}

function needsMotion(condition: Cond): boolean {
  return [condition, ...conditionsIn(partsOfCondition(condition))].some(({ is }) => motionConditions.has(is));
}

/** What is compared with every green bottle is none of them, unless "other" is said. */
function othersOf(condition: Cond, phrase: Phrase | null): Cond | null {
  if (condition.is !== 'compare' || condition.than.is !== 'those' || !condition.than.to.every) return null;
  const { phrase: those } = condition.than.to;
  if (
    those.words.includes('other') ||
    those.noun === undefined ||
    those.noun !== phrase?.noun ||
    those.conditions.length === 0
  )
    return null;
  return { is: 'not', of: { is: 'among', phrase: { ...those, universal: false } } };
}

/** A state that nobody tells is no state that the thing is in. */
const namesState = (condition: Cond) =>
  [condition, ...conditionsIn(partsOfCondition(condition))].some(({ is }) => is === 'state' || is === 'unseen');

const motionConditions = new Set<Cond['is']>(['motion', 'event', 'role', 'held']);

function ordered(expression: string, pick: Of<'order'>, phrase: Phrase): string {
  const { by, direction, rank } = pick;
  if (rank === 'middle') return `${expression}.sortBy(${by}).middle()`;
  const take = pick.take ?? (phrase.plural && rank === 1 ? phrase.count : undefined);
  if (take !== undefined && take > 1 && rank === 1)
    return `${expression}.sortBy(${by}${direction === 'down' ? ', "down"' : ''}).take(${take})`;
  return ranked(expression, by, direction, rank);
}

function ranked(expression: string, measure: string, direction: 'up' | 'down', rank: number): string {
  if (rank === 1) return `${expression}.${direction === 'down' ? 'max' : 'min'}(${measure})`;
  return `${expression}.sortBy(${measure}${direction === 'down' ? ', "down"' : ''}).nth(${rank})`;
}
