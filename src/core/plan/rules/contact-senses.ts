import type { Fact, Filler } from './fact.ts';
import { type Frame, prepIn } from './frame.ts';
import { findNoun } from './lexicon.ts';
import type { RelationName } from './phrase.ts';
import { doer, done, eventFact, propertyFact, relationFact, wordSet } from './roles.ts';

const touching = wordSet(
  'touch hit bump collide crash strike knock run meet contact kick tap bounce smash slam rub brush nudge ram reach push poke graze',
);
const covering = wordSet('cover hide conceal bury occlude obscure block veil mask shield');
const uncovering = wordSet('uncover reveal expose unveil unhide');
const leaving = wordSet('release separate part detach lose drop let');

/** Touching, covering, approaching, containing, sharing. */
export function contactSense(frame: Frame): Fact | null {
  return (
    touchingSense(frame) ??
    coveringSense(frame) ??
    leavingSense(frame) ??
    approachingSense(frame) ??
    passingSense(frame) ??
    stateSense(frame)
  );
}

/** "bumped into the box", "was hit by the ball", "touches". */
function touchingSense(frame: Frame): Fact | null {
  const { lemma } = frame;
  const contact = prepIn(frame, 'into|against|with');
  const made = frame.particle === 'contact' || frame.tail === 'contact';
  if (!touching.has(lemma) && !(made && /^(make|come)$/.test(lemma))) return null;
  if (/^(run|knock|bounce|crash|slam|smash|rub|brush)$/.test(lemma) && contact === undefined && !frame.passive) {
    if (lemma !== 'crash' && lemma !== 'knock') return null;
  }
  if ((lemma === 'reach' || lemma === 'push') && done(frame) === undefined) return null;
  const who = frame.passive ? (doer(frame) ?? undefined) : frame.subject;
  const other = frame.passive ? frame.subject : (frame.object ?? contact?.to);
  if (lemma === 'touch' && !frame.past && who !== undefined && other !== undefined)
    return relationFact(frame, 'touching', who, other);
  if (frame.passive && who === undefined) return eventFact(frame, ['touches'], 'was touched', { who: other });
  return eventFact(frame, ['touches'], 'touched', { who, other });
}

/** "covered the ball", "was hidden by the cup", "is covered". */
function coveringSense(frame: Frame): Fact | null {
  const { lemma } = frame;
  if (uncovering.has(lemma)) return uncovered(frame);
  if (!covering.has(lemma)) return null;
  const who = done(frame);
  const other = frame.passive
    ? (doer(frame) ?? prepIn(frame, 'under|behind|with|beneath|inside|in')?.to)
    : frame.subject;
  if (who === undefined) return hidItself(frame);
  const event = frame.past && (!frame.passive || other !== undefined || lemma === 'cover');
  if (event) return eventFact(frame, ['is covered by'], 'was covered by', { who, other });
  if (other !== undefined) return relationFact(frame, 'hiddenBy', who, other);
  return propertyFact(frame, [{ is: 'plain', code: 'hidden', word: frame.word, said: 'hidden' }], who);
}

/** "the ball hid behind the box". */
function hidItself(frame: Frame): Fact | null {
  const place = prepIn(frame, 'behind|under|in|inside|beneath');
  return place === undefined ? null : relationFact(frame, 'hiddenBy', frame.subject, place.to, 'begins');
}

function uncovered(frame: Frame): Fact | null {
  const who = done(frame);
  if (who === undefined) return null;
  return eventFact(frame, ['is uncovered'], 'was uncovered', { who, other: doer(frame) });
}

/** "let go of the ball", "released it", "lost contact with". */
function leavingSense(frame: Frame): Fact | null {
  const { lemma, particle } = frame;
  if (!leaving.has(lemma)) return null;
  if (lemma === 'let' && particle !== 'go' && frame.tail !== 'go') return null;
  if (lemma === 'drop' && doer(frame) === undefined) return null;
  const other = prepIn(frame, 'of|from|with')?.to ?? (frame.passive ? frame.subject : frame.object);
  if (lemma === 'drop' || other === undefined) return null;
  const who = frame.passive ? doer(frame) : frame.subject;
  return who === undefined
    ? eventFact(frame, ['lets go'], 'was let go', { who: other })
    : eventFact(frame, ['lets go'], 'let go of', { who, other });
}

/** "approached the box", "was approached by". */
function approachingSense(frame: Frame): Fact | null {
  if (!/^(approach|near|chase|follow|pursue)$/.test(frame.lemma)) return null;
  const who = doer(frame);
  const other = done(frame);
  if (who === undefined && other === undefined) return null;
  if (frame.past || frame.lemma !== 'approach') {
    return frame.past
      ? eventFact(frame, ['approaches'], 'approached', { who, other })
      : relationFact(frame, 'approaching', who, other);
  }
  return relationFact(frame, 'approaching', who, other);
}

/** "passed the box", "overtook the bus", "was passed by": on either side. */
function passingSense(frame: Frame): Fact | null {
  if (!/^(pass|overtake|cross)$/.test(frame.lemma) || frame.preps.some((p) => p.said !== 'by')) return null;
  const who = doer(frame);
  const other: Filler | undefined = done(frame);
  if (other === undefined) return null;
  return eventFact(frame, ['passes in front of', 'passes behind'], 'passed', { who, other });
}

/** "has a handle", "has another book on it", "had the ball in its mouth". */
function haveSense(frame: Frame): Fact | null {
  const name =
    frame.tail === 'on' ? 'under' : frame.tail === 'in' ? 'contains' : isPartFiller(frame.object) ? 'hasPart' : 'with';
  return relationFact(frame, name, frame.subject, frame.object);
}

const isPartFiller = (filler: Filler | undefined) =>
  typeof filler === 'object' && findNoun(filler.noun ?? '')?.sort === 'part';

const states: Readonly<Record<string, RelationName>> = {
  contain: 'contains',
  hold: 'holds',
  support: 'under',
  surround: 'contains',
  enclose: 'contains',
  bear: 'under',
  face: 'nearTo',
};

/** "contains the ball", "supports the lamp", "wears a hat", "matches the cup". */
function stateSense(frame: Frame): Fact | null {
  const { lemma } = frame;
  if (lemma === 'match' || lemma === 'resemble') return relationFact(frame, 'sameColor', frame.subject, frame.object);
  if (lemma === 'have') return haveSense(frame);
  // What belongs to the car is what the car has.
  if (lemma === 'belong') return relationFact(frame, 'with', prepIn(frame, 'to')?.to, frame.subject);
  if (lemma === 'keep' && frame.object !== undefined) return relationFact(frame, 'holds', frame.subject, frame.object);
  if (lemma === 'wear') return relationFact(frame, 'holds', frame.subject, frame.object);
  const name = Object.hasOwn(states, lemma) ? states[lemma] : undefined;
  if (name === undefined) return null;
  const by = frame.passive ? (doer(frame) ?? prepIn(frame, 'in|inside')?.to) : frame.subject;
  return relationFact(frame, name, by, done(frame));
}
