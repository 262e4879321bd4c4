import { coloredPhrase, defineReference, kindPhrase, type Phrase, pickReference, sharedNouns } from '../phrase.ts';
import { asked, type Form } from './form.ts';

type Make = Form['make'];
type Cast = Parameters<Make>[0];
type Random = Parameters<Make>[1];

const ends = [
  { word: 'leftmost', pick: 'min(x)' },
  { word: 'rightmost', pick: 'max(x)' },
] as const;
const sides = [
  { word: 'to the left of', relation: 'leftOf' },
  { word: 'to the right of', relation: 'rightOf' },
  { word: 'left of', relation: 'leftOf' },
  { word: 'right of', relation: 'rightOf' },
] as const;
const places = [
  { word: 'on', relation: 'on', verb: 'is on' },
  { word: 'in', relation: 'inside', verb: 'is in' },
] as const;
const ordinals = ['second', 'third'] as const;

const pickOf = <T>(random: Random, items: readonly T[]): T | undefined =>
  items.length === 0 ? undefined : random.pick(items);

/** A noun that several things share, with a colour in some of the cases. */
function someKind(cast: Cast, random: Random, least = 2): Phrase | undefined {
  const noun = pickOf(random, sharedNouns(cast, least));
  return noun === undefined ? undefined : kindPhrase(cast, noun);
}

/** "the leftmost bottle". */
const end: Form = {
  name: 'spatial/end',
  kind: 'spatial',
  make(cast, random) {
    const kind = someKind(cast, random);
    if (kind === undefined) return undefined;
    const { word, pick } = random.pick(ends);
    const side = word === 'leftmost' ? 'left' : 'right';
    return {
      text: asked(
        random,
        random.pick([
          `the ${word} ${kind.words}`,
          `the ${kind.words} that is furthest ${side}`,
          `the ${word} of the ${kind.plural}`,
        ]),
      ),
      steps: [...kind.steps, { op: 'order', text: `take the ${word}` }],
      body: `return twin.objects.where(${kind.conditions}).${pick};`,
      names: [`the ${kind.words}`],
      needs: {},
      ranked: { conditions: kind.conditions, by: 'x' },
    };
  },
};

/** "the second bottle from the left". */
const nth: Form = {
  name: 'spatial/nth',
  kind: 'spatial',
  make(cast, random) {
    const kind = someKind(cast, random, 3);
    if (kind === undefined) return undefined;
    const n = random.int(0, Math.min(1, kind.members.length - 3));
    const left = random.next() < 0.6;
    const from = left ? 'from the left' : 'from the right';
    return {
      text: asked(random, `the ${ordinals[n]} ${kind.words} ${from}`),
      steps: [...kind.steps, { op: 'order', text: `take the ${ordinals[n]} ${from}` }],
      body: `return twin.objects.where(${kind.conditions}).sortBy(x${left ? '' : ', "down"'}).nth(${n + 2});`,
      names: [`the ${kind.words}`],
      needs: {},
      ranked: { conditions: kind.conditions, by: 'x' },
    };
  },
};

/** "the car closest to the camera". */
const nearestToCamera: Form = {
  name: 'spatial/depth',
  kind: 'spatial',
  make(cast, random) {
    const kind = someKind(cast, random);
    if (kind === undefined) return undefined;
    const near = random.next() < 0.6;
    const word = near ? random.pick(['closest to', 'nearest to']) : 'farthest from';
    return {
      text: asked(random, `the ${kind.words} ${word} the camera`),
      steps: [...kind.steps, { op: 'order', text: `take the one ${near ? 'closest to' : 'farthest from'} the camera` }],
      body: `return twin.objects.where(${kind.conditions}).${near ? 'min' : 'max'}(depth);`,
      names: [`the ${kind.words}`],
      needs: { depth: true },
      ranked: { conditions: kind.conditions, by: 'depth' },
    };
  },
};

/** "what is on the table?", "the box on the red table". */
const placed: Form = {
  name: 'spatial/placed',
  kind: 'spatial',
  make(cast, random) {
    const reference = pickReference(cast, random);
    if (reference === undefined) return undefined;
    const { word, relation, verb } = random.pick(places);
    const kind = random.next() < 0.4 ? undefined : someKind(cast, random, 1);
    const text =
      kind === undefined
        ? random.pick([`what ${verb} the ${reference.words}?`, `the thing ${word} the ${reference.words}`])
        : asked(
            random,
            random.pick([
              `the ${kind.words} ${word} the ${reference.words}`,
              `the ${kind.words} that ${verb} the ${reference.words}`,
            ]),
          );
    return {
      text,
      steps: [...(kind?.steps ?? []), ...reference.steps, { op: 'relation', text: `take what ${verb} it` }],
      body: `${defineReference('place', reference)}\n  return twin.objects.where(${kind === undefined ? '' : `${kind.conditions}, `}${relation}(place));`,
      names: [`the ${kind?.words ?? 'thing'}`, `the ${reference.words}`],
      needs: { pixelRelations: true, appearance: reference.looks },
      several: text.startsWith('what'),
    };
  },
};

