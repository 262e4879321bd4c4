import type { Shape } from '../../specialists/contract.ts';
import { type Abilities, canCheck, canPick, canRefer, isChecked } from './abilities.ts';
import { findNoun, narrowerNouns, pluralOf } from './lexicon.ts';
import type { Cond, Phrase, Pick, Reference } from './phrase.ts';
import { lookUp, smallClothes, zoneOrder } from './vocabulary.ts';

/** Text of the program for a target phrase, `function select(twin, state) { ... }`. */
export function writeProgram(target: Phrase, abilities: Abilities): string {
  const writer = new Writer(abilities);
  const answer = writer.things(target, 'target');
  return [
    'function select(twin, state) {',
    ...writer.lines.map((line) => `  ${line}`),
    `  return ${answer};`,
    '}',
  ].join('\n');
}

/** Shapes that a noun implies where nobody can name it. */
const impliedShapes: Readonly<Record<string, 'round' | 'rectangular'>> = {
  ball: 'round',
  sphere: 'round',
  coin: 'round',
  box: 'rectangular',
  cube: 'rectangular',
  block: 'rectangular',
};

/** Shapes that things of a name usually have, in their usual pose: a help in finding, not a test. */
const usualShapes: Readonly<Record<string, Shape>> = {
  ...impliedShapes,
  ...shapeOfAll(
    'round',
    'plate dish saucer wheel clock orange apple tomato button ring lemon grape cherry donut globe',
  ),
  ...shapeOfAll(
    'rectangular',
    'book card phone tablet television tv monitor door window poster laptop keyboard sign brick',
  ),
  ...shapeOfAll('tall', 'bottle vase lamp candle pole post column pillar tower thermos flask person man woman'),
  ...shapeOfAll('elongated', 'spoon fork knife pencil pen stick rod baguette ski snake rope bat oar chopstick'),
};

function shapeOfAll(shape: Shape, nouns: string): Record<string, Shape> {
  return Object.fromEntries(nouns.split(' ').map((noun) => [noun, shape]));
}

/** What a specialist that cannot name things may go by. */
export function usualShape(noun: string | undefined): Shape | undefined {
  return lookUp(usualShapes, noun);
}

/** What a program may test in place of a name. */
export function impliedShape(noun: string | undefined): 'round' | 'rectangular' | undefined {
  return lookUp(impliedShapes, noun);
}

type Role = 'target' | 'reference';

class Writer {
  readonly lines: string[] = [];
  private readonly names = new Map<string, string>();
  private readonly taken = new Set(reservedNames);
  private readonly abilities: Abilities;

  constructor(abilities: Abilities) {
    this.abilities = abilities;
  }

  /** Expression for the things that a phrase means. */
  things(phrase: Phrase, role: Role): string {
    const own = this.alternatives(phrase, role);
    const others = phrase.or.map((other) => this.alternatives(other, role));
    return others.reduce((all, other) => `${all}.or(${other})`, own);
  }

  private alternatives(phrase: Phrase, role: Role): string {
    const { conditions, picks } = withZonePick(phrase);
    const all = this.filtered(phrase, conditions, role);
    const rest = phrase.except.reduce(
      (expression, other) => `${expression}.except(${this.name(other, 'target', 'all')})`,
      all,
    );
    const usable = picks.filter((pick) => canPick(pick, this.abilities));
    if (usable.length === 0) return isOne(phrase, role) ? `${rest}.the()` : rest;
    return usable.reduce((expression, pick) => this.picked(expression, pick, phrase), rest);
  }

  private filtered(phrase: Phrase, conditions: readonly Cond[], role: Role): string {
    const base = this.base(phrase, role);
    const kind = this.kind(phrase);
    const checked = isChecked(phrase, this.abilities);
    const plain = conditions.filter((c) => !comparesKind(c));
    const tests = [...kind, ...plain.flatMap((c) => this.test(c, phrase, checked))];
    if (phrase.partOf !== undefined)
      tests.push(this.relation('partOf', { phrase: phrase.partOf, every: false }, checked));
    const expression = tests.length === 0 ? base : `${base}.where(${tests.join(', ')})`;
    const compared = conditions.filter(comparesKind);
    if (compared.length === 0) return expression;
    const name = this.keep(expression, phrase);
    return `${name}.where(${compared.map((c) => this.compareKind(c, name)).join(', ')})`;
  }

