import type { Concept } from '../../specialists/concept.ts';
import type { Color, Shape, Texture } from '../../specialists/contract.ts';
import { findNoun, narrowerNouns } from './lexicon.ts';
import { phrasesOf } from './parts-of.ts';
import type { Cond, Phrase } from './phrase.ts';
import { usualShape } from './usual-shapes.ts';
import { articles } from './words.ts';
import { withZonePick } from './zone-pick.ts';

const maxConcepts = 32;
/** Orders in which alike things stand side by side; what is near or fast need not look like what is not. */
const inRow = new Set<string>(['x', 'y', 'area', 'height', 'width', 'length', 'brightness']);

/** The noun phrases of a query as concepts, the target first. */
export function conceptsOf(target: Phrase): Concept[] {
  const found: { phrase: Phrase; role: Concept['role'] }[] = [{ phrase: target, role: 'target' }];
  const others = [...target.or, ...(target.otherwise ? [target.otherwise] : [])];
  for (const other of others) found.push({ phrase: other, role: 'target' });
  for (const phrase of [target, ...others])
    for (const other of referred(phrase)) found.push({ phrase: other, role: 'reference' });
  return found.slice(0, maxConcepts).map(({ phrase, role }, i) => concept(phrase, role, `c${i + 1}`));
}

function referred(phrase: Phrase, depth = 0): Phrase[] {
  if (depth > 12) return [];
  return phrasesOf(phrase)
    .filter((p) => p.self !== true && saysSomething(p))
    .flatMap((p) => [p, ...p.or, ...referred(p, depth + 1)]);
}

const saysSomething = (p: Phrase) => p.noun !== undefined || p.conditions.length > 0 || p.picks.length > 0;

interface Look {
  colors: Color[];
  notColors: Color[];
  shapes: Shape[];
  textures: Texture[];
  worn: boolean;
  zone?: Concept['zone'];
  motion?: Concept['motion'];
}

function concept(phrase: Phrase, role: Concept['role'], id: string): Concept {
  const look: Look = { colors: [], notColors: [], shapes: [], textures: [], worn: false };
  for (const condition of phrase.conditions) addLook(look, condition, false);
  const implied = usualShape(phrase.noun);
  if (implied !== undefined && look.shapes.length === 0) look.shapes.push(implied);
  if (phrase.picks.some((pick) => pick.is === 'event')) look.motion ??= 'moving';
  const entry = findNoun(phrase.noun ?? '') ?? findNoun(phrase.noun?.split(' ').at(-1) ?? '');
  const order = orderOf(phrase);
  const alike = phrase.noun !== undefined && entry?.broad !== true && order !== undefined && inRow.has(order.by);
  return {
    id,
    phrase: wording(phrase),
    role,
    ...(phrase.noun === undefined ? {} : { noun: phrase.noun.slice(0, 80) }),
    synonyms: synonymsOf(phrase, entry?.synonyms ?? []),
    sort: phrase.partOf === undefined ? (entry?.sort ?? 'thing') : 'part',
    count: phrase.count ?? (phrase.plural || phrase.universal ? 'many' : 'one'),
    colors: unique(look.colors),
    notColors: unique(look.notColors),
    colorOfPart: look.worn,
    shapes: unique(look.shapes),
    textures: unique(look.textures),
    ...(look.zone === undefined ? {} : { zone: look.zone }),
    ...(order === undefined ? {} : { order }),
    group: alike || (phrase.plural && phrase.noun !== undefined),
    ...(look.motion === undefined ? {} : { motion: look.motion }),
  };
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function synonymsOf({ noun, conditions }: Phrase, known: readonly string[]): string[] {
  const serving = conditions.flatMap((c) => (c.is === 'purpose' ? c.names : []));
  const head = noun?.split(' ').at(-1);
  const own = head === undefined || head === noun ? [] : [head];
  return unique([...own, ...known, ...narrowerNouns(noun ?? ''), ...serving]).slice(0, 16);
}

function wording(phrase: Phrase): string {
  const words = phrase.words.filter((word) => !articles.has(word));
  return (words.join(' ') || phrase.noun || 'object').slice(0, 200);
}

function orderOf(phrase: Phrase): Concept['order'] {
  const pick = withZonePick(phrase).picks.find((p) => p.is === 'order');
  if (pick?.is !== 'order') return undefined;
  const { by, rank } = pick;
  const last = typeof rank === 'number' && rank < 0;
  const direction = last ? (pick.direction === 'up' ? 'down' : 'up') : pick.direction;
  return { by, direction, rank: last ? -rank : rank };
}

function addLook(look: Look, condition: Cond, negated: boolean): void {
  switch (condition.is) {
    case 'color':
      (negated ? look.notColors : look.colors).push(...condition.colors);
      break;
    case 'shape':
      if (!negated) look.shapes.push(...condition.shapes);
      break;
    case 'texture':
      if (!negated) look.textures.push(condition.texture);
      break;
    case 'zone':
      if (!negated) look.zone ??= condition.zones[0];
      break;
    case 'wears':
      look.colors.push(...condition.colors);
      look.worn ||= condition.colors.length > 0;
      break;
    case 'motion':
      look.motion ??= negated ? 'still' : 'moving';
      break;
    case 'event':
    case 'role':
      if (!negated) look.motion ??= 'moving';
      break;
    case 'not':
      addLook(look, condition.of, !negated);
      break;
    case 'ever':
    case 'always':
    case 'held':
    case 'at':
      addLook(look, condition.of, negated);
      break;
    case 'among':
      if (!negated) for (const c of condition.phrase.conditions) addLook(look, c, false);
      break;
    case 'all':
    case 'any':
      for (const c of condition.of) addLook(look, c, negated);
      break;
    default:
  }
}
