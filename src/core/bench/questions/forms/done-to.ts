import type { Random } from '../../../base/random.ts';
import type { Cast } from '../cast.ts';
import { defineReference, namesOf } from '../phrase.ts';
import { pickOf } from '../pick.ts';
import type { Form } from './form.ts';
import { doneTo } from './happenings.ts';

/** "what was put on the table?", "the thing that was taken from the red box". */
export const doneToReference: Form = {
  name: 'temporal/done-to',
  kind: 'temporal',
  make(cast, random) {
    const made = eventWithOther(cast, random);
    if (made === undefined) return undefined;
    const { way, other, type } = made;
    return {
      text: random.pick([`the thing that ${way} the ${other.words}`, `what ${way} the ${other.words}?`]),
      steps: [...other.steps, { op: 'event', text: `take what ${way} it` }],
      body: `${defineReference('one', other)}\n  return twin.objects.where(did("${type}", { other: one }));`,
      names: ['the thing', `the ${other.words}`],
      needs: { pixelRelations: true, appearance: other.looks },
    };
  },
};

/** "the last thing that was put on the red box". */
export const orderedDoneTo: Form = {
  name: 'temporal/first-last-done-to',
  kind: 'temporal',
  make(cast, random) {
    const made = eventWithOther(cast, random);
    if (made === undefined) return undefined;
    const { way, other, type } = made;
    const n = random.pick(['first', 'last', 'second'] as const);
    return {
      text: `the ${n} thing that ${way} the ${other.words}`,
      steps: [...other.steps, { op: 'event', text: `find what ${way} it` }, { op: 'order', text: `take the ${n}` }],
      body: `${defineReference('one', other)}\n  return twin.events("${type}", { other: one }).${n === 'second' ? 'nth(2)' : `${n}()`}.who();`,
      names: ['the thing', `the ${other.words}`],
      needs: { pixelRelations: true, appearance: other.looks },
    };
  },
};

/** An event with a second role that has a name of its own. */
function eventWithOther(cast: Cast, random: Random) {
  const options = cast.events.flatMap(({ type, other }) => {
    const way = doneTo[type];
    const member = cast.wholes.find(({ id }) => id === other);
    return way === undefined || member === undefined
      ? []
      : namesOf(cast, member).map((phrase) => ({ way, other: phrase, type }));
  });
  return pickOf(random, options);
}