  /** Parts may stand for wholes where nobody says what is a part of what. */
  private base(phrase: Phrase, role: Role): string {
    const head = phrase.noun?.split(' ').at(-1);
    if (head === undefined || findNoun(head)?.sort !== 'part') return 'twin.objects';
    return this.abilities.labels && role === 'reference' ? 'twin.parts' : 'twin.objects.or(twin.parts)';
  }

  /** The name of the thing: asked strictly where somebody can name it or nothing else can be checked. */
  private kind(phrase: Phrase): string[] {
    if (phrase.noun === undefined) return this.nameless(phrase);
    const label = `label(${quote(phrase.noun)})`;
    if (this.abilities.labels)
      return [anyOf([label, ...narrowerNouns(phrase.noun).map((noun) => `label(${quote(noun)})`)])];
    if (!isChecked(phrase, this.abilities)) return [label];
    const shape = impliedShape(phrase.noun);
    if (shape === undefined || !this.abilities.appearance) return [`maybe(${label})`];
    return [`maybe(${label})`, `maybe(shape(${quote(shape)}))`];
  }

  /** Words that nothing explains must not make everything the answer. */
  private nameless(phrase: Phrase): string[] {
    const said = phrase.unknown.join(' ');
    const empty =
      phrase.conditions.length + phrase.picks.length + phrase.except.length === 0 && phrase.partOf === undefined;
    return empty && said !== '' ? [`label(${quote(said.slice(0, 120))})`] : [];
  }

  /** Condition as text; left out where the source cannot show it and something else can be checked. */
  private test(condition: Cond, phrase: Phrase, checked: boolean): string[] {
    const sure = canCheck(condition, this.abilities);
    if (!sure && checked && !this.abilities.motion && needsMotion(condition)) return [];
    const text = this.text(condition, phrase);
    if (text === null) return [];
    return [sure || !checked || condition.is === 'count' ? text : `maybe(${text})`];
  }

  private text(condition: Cond, phrase: Phrase): string | null {
    switch (condition.is) {
      case 'color':
        return this.colors(condition.colors, condition.sure);
      case 'shape':
        return anyOf(condition.shapes.map((s) => `shape(${quote(s)})`));
      case 'texture':
        return `texture(${quote(condition.texture)})`;
      case 'zone':
        return zoneText(condition);
      case 'motion':
      case 'plain':
        return condition.code;
      case 'relation':
        return this.relation(condition.name, condition.to, true);
      case 'between':
        return `between(${this.name(condition.a, 'reference', 'the')}, ${this.name(condition.b, 'reference', 'the')})`;
      case 'compare':
        return `${condition.op}(${condition.by}, ${this.refer(condition.to)})`;
      case 'event':
        return this.event(condition);
      case 'wears':
        return this.wears(condition);
      case 'count':
        return `exists(${condition.op}(${condition.n}, ${this.counted(phrase)}))`;
      case 'not':
        return this.wrapped('not', condition.of, phrase);
      case 'ever':
        return this.wrapped('ever', condition.of, phrase);
      case 'always':
        return this.wrapped('always', condition.of, phrase);
      case 'at-start': {
        const inner = this.text(condition.of, phrase);
        return inner === null ? null : `at(start, ${inner})`;
      }
      default:
        return this.several(condition, phrase);
    }
  }

  private wrapped(word: string, of: Cond, phrase: Phrase): string | null {
    const inner = this.text(of, phrase);
    return inner === null ? null : `${word}(${inner})`;
  }

  private several(condition: Extract<Cond, { is: 'all' | 'any' }>, phrase: Phrase): string | null {
    const texts = condition.of.map((c) => this.text(c, phrase)).filter((t) => t !== null);
    if (texts.length < 2) return texts[0] ?? null;
    return `${condition.is}(${texts.join(', ')})`;
  }

  private colors(colors: readonly string[], sure: boolean): string {
    const text = anyOf(colors.map((c) => `color(${quote(c)})`));
    return sure ? text : `maybe(${text})`;
  }

  /** The colour of clothes is a share of the wearer; that of a hat is too small a one to ask for. */
  private wears({ garment, colors }: Extract<Cond, { is: 'wears' }>): string | null {
    if (colors.length === 0 || (garment !== undefined && smallClothes.has(garment))) return null;
    return this.colors(colors, false);
  }

  private relation(name: string, to: Reference, strict: boolean): string {
    const reference = this.refer(to);
    if (name === 'with') return `any(holds(${reference}), hasPart(${reference}), contains(${reference}))`;
    const text = `${name}(${reference})`;
    return strict || canRefer(to.phrase, this.abilities) ? text : `maybe(${text})`;
  }

