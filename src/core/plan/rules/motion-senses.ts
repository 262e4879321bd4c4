import { type Fact, type Filler, type PropertyFact, thingIn } from './fact.ts';
import { type Frame, type Prep, placeOf, prepIn } from './frame.ts';
import type { Cond } from './phrase.ts';
import { eventFact, movingCondition, propertyFact, relationFact } from './roles.ts';
import { mannersOfMoving, verbsOfBeing } from './verbs.ts';

/** Coming, going, passing, standing. */
export function motionSense(frame: Frame): Fact | null {
  return pictureSense(frame) ?? restingSense(frame) ?? risingSense(frame) ?? goingSense(frame);
}

const outside = /^(out|off|away)$/;

/** Into the picture and out of it. */
function pictureSense(frame: Frame): Fact | null {
  const { lemma, particle, tail, object } = frame;
  const who = frame.subject;
  const view = tail === 'picture';
  const entered = eventFact(frame, ['enters'], 'came into the picture', { who });
  const left = eventFact(frame, ['leaves'], 'left the picture', { who });
  if (/^(enter|arrive)$/.test(lemma) && object === undefined && !frame.passive && frame.preps.length === 0)
    return entered;
  if (frame.zone !== undefined && /^(enter|leave|exit|reach|cross)$/.test(lemma))
    return propertyFact(frame, [frame.zone.of], who, lemma === 'leave' || lemma === 'exit' ? 'ends' : 'begins');
  if (lemma === 'enter' && object !== undefined) return relationFact(frame, 'inside', who, object, 'begins');
  if (/^(exit|leave|depart)$/.test(lemma) && object === undefined && !frame.passive && (view || noPlace(frame)))
    return left;
  if (/^(exit|leave)$/.test(lemma) && object !== undefined && !frame.passive) return departed(frame, object);
  if (/^(disappear|vanish)$/.test(lemma)) return vanished(frame, who);
  if (/^(appear|emerge|show)$/.test(lemma)) return appeared(frame, who);
  if (!isGoing(lemma)) return null;
  if (view) return outside.test(particle ?? '') || prepSaid(frame, 'out of|off|from') ? left : entered;
  if (particle === undefined || frame.preps.some((p) => p.said !== 'from') || object !== undefined) return null;
  if (lemma === 'fall' || lemma === 'drop') return null;
  if (particle === 'back' || (particle === 'in' && lemma !== 'be'))
    return eventFact(frame, particle === 'back' ? ['enters', 'appears'] : ['enters'], 'came into the picture', { who });
  if (frame.ongoing && particle === 'away')
    return propertyFact(frame, [{ is: 'motion', code: 'heading("farther")', word: frame.word, said: 'moving away' }]);
  return outside.test(particle) && !(particle === 'off' && lemma === 'set') ? left : null;
}

const noPlace = (frame: Frame) => frame.preps.length === 0;
const prepSaid = (frame: Frame, said: string) => prepIn(frame, said) !== undefined;

function vanished(frame: Frame, who: Filler): Fact {
  const place = prepIn(frame, 'behind|under|in|inside|into|beneath');
  if (place !== undefined && frame.tail !== 'picture')
    return eventFact(frame, ['is covered by'], 'disappeared behind', { who, other: place.to });
  return eventFact(frame, ['disappears', 'leaves'], 'disappeared', { who });
}

function appeared(frame: Frame, who: Filler): Fact {
  const place = prepIn(frame, 'from behind|from under|behind|from|out of');
  if (place !== undefined && frame.tail !== 'picture')
    return eventFact(frame, ['is uncovered'], 'came out from', { who, other: place.to });
  return eventFact(frame, ['appears', 'enters'], 'appeared', { who });
}

/** "left the table": it was on it or in it. */
function departed(frame: Frame, from: Filler): Fact | null {
  const place = thingIn(from);
  if (place === undefined) return relationFact(frame, 'on', frame.subject, from, 'ends');
  const to = { phrase: place, every: false };
  const names = ['on', 'inside'] as const;
  const there: Cond = { is: 'any', of: names.map((name) => ({ is: 'relation', name, to, word: frame.word }) as const) };
  return propertyFact(frame, [there], frame.subject, 'ends');
}

/** "got up from the bench", "stood up from it", "jumped down from the wall": it was on it or in it. */
function risingSense(frame: Frame): Fact | null {
  const [from] = frame.preps;
  if (frame.preps.length !== 1 || from?.said !== 'from' || frame.object !== undefined || frame.passive) return null;
  return isGoing(frame.lemma) || frame.lemma === 'stand' ? departed(frame, from.to) : null;
}

const isGoing = (lemma: string) =>
  lemma === 'come' ||
  lemma === 'go' ||
  lemma === 'move' ||
  lemma === 'get' ||
  lemma === 'cross' ||
  lemma === 'pass' ||
  lemma === 'return' ||
  mannersOfMoving.has(lemma);

