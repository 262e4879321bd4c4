import { someKind } from '../phrase.ts';
import { asked, type Form } from './form.ts';
import { ends } from './side-words.ts';

const ordinals = ['second', 'third'] as const;

/** "the leftmost bottle". */
export const end: Form = {
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
export const nth: Form = {
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
export const nearestToCamera: Form = {
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
