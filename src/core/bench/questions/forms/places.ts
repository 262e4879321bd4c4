import { conditionsOf, defineReference, kindOrAnything, objectsOf, pickReference } from '../phrase.ts';
import { asked, type Form } from './form.ts';
import { ends, sides } from './side-words.ts';

const places = [
  { word: 'on', relation: 'on', verb: 'is on' },
  { word: 'in', relation: 'inside', verb: 'is in' },
] as const;

/** "what is on the table?", "the box on the red table". */
export const placed: Form = {
  name: 'spatial/placed',
  kind: 'spatial',
  make(cast, random) {
    const reference = pickReference(cast, random);
    if (reference === undefined) return undefined;
    const { word, relation, verb } = random.pick(places);
    const kind = kindOrAnything(cast, random, 0.4);
    const text =
      kind.conditions === ''
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
      steps: [...kind.steps, ...reference.steps, { op: 'relation', text: `take what ${verb} it` }],
      body: `${defineReference('place', reference)}\n  return ${objectsOf(kind, `${relation}(place)`)};`,
      names: [`the ${kind.words}`, `the ${reference.words}`],
      needs: { pixelRelations: true, appearance: reference.looks },
      several: text.startsWith('what'),
    };
  },
};

/** "the leftmost thing on the table". */
export const endOfPlaced: Form = {
  name: 'spatial/end-of-placed',
  kind: 'spatial',
  make(cast, random) {
    const reference = pickReference(cast, random);
    if (reference === undefined) return undefined;
    const { word: place, relation, verb } = random.pick(places);
    const { word, pick } = random.pick(ends);
    const kind = kindOrAnything(cast, random, 0.5, 2);
    return {
      text: asked(
        random,
        random.pick([
          `the ${word} ${kind.words} ${place} the ${reference.words}`,
          `the ${word} ${kind.words} that ${verb} the ${reference.words}`,
        ]),
      ),
      steps: [
        ...reference.steps,
        { op: 'relation', text: `find what ${verb} it` },
        { op: 'order', text: `take the ${word}` },
      ],
      body: `${defineReference('place', reference)}\n  return ${objectsOf(kind, `${relation}(place)`)}.${pick};`,
      names: [`the ${kind.words}`, `the ${reference.words}`],
      needs: { pixelRelations: true, appearance: reference.looks },
      ranked: {
        conditions: conditionsOf(kind, `${relation}(${objectsOf(reference)}.the())`),
        by: 'x',
      },
    };
  },
};

/** "the leftmost thing on the table that is right of the red mug". */
export const endPlacedBeside: Form = {
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
export const nearestPlaced: Form = {
  name: 'spatial/nearest-placed',
  kind: 'spatial',
  make(cast, random) {
    const place = pickReference(cast, random);
    const near = pickReference(cast, random);
    if (place === undefined || near === undefined || place.members[0] === near.members[0]) return undefined;
    const kind = kindOrAnything(cast, random, 0.5, 2);
    return {
      text: `the ${kind.words} on the ${place.words} that is ${random.pick(['nearest', 'closest'])} to the ${near.words}`,
      steps: [
        ...place.steps,
        { op: 'relation', text: 'find what is on it' },
        ...near.steps,
        { op: 'relation', text: 'measure how far each is from that' },
        { op: 'order', text: 'take the nearest' },
      ],
      body: `${defineReference('place', place)}\n  ${defineReference('one', near)}\n  return ${objectsOf(kind, 'on(place)')}.except(one).min(distance(one));`,
      names: [`the ${kind.words}`, `the ${place.words}`, `the ${near.words}`],
      needs: { pixelRelations: true, appearance: place.looks || near.looks },
      ranked: {
        conditions: conditionsOf(kind, `on(${objectsOf(place)}.the())`),
        by: 'distance',
        from: near.conditions,
      },
    };
  },
};
