import { didText, momentText, roleCondition, spanText } from './happening-text.ts';
import { measureText } from './measure-text.ts';
import type { Cond, Reference, Than } from './phrase.ts';
import { smallClothes } from './vocabulary.ts';
import type { Wording } from './wording.ts';

type Of<K extends Cond['is']> = Extract<Cond, { is: K }>;

/** A condition as the program writes it; null where nothing of it can be asked. `counted` names those of "two balls". */
export function conditionText(condition: Cond, wording: Wording, counted: () => string): string | null {
  switch (condition.is) {
    case 'color':
      return colorText(condition.colors, condition.sure);
    case 'shape':
      return anyOf(condition.shapes.map((s) => `shape(${quote(s)})`));
    case 'texture':
      return `texture(${quote(condition.texture)})`;
    case 'state':
      return `inState(${quote(condition.state)})`;
    case 'purpose':
      return condition.names.length === 0
        ? `inState(${quote(`for ${condition.verb}ing`)})`
        : purposeText(condition.names);
    case 'unseen':
      return `inState(${quote(condition.said)})`;
    case 'zone':
      return zoneText(condition);
    case 'motion':
    case 'plain':
      return condition.code;
    case 'wears':
      return wornText(condition);
    case 'count':
      return `exists(${condition.op}(${condition.n}, ${counted()}))`;
    case 'group':
      return groupText(condition, wording);
    case 'compare':
      return compareText(condition, wording);
    case 'event':
      return didText(condition, wording);
    case 'role':
      return roleCondition(condition, wording);
    default:
      return placeText(condition, wording) ?? nestedText(condition, wording);
  }
}

/** Where somebody says what things are for, that counts; else what they are called. */
function purposeText([use, ...names]: readonly string[]): string {
  const said = `label(${quote(use!)})`;
  if (names.length === 0) return said;
  const called = anyOf(names.map((name) => `label(${quote(name)})`));
  return `any(${said}, all(not(exists(twin.objects.where(${said}))), ${called}))`;
}

function placeText(condition: Cond, wording: Wording): string | null {
  switch (condition.is) {
    case 'relation':
      return relationText(condition.name, condition.to, wording);
    case 'with-one':
      return `withOne(${[wording.reference(condition.to), ...condition.names].join(', ')})`;
    case 'between':
      return `between(${wording.things(one(condition.a))}, ${wording.things(one(condition.b))})`;
    case 'among':
      return wording.among(condition.phrase);
    case 'exists':
      return `exists(${wording.reference(one(condition.phrase))})`;
    default:
      return null;
  }
}

const one = (phrase: Reference['phrase']): Reference => ({ phrase, every: false });

function nestedText(condition: Cond, wording: Wording): string | null {
  const inner = (of: Cond, write: (text: string) => string) => {
    const text = wording.condition(of);
    return text === null ? null : write(text);
  };
  switch (condition.is) {
    case 'all':
    case 'any':
      return severalText(condition, wording);
    case 'not':
      return inner(condition.of, (text) => `not(${text})`);
    case 'held':
      return inner(condition.of, (text) => `held(${text}, ${condition.seconds})`);
    case 'at':
      return inner(condition.of, (text) => `at(${momentText(condition.moment, wording)}, ${text})`);
    case 'ever':
    case 'always':
      return inner(condition.of, (text) => `${condition.is}(${text}${spanText(condition.span, wording)})`);
    default:
      return null;
  }
}

function severalText(condition: Of<'all' | 'any'>, wording: Wording): string | null {
  const texts = condition.of.map((c) => wording.condition(c)).filter((t) => t !== null);
  if (texts.length < 2) return texts[0] ?? null;
  return `${condition.is}(${texts.join(', ')})`;
}

function colorText(colors: readonly string[], sure: boolean): string {
  const text = anyOf(colors.map((c) => `color(${quote(c)})`));
  return sure ? text : `maybe(${text})`;
}

/** The colour of clothes is a share of the wearer; that of a hat is too small a one to ask for. */
function wornText({ garment, colors }: Of<'wears'>): string | null {
  if (colors.length === 0 || (garment !== undefined && smallClothes.has(garment))) return null;
  return colorText(colors, false);
}

function relationText(name: string, to: Reference, wording: Wording): string {
  const reference = wording.reference(to);
  if (name === 'with') return `any(holds(${reference}), hasPart(${reference}), contains(${reference}))`;
  return `${name}(${reference})`;
}

function groupText({ by, op, n }: Of<'group'>, wording: Wording): string {
  const groups = `twin.objects.groups(${by === 'near' ? '' : quote(by)}).where(${op}(count, ${n})).members()`;
  return `among(${wording.keep(groups, 'group')})`;
}

function compareText({ op, measure, than, factor }: Of<'compare'>, wording: Wording): string {
  const by = factor === undefined ? '' : `, { ${op === 'about' ? 'within' : 'by'}: ${factor} }`;
  return `${op}(${measureText(measure, wording)}, ${thanText(than, wording)}${by})`;
}

function thanText(than: Than, wording: Wording): string {
  switch (than.is) {
    case 'number':
      return String(than.n);
    case 'measure':
      return measureText(than.measure, wording);
    case 'those':
      return wording.reference(than.to);
    default:
      return than.every ? 'every(twin.objects)' : 'twin.objects';
  }
}

function zoneText({ zones, corner }: Of<'zone'>): string {
  const [first, second] = zones;
  if (!corner) return allOf(zones.map((z) => `inZone(${quote(z)})`));
  if (first === undefined || (second === undefined && first === 'middle')) return anyOf(fourCorners);
  const xs = zones.includes('left') ? [0] : zones.includes('right') ? [0.6] : [0, 0.6];
  const ys = zones.includes('top') ? [0] : zones.includes('bottom') ? [0.6] : [0, 0.6];
  return anyOf(xs.flatMap((x) => ys.map((y) => cornerAt(x, y))));
}

const quote = (text: string) => JSON.stringify(text);
const anyOf = (texts: readonly string[]) => (texts.length === 1 ? (texts[0] ?? '') : `any(${texts.join(', ')})`);
const allOf = (texts: readonly string[]) => (texts.length === 1 ? (texts[0] ?? '') : `all(${texts.join(', ')})`);
const cornerAt = (x: number, y: number) => `inZone({ x: ${x}, y: ${y}, w: 0.4, h: 0.4 })`;
const fourCorners = [cornerAt(0, 0), cornerAt(0.6, 0), cornerAt(0, 0.6), cornerAt(0.6, 0.6)];