/** "the ball to the left of the red mug". */
const beside: Form = {
  name: 'spatial/beside',
  kind: 'spatial',
  make(cast, random) {
    const reference = pickReference(cast, random);
    const kind = someKind(cast, random, 1);
    if (reference === undefined || kind === undefined) return undefined;
    const { word, relation } = random.pick(sides);
    return {
      text: asked(random, `the ${kind.words} ${word} the ${reference.words}`),
      steps: [...kind.steps, ...reference.steps, { op: 'relation', text: `take the one ${word} it` }],
      body: `${defineReference('one', reference)}\n  return twin.objects.where(${kind.conditions}, ${relation}(one));`,
      names: [`the ${kind.words}`, `the ${reference.words}`],
      needs: { appearance: reference.looks },
    };
  },
};

/** "the leftmost thing on the table". */
const endOfPlaced: Form = {
  name: 'spatial/end-of-placed',
  kind: 'spatial',
  make(cast, random) {
    const reference = pickReference(cast, random);
    if (reference === undefined) return undefined;
    const { word: place, relation, verb } = random.pick(places);
    const { word, pick } = random.pick(ends);
    const kind = random.next() < 0.5 ? undefined : someKind(cast, random);
    const of = kind?.words ?? 'thing';
    const conditions = `${kind === undefined ? '' : `${kind.conditions}, `}${relation}(place)`;
    return {
      text: asked(
        random,
        random.pick([
          `the ${word} ${of} ${place} the ${reference.words}`,
          `the ${word} ${of} that ${verb} the ${reference.words}`,
        ]),
      ),
      steps: [
        ...reference.steps,
        { op: 'relation', text: `find what ${verb} it` },
        { op: 'order', text: `take the ${word}` },
      ],
      body: `${defineReference('place', reference)}\n  return twin.objects.where(${conditions}).${pick};`,
      names: [`the ${of}`, `the ${reference.words}`],
      needs: { pixelRelations: true, appearance: reference.looks },
      ranked: {
        conditions: `${kind === undefined ? '' : `${kind.conditions}, `}${relation}(twin.objects.where(${reference.conditions}).the())`,
        by: 'x',
      },
    };
  },
};

/** "the box nearest to the red ball". */
const nearest: Form = {
  name: 'spatial/nearest',
  kind: 'spatial',
  make(cast, random) {
    const kind = someKind(cast, random);
    const reference = pickReference(cast, random, kind === undefined ? {} : { but: kind.members });
    if (kind === undefined || reference === undefined) return undefined;
    const word = random.pick(['nearest to', 'closest to']);
    return {
      text: asked(random, `the ${kind.words} ${word} the ${reference.words}`),
      steps: [...kind.steps, ...reference.steps, { op: 'order', text: 'take the one nearest to it' }],
      body: `${defineReference('one', reference)}\n  return twin.objects.where(${kind.conditions}).except(one).min(distance(one));`,
      names: [`the ${kind.words}`, `the ${reference.words}`],
      needs: { appearance: reference.looks },
      ranked: { conditions: kind.conditions, by: 'distance', from: reference.conditions },
    };
  },
};

/** "the box between the red ball and the plate". */
const between: Form = {
  name: 'spatial/between',
  kind: 'spatial',
  make(cast, random) {
    const [a, b] = [pickReference(cast, random), pickReference(cast, random)];
    if (a === undefined || b === undefined || a.members[0] === b.members[0]) return undefined;
    const kind = random.next() < 0.4 ? undefined : someKind(cast, random, 1);
    const of = kind?.words ?? 'thing';
    return {
      text: asked(random, `the ${of} between the ${a.words} and the ${b.words}`),
      steps: [
        ...(kind?.steps ?? []),
        ...a.steps,
        ...b.steps,
        { op: 'relation', text: "find what lies on the second one's side of the first" },
        { op: 'relation', text: "keep what lies on the first one's side of the second" },
      ],
      body: `${defineReference('a', a)}\n  ${defineReference('b', b)}\n  return twin.objects.where(${kind === undefined ? '' : `${kind.conditions}, `}between(a, b));`,
      names: [`the ${of}`, `the ${a.words}`, `the ${b.words}`],
      needs: { appearance: a.looks || b.looks },
    };
  },
};