  private refer(to: Reference | null): string {
    if (to === null) return 'twin.objects';
    const { phrase } = to;
    const name = this.name(phrase, 'reference', phrase.definite && !phrase.plural ? 'the' : 'all');
    if (to.every || (phrase.plural && phrase.definite && phrase.picks.length === 0)) return `every(${name})`;
    return phrase.count === undefined || phrase.definite ? name : `atLeast(${phrase.count}, ${name})`;
  }

  private event({ types, other, by }: Extract<Cond, { is: 'event' }>): string {
    const roles = [
      other && `other: ${this.name(other.phrase, 'reference', 'all')}`,
      by && `by: ${this.name(by.phrase, 'reference', 'all')}`,
    ];
    const said = roles.filter((role) => role !== undefined).join(', ');
    const filter = said === '' ? '' : `, { ${said} }`;
    return anyOf(types.map((type) => `did(${quote(type)}${filter})`));
  }

  /** Those of which there must be so many: the phrase without its number. */
  private counted(phrase: Phrase): string {
    return this.name(
      { ...phrase, conditions: phrase.conditions.filter((c) => c.is !== 'count'), picks: [], plural: true },
      'reference',
      'all',
    );
  }

  private compareKind(condition: Cond, name: string): string {
    const inner = condition.is === 'not' ? condition.of : condition;
    const text = inner.is === 'compare' ? `${inner.op}(${inner.by}, ${name})` : '';
    return condition.is === 'not' ? `not(${text})` : text;
  }

  private picked(expression: string, pick: Pick, phrase: Phrase): string {
    if (pick.is === 'distance') {
      const to = this.name(pick.to, 'reference', pick.to.plural ? 'all' : 'the');
      return `${expression}.except(${to}).${pick.far ? 'max' : 'min'}(distance(${to}))`;
    }
    if (pick.is === 'event') return this.eventPick(expression, pick, phrase);
    if (pick.is === 'touched') return this.touchedPick(expression, pick, phrase);
    return ordered(expression, pick, phrase);
  }

  private eventPick(expression: string, pick: Extract<Pick, { is: 'event' }>, phrase: Phrase): string {
    const who = expression === 'twin.objects' ? '' : `, { who: ${this.keep(expression, phrase)} }`;
    const one = occurrence(pick.rank);
    const of = (type: string) => `twin.events(${quote(type)}${who}).${one}.who()`;
    return pick.type === 'enters' ? `${of('enters')}.orElse(${of('appears')})` : of(pick.type);
  }

  private touchedPick(expression: string, pick: Extract<Pick, { is: 'touched' }>, phrase: Phrase): string {
    const who = this.name(pick.by, 'reference', pick.by.plural ? 'all' : 'the');
    const other = expression === 'twin.objects' ? '' : `, other: ${this.keep(expression, phrase)}`;
    return `twin.events("touches", { who: ${who}${other} }).${occurrence(pick.rank)}.other()`;
  }

  /** Name of a constant that holds the things of a phrase. */
  private name(phrase: Phrase, role: Role, kind: 'the' | 'all'): string {
    const one = {
      ...phrase,
      definite: kind === 'the' || (phrase.definite && !phrase.plural),
      plural: kind === 'all' && phrase.plural,
    };
    const expression = kind === 'the' ? this.things({ ...one, plural: false }, role) : this.things(one, role);
    return expression === 'twin.objects' ? expression : this.keep(expression, phrase);
  }

  private keep(expression: string, phrase: Phrase): string {
    const known = this.names.get(expression);
    if (known !== undefined) return known;
    const name = this.freshName(phrase);
    this.names.set(expression, name);
    this.lines.push(`const ${name} = ${expression};`);
    return name;
  }

  private freshName(phrase: Phrase): string {
    const word = (phrase.noun?.split(' ').at(-1) ?? adjectiveOf(phrase) ?? 'thing').replace(/[^a-z]/g, '');
    const noun = word === '' ? 'thing' : word;
    const base = (phrase.plural && phrase.noun !== undefined ? pluralOf(noun) : noun).slice(0, 24);
    let name = base;
    for (let i = 2; this.taken.has(name); i++) name = `${base}${i}`;
    this.taken.add(name);
    return name;
  }
}

const reservedNames =
  'twin state select init color shape texture label inState visible hidden present moving heading inZone leftOf rightOf above below behind inFrontOf nearTo touching on under inside contains holds heldBy hides hiddenBy partOf hasPart approaching recedingFrom sameColor sameShape sameLabel between withOne among exists not all any maybe more less about check measure x y area width height length depth speed brightness count distance travelled duration times change start firstSeen ago at ever always held current begins ends did every atLeast exactly break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield await async undefined eval arguments globalThis object symbol map set proxy'.split(
    ' ',
  );

