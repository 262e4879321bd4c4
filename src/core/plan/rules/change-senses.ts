import type { Fact } from './fact.ts';
import { type Frame, prepIn } from './frame.ts';
import type { Cond } from './phrase.ts';
import { doer, done, eventFact, propertyFact, wordSet } from './roles.ts';
import { colorWords, comparatives, lookUp } from './vocabulary.ts';

const splitting = wordSet('split divide break shatter separate fragment');
const merging = wordSet('merge join unite combine fuse');

/** Changing, growing, splitting, merging, stopping, starting, turning. */
export function changeSense(frame: Frame): Fact | null {
  return (
    openingSense(frame) ??
    phaseSense(frame) ??
    turningSense(frame) ??
    changingSense(frame) ??
    growingSense(frame) ??
    splittingSense(frame)
  );
}

const opened: Readonly<Record<string, string>> = {
  open: 'open',
  close: 'closed',
  shut: 'closed',
  lock: 'locked',
  unlock: 'unlocked',
  light: 'lit',
  fill: 'full',
  break: 'broken',
};

/** "was opened", "was switched on": it came to be in that state. */
function openingSense(frame: Frame): Fact | null {
  const { lemma, particle } = frame;
  const switched = /^(switch|turn)$/.test(lemma) && (particle === 'on' || particle === 'off') ? particle : undefined;
  const state = switched ?? (lemma !== 'break' && Object.hasOwn(opened, lemma) ? opened[lemma] : undefined);
  if (state === undefined) return null;
  const who = done(frame) ?? frame.object ?? frame.subject;
  return propertyFact(frame, [{ is: 'state', state, word: frame.word }], who, 'begins');
}

/** "stopped moving", "came to rest", "set off", "sped up". */
function phaseSense(frame: Frame): Fact | null {
  const { lemma, tail, particle } = frame;
  const subject = frame.passive ? (done(frame) ?? frame.subject) : frame.subject;
  const who = frame.object ?? subject;
  if (/^(stop|halt|pause|cease)$/.test(lemma) || (lemma === 'come' && /^(stop|halt|rest|standstill)$/.test(tail ?? '')))
    return eventFact(frame, ['stops'], 'stopped', { who });
  if (/^(start|begin|resume)$/.test(lemma)) return eventFact(frame, ['starts'], 'started to move', { who });
  if (lemma === 'set' && particle === 'off') return eventFact(frame, ['starts'], 'started to move', { who });
  if (
    lemma === 'accelerate' ||
    (/^(speed|pick)$/.test(lemma) && particle === 'up' && (lemma === 'speed' || tail === 'speed'))
  )
    return eventFact(frame, ['speeds up'], 'sped up', { who: subject });
  return null;
}

/** "turned", "changed direction"; "turned red" is a change of colour. */
function turningSense(frame: Frame): Fact | null {
  const { lemma, tail } = frame;
  if (/^(turn|become|get|go|grow|paint)$/.test(lemma) && tail !== undefined) return becoming(frame, tail);
  if (lemma === 'make' && tail === 'turn') return eventFact(frame, ['turns'], 'turned', { who: frame.subject });
  if (/^(turn|veer|swerve|reverse|rotate)$/.test(lemma) && frame.object === undefined)
    return eventFact(frame, ['turns'], 'turned', { who: frame.subject });
  return lemma === 'change' && tail === 'direction'
    ? eventFact(frame, ['turns'], 'changed direction', { who: frame.subject })
    : null;
}

function becoming(frame: Frame, word: string): Fact | null {
  if (/^(visible|hidden|invisible)$/.test(word))
    return propertyFact(
      frame,
      [{ is: 'plain', code: word === 'visible' ? 'visible' : 'hidden', word, said: word }],
      frame.subject,
      'begins',
    );
  const colors = lookUp(colorWords, word);
  if (colors !== undefined)
    return propertyFact(frame, [{ is: 'color', colors, word, sure: true }], frame.subject, 'begins');
  const scale = lookUp(comparatives, word);
  return scale === undefined ? null : propertyFact(frame, [changed(scale.by, scale.direction, word)]);
}

const changed = (
  by: Extract<Parameters<typeof lookUp>[1], string> | (typeof comparatives)[string]['by'],
  direction: 'up' | 'down',
  word: string,
): Cond => ({
  is: 'compare',
  op: direction === 'down' ? 'more' : 'less',
  measure: { is: 'now', by: by as (typeof comparatives)[string]['by'] },
  than: {
    is: 'measure',
    measure: { is: 'then', by: by as (typeof comparatives)[string]['by'], moment: { is: 'first-seen' } },
  },
  word,
});

function changingSense(frame: Frame): Fact | null {
  const { lemma, tail } = frame;
  if (lemma === 'recolor' || lemma === 'recolour')
    return eventFact(frame, ['changes color'], 'changed colour', { who: done(frame) ?? frame.subject });
  if (lemma !== 'change' && lemma !== 'switch') return null;
  const to = prepIn(frame, 'to')?.to;
  if (typeof to === 'object' && to.conditions.length > 0)
    return propertyFact(frame, to.conditions, frame.subject, 'begins');
  if (tail === 'colour') return eventFact(frame, ['changes color'], 'changed colour', { who: frame.subject });
  if (tail === 'size' || tail === 'shape')
    return eventFact(frame, [`changes ${tail}`], `changed ${tail}`, { who: frame.subject });
  return null;
}

function growingSense(frame: Frame): Fact | null {
  if (/^(slow|decelerate|brake)$/.test(frame.lemma)) return propertyFact(frame, [changed('speed', 'up', frame.word)]);
  const grows = /^(grow|expand|swell|inflate|enlarge)$/.test(frame.lemma);
  if (!grows && !/^(shrink|contract|deflate|dwindle)$/.test(frame.lemma)) return null;
  return propertyFact(frame, [changed('area', grows ? 'down' : 'up', frame.word)]);
}

function splittingSense(frame: Frame): Fact | null {
  const { lemma } = frame;
  const who = frame.passive ? frame.subject : (frame.subject ?? frame.object);
  if (splitting.has(lemma) || (/^(come|fall)$/.test(lemma) && frame.particle === 'apart'))
    return eventFact(frame, ['splits'], 'split', { who });
  if (!merging.has(lemma)) return null;
  const other = prepIn(frame, 'with|into|to')?.to ?? frame.object ?? (frame.passive ? doer(frame) : undefined);
  return eventFact(frame, ['merges'], 'merged', { who: frame.subject, other });
}