/** "stood still", "stayed on the table": the place follows as a relation. */
function restingSense(frame: Frame): Fact | null {
  const { lemma, tail } = frame;
  if (!verbsOfBeing.has(lemma) && lemma !== 'keep') return null;
  if (lemma === 'keep' && tail === 'moving')
    return { ...propertyFact(frame, [movingCondition(frame.word)]), lasting: true };
  if (tail === 'still') return resting(frame);
  const place = placeFact(frame, 'state');
  if (place === null) return null;
  return place;
}

function resting(frame: Frame): PropertyFact {
  const still: Cond = { is: 'not', of: movingCondition(frame.word) };
  return { ...propertyFact(frame, [still]), lasting: true };
}

function placeFact(frame: Frame, aspect: 'state' | 'begins'): Fact | null {
  const place = frame.preps.find((p) => Object.hasOwn(placeOf, p.said));
  const name = place === undefined ? undefined : placeOf[place.said];
  if (place === undefined || name === undefined) return null;
  const fact = relationFact(frame, name, frame.subject, place.to, aspect);
  return fact && { ...fact, lasting: /^(stay|remain|keep)$/.test(frame.lemma) };
}

/** "moved", "rolled behind the box", "fell off the table", "walked up to the man". */
function goingSense(frame: Frame): Fact | null {
  if (!isGoing(frame.lemma) || (frame.lemma === 'get' && frame.preps.length === 0)) return null;
  const mover: Filler = frame.passive ? frame.subject : (frame.object ?? frame.subject);
  const agent = frame.passive ? prepIn(frame, 'by')?.to : frame.object === undefined ? undefined : frame.subject;
  if (agent !== undefined && frame.preps.every(({ said }) => said === 'by'))
    return eventFact(
      frame,
      /^(throw|toss)$/.test(frame.lemma) ? ['lets go'] : ['is carried by', 'touches'],
      'was moved or thrown by',
      { who: mover, other: agent },
    );
  if (frame.zone !== undefined) return propertyFact(frame, [frame.zone.of], mover, frame.zone.way);
  if (frame.heading !== undefined) return propertyFact(frame, [frame.heading], mover);
  for (const prep of frame.preps) {
    const fact = wayFact({ ...frame, subject: mover }, prep);
    if (fact !== null) return fact;
  }
  if (frame.lemma === 'get') return null;
  if ((frame.lemma === 'come' || frame.lemma === 'return') && frame.preps.length === 0 && frame.past)
    return eventFact(frame, ['enters'], 'came into the picture', { who: mover });
  if (frame.lemma === 'return') return null;
  if (frame.preps.some(({ said }) => said === 'with')) return null;
  return { ...propertyFact(frame, [movingCondition(frame.word)], mover), once: !frame.ongoing };
}

function wayFact(frame: Frame, { said, to }: Prep): Fact | null {
  const who = frame.subject;
  switch (said) {
    case 'somewhere':
      return holderOf(frame);
    case 'behind':
      return eventFact(frame, ['passes behind'], 'passed behind', { who, other: to });
    case 'in front of':
      return eventFact(frame, ['passes in front of'], 'passed in front of', { who, other: to });
    case 'past':
    case 'by':
    case 'across':
      return eventFact(frame, ['passes in front of', 'passes behind'], 'passed', { who, other: to });
    case 'to':
    case 'up to':
    case 'towards':
    case 'closer to':
      return approach(frame, to, 'approaches', 'approaching', 'approached');
    case 'away from':
      return approach(frame, to, 'recedes', 'recedingFrom', 'moved away from');
    case 'off':
    case 'off of':
      return relationFact(frame, 'on', who, to, 'ends');
    case 'out of':
      return relationFact(frame, 'inside', who, to, 'ends');
    case 'from behind':
    case 'from under':
    case 'from inside':
      return eventFact(frame, ['is uncovered'], 'came out from', { who, other: to });
    case 'from':
    case 'with':
      return null;
    default:
      return comingTo(frame, said, to);
  }
}

/** "where did the ball go": what it is in, on or behind now. */
function holderOf(frame: Frame): Fact | null {
  const phrase = thingIn(frame.subject);
  if (phrase === undefined) return null;
  const to = { phrase, every: false };
  const names = ['contains', 'under', 'hides', 'holds'] as const;
  const there: Cond = { is: 'any', of: names.map((name) => ({ is: 'relation', name, to, word: frame.word }) as const) };
  return { ...propertyFact(frame, [there], 'gap'), now: true };
}

/** In the past it has happened; now it is going on. */
function approach(
  frame: Frame,
  to: Filler,
  type: 'approaches' | 'recedes',
  name: 'approaching' | 'recedingFrom',
  said: string,
): Fact | null {
  if (frame.past && !frame.ongoing) return eventFact(frame, [type], said, { who: frame.subject, other: to });
  return relationFact(frame, name, frame.subject, to);
}

function comingTo(frame: Frame, said: string, to: Filler): Fact | null {
  const name = Object.hasOwn(placeOf, said) ? placeOf[said] : undefined;
  return name === undefined ? null : relationFact(frame, name, frame.subject, to, frame.past ? 'begins' : 'state');
}