/** "the leftmost thing on the table that is right of the red mug". */
const endPlacedBeside: Form = {
  name: 'spatial/end-placed-beside',
  kind: 'spatial',
  make(cast, random) {
    const place = pickReference(cast, random);
    const beside = pickReference(cast, random);
    if (place === undefined || beside === undefined || place.members[0] === beside.members[0]) return undefined;
    const { word, pick } = random.pick(ends);
    const { word: side, relation } = random.pick(sides);
    return {
      text: `the ${word} thing on the ${place.words} that is ${side} the ${beside.words}`,
      steps: [
        ...place.steps,
        { op: 'relation', text: 'find what is on it' },
        ...beside.steps,
        { op: 'relation', text: `keep what is ${side} that` },
        { op: 'order', text: `take the ${word}` },
      ],
      body: `${defineReference('place', place)}\n  ${defineReference('one', beside)}\n  return twin.objects.where(on(place), ${relation}(one)).${pick};`,
      names: ['the thing', `the ${place.words}`, `the ${beside.words}`],
      needs: { pixelRelations: true, appearance: place.looks || beside.looks },
      ranked: {
        conditions: `on(twin.objects.where(${place.conditions}).the()), ${relation}(twin.objects.where(${beside.conditions}).the())`,
        by: 'x',
      },
    };
  },
};

/** "the box on the table that is nearest to the red ball". */
const nearestPlaced: Form = {
  name: 'spatial/nearest-placed',
  kind: 'spatial',
  make(cast, random) {
    const place = pickReference(cast, random);
    const near = pickReference(cast, random);
    if (place === undefined || near === undefined || place.members[0] === near.members[0]) return undefined;
    const kind = random.next() < 0.5 ? undefined : someKind(cast, random);
    const of = kind?.words ?? 'thing';
    return {
      text: `the ${of} on the ${place.words} that is ${random.pick(['nearest', 'closest'])} to the ${near.words}`,
      steps: [
        ...place.steps,
        { op: 'relation', text: 'find what is on it' },
        ...near.steps,
        { op: 'relation', text: 'measure how far each is from that' },
        { op: 'order', text: 'take the nearest' },
      ],
      body: `${defineReference('place', place)}\n  ${defineReference('one', near)}\n  return twin.objects.where(${kind === undefined ? '' : `${kind.conditions}, `}on(place)).except(one).min(distance(one));`,
      names: [`the ${of}`, `the ${place.words}`, `the ${near.words}`],
      needs: { pixelRelations: true, appearance: place.looks || near.looks },
      ranked: {
        conditions: `${kind === undefined ? '' : `${kind.conditions}, `}on(twin.objects.where(${place.conditions}).the())`,
        by: 'distance',
        from: near.conditions,
      },
    };
  },
};

/** "the rightmost red box left of the plate": two looks and an order. */
const endOfColoredBeside: Form = {
  name: 'spatial/end-colored-beside',
  kind: 'spatial',
  make(cast, random) {
    const noun = pickOf(random, sharedNouns(cast));
    if (noun === undefined) return undefined;
    const color = pickOf(random, [...new Set(kindPhrase(cast, noun).members.flatMap((m) => m.color ?? []))]);
    const reference = pickReference(cast, random);
    if (color === undefined || reference === undefined) return undefined;
    const kind = coloredPhrase(cast, color, noun);
    const { word, pick } = random.pick(ends);
    const { word: side, relation } = random.pick(sides);
    return {
      text: `the ${word} ${kind.words} ${side} the ${reference.words}`,
      steps: [
        ...kind.steps,
        ...reference.steps,
        { op: 'relation', text: `keep those ${side} it` },
        { op: 'order', text: `take the ${word}` },
      ],
      body: `${defineReference('one', reference)}\n  return twin.objects.where(${kind.conditions}, ${relation}(one)).${pick};`,
      names: [`the ${kind.words}`, `the ${reference.words}`],
      needs: { appearance: true },
      ranked: { conditions: kind.conditions, by: 'x' },
    };
  },
};

/** "the red mug on the plate" where no mug is red, or nothing is ever there. */
const absent: Form = {
  name: 'spatial/absent',
  kind: 'spatial',
  make(cast, random) {
    const made = random.pick([placed, beside, endOfPlaced, nearestPlaced, endPlacedBeside, between]).make(cast, random);
    return made === undefined || made.several ? undefined : { ...made, absent: true };
  },
};

export const spatialForms: readonly Form[] = [
  end,
  nth,
  nearestToCamera,
  placed,
  beside,
  endOfPlaced,
  nearest,
  between,
  endPlacedBeside,
  nearestPlaced,
  endOfColoredBeside,
  absent,
];
