import { defineReference, kindOrAnything, namesOf, objectsOf, pickReference } from '../phrase.ts';
import { pickOf } from '../pick.ts';
import type { Form } from './form.ts';

/** "the ball that has never moved". */
export const neverMoved: Form = {
  name: 'temporal/never-moved',
  kind: 'temporal',
  make(cast, random) {
    const of = kindOrAnything(cast, random, 0.45, 2);
    if (of.conditions === '') return undefined;
    return {
      text: random.pick([
        `the ${of.words} that has never moved`,
        `which ${of.words} has never moved?`,
        `the ${of.words} that has not moved`,
      ]),
      steps: [...of.steps, { op: 'time', text: 'keep what has not moved at any time' }],
      body: `return ${objectsOf(of, 'not(ever(moving))')};`,
      names: [`the ${of.words}`],
      needs: {},
    };
  },
};

/** "what is moving?", "the car that is moving". */
export const movingNow: Form = {
  name: 'temporal/moving',
  kind: 'temporal',
  make(cast, random) {
    const of = kindOrAnything(cast, random, 0.45);
    return {
      text: random.pick([
        `the ${of.words} that is moving`,
        `which ${of.words} is moving?`,
        `the ${of.words} that is moving right now`,
      ]),
      steps: [...of.steps, { op: 'event', text: 'keep what moves now' }],
      body: `return ${objectsOf(of, 'moving')};`,
      names: [`the ${of.words}`],
      needs: {},
    };
  },
};

/** "what the hand is holding", "whoever holds the ball". */
export const held: Form = {
  name: 'temporal/held',
  kind: 'temporal',
  make(cast, random) {
    const holders = cast.wholes.filter(({ nouns }) => nouns.includes('hand') || nouns.includes('person'));
    const holder = pickOf(
      random,
      holders.flatMap((member) => namesOf(cast, member)),
    );
    if (holder === undefined) return undefined;
    return {
      text: random.pick([
        `what is the ${holder.words} holding?`,
        `what the ${holder.words} holds`,
        `the thing that the ${holder.words} is holding`,
      ]),
      steps: [...holder.steps, { op: 'relation', text: 'take what it holds at this moment' }],
      body: `${defineReference('holder', holder)}\n  return twin.objects.where(heldBy(holder));`,
      names: ['the thing', `the ${holder.words}`],
      needs: { pixelRelations: true, appearance: holder.looks },
    };
  },
};

/** "the thing that was on the table at the start and is not on it any more". */
export const left: Form = {
  name: 'temporal/no-more',
  kind: 'temporal',
  make(cast, random) {
    const place = pickReference(cast, random);
    if (place === undefined) return undefined;
    const [word, relation] = random.pick([
      ['on', 'on'],
      ['in', 'inside'],
    ] as const);
    return {
      text: random.pick([
        `the thing that was ${word} the ${place.words} at the start and is not ${word} it any more`,
        `what was ${word} the ${place.words} at the start but is not ${word} it now?`,
      ]),
      steps: [
        ...place.steps,
        { op: 'time', text: `find what was ${word} it at the start` },
        { op: 'relation', text: `find what is ${word} it now` },
        { op: 'time', text: 'take what was there and is not any more' },
      ],
      body: `${defineReference('place', place)}\n  return twin.objects.where(at(start, ${relation}(place)), not(${relation}(place)));`,
      names: ['the thing', `the ${place.words}`],
      needs: { pixelRelations: true, appearance: place.looks },
    };
  },
};
