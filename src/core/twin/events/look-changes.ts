import type { EventName, FrameEvent, Words } from '../program-frame.ts';
import { type EventRule, forgetIds } from './rule.ts';

const steadySeconds = 0.5;

/** changes color: the largest colour is another one for 0.5 s. */
export const colorChanges = (): EventRule => wordChanges('changes color', (words) => words.colors?.[0]?.[0]);

/** changes shape: the likeliest shape word is another one for 0.5 s. */
export const shapeChanges = (): EventRule => wordChanges('changes shape', firstShape);

function firstShape({ shapes }: Words): string | undefined {
  let best: string | undefined;
  for (const [name, p] of Object.entries(shapes ?? {})) if (best === undefined || p > shapes![best]!) best = name;
  return best;
}

function wordChanges(type: EventName, wordOf: (words: Words) => string | undefined): EventRule {
  const known = new Map<number, { word: string; other: string | null; since: number }>();
  return {
    step({ now, time }) {
      const events: FrameEvent[] = [];
      for (const [id, { attr }] of now) {
        const word = wordOf(attr.vis.words);
        if (word === undefined) continue;
        const state = known.get(id);
        if (state === undefined) known.set(id, { word, other: null, since: time });
        else if (word === state.word) state.other = null;
        else if (word !== state.other) Object.assign(state, { other: word, since: time });
        else if (time - state.since >= steadySeconds - 1e-9) {
          events.push({ t: state.since, type, who: id });
          known.set(id, { word, other: null, since: time });
        }
      }
      return events;
    },
    get size() {
      return known.size;
    },
    forget: (isKnown) => forgetIds(known, isKnown),
  };
}