function occurrence(rank: number): string {
  if (rank === -1) return 'last()';
  return rank === 1 ? 'first()' : `nth(${rank})`;
}

const quote = (text: string) => JSON.stringify(text);
const anyOf = (texts: readonly string[]) => (texts.length === 1 ? (texts[0] ?? '') : `any(${texts.join(', ')})`);

function adjectiveOf(phrase: Phrase): string | undefined {
  const first = phrase.conditions[0];
  return first !== undefined && 'word' in first ? first.word.split(' ').at(-1) : undefined;
}

const isOne = (phrase: Phrase, role: Role) =>
  !phrase.plural &&
  phrase.definite &&
  !phrase.universal &&
  phrase.count === undefined &&
  (role === 'reference' || phrase.except.length === 0);

const comparesKind = (c: Cond): boolean =>
  (c.is === 'compare' && c.to === null) || (c.is === 'not' && comparesKind(c.of));

function needsMotion(condition: Cond): boolean {
  if (condition.is === 'motion' || condition.is === 'event') return true;
  if ('of' in condition)
    return Array.isArray(condition.of) ? condition.of.some(needsMotion) : needsMotion(condition.of as Cond);
  return false;
}

/** "the ball on the left" of several is the leftmost of those in the left half. */
export function withZonePick(phrase: Phrase): { conditions: readonly Cond[]; picks: readonly Pick[] } {
  const settled = phrase.plural ? pluralDegrees(phrase) : phrase;
  const zones = settled.conditions.filter((c) => c.is === 'zone' && !c.corner);
  const zone = zones[0];
  if (phrase.plural || !phrase.definite || settled.picks.length > 0 || zone?.is !== 'zone') return settled;
  const side = zone.zones[0];
  if (side === undefined || side === 'middle') return settled;
  return { conditions: settled.conditions, picks: [{ is: 'order', ...zoneOrder[side], rank: 1, word: zone.word }] };
}

/** "the big balls" are those bigger than some other of them. */
function pluralDegrees(phrase: Phrase): { conditions: readonly Cond[]; picks: readonly Pick[] } {
  const vague = phrase.picks.filter(
    (p) =>
      p.is === 'order' && p.rank === 1 && p.take === undefined && p.open === undefined && !/(est|most)$/.test(p.word),
  );
  const compared: Cond[] = vague.flatMap((p) =>
    p.is === 'order'
      ? [{ is: 'compare', op: p.direction === 'down' ? 'more' : 'less', by: p.by, to: null, word: p.word } as const]
      : [],
  );
  return { conditions: [...phrase.conditions, ...compared], picks: phrase.picks.filter((p) => !vague.includes(p)) };
}

function zoneText({ zones, corner }: Extract<Cond, { is: 'zone' }>): string {
  const [first, second] = zones;
  if (!corner) return anyAll(zones.map((z) => `inZone(${quote(z)})`));
  if (first === undefined || (second === undefined && first === 'middle')) return anyOf(fourCorners);
  const xs = zones.includes('left') ? [0] : zones.includes('right') ? [0.6] : [0, 0.6];
  const ys = zones.includes('top') ? [0] : zones.includes('bottom') ? [0.6] : [0, 0.6];
  return anyOf(xs.flatMap((x) => ys.map((y) => cornerAt(x, y))));
}

const anyAll = (texts: readonly string[]) => (texts.length === 1 ? (texts[0] ?? '') : `all(${texts.join(', ')})`);
const cornerAt = (x: number, y: number) => `inZone({ x: ${x}, y: ${y}, w: 0.4, h: 0.4 })`;
const fourCorners = [cornerAt(0, 0), cornerAt(0.6, 0), cornerAt(0, 0.6), cornerAt(0.6, 0.6)];

function ordered(expression: string, pick: Extract<Pick, { is: 'order' }>, phrase: Phrase): string {
  const { by, direction, rank } = pick;
  if (rank === 'middle') return `${expression}.sortBy(${by}).middle()`;
  const sorted = `${expression}.sortBy(${by}${direction === 'down' ? ', "down"' : ''})`;
  const take = pick.take ?? (phrase.plural && rank === 1 ? phrase.count : undefined);
  if (take !== undefined && take > 1 && rank === 1) return `${sorted}.take(${take})`;
  if (rank === 1) return `${expression}.${direction === 'down' ? 'max' : 'min'}(${by})`;
  return `${sorted}.nth(${rank})`;
}
