import { type Fact, type Filler, isGap, referTo } from './fact.ts';
import { type Frame, type Prep, placeOf, prepIn } from './frame.ts';
import { doer, done, eventFact, propertyFact, relationFact, wordSet } from './roles.ts';

const holding = wordSet('hold carry grip grasp clutch cradle wield');
const picking = wordSet('pick grab catch lift seize snatch fetch collect raise grasp receive acquire get');
const taking = wordSet('take remove lift pick grab pull get fetch snatch collect raise withdraw unload extract clear');
const putting = wordSet(
  'add put place set lay drop deposit leave stack pile load pour slide push move bring throw insert return lower stick',
);
const giving = wordSet('give hand pass throw toss');

/** Holding, picking up, putting down, taking away, giving. */
export function handlingSense(frame: Frame): Fact | null {
  return givingSense(frame) ?? puttingSense(frame) ?? takingSense(frame) ?? pickingSense(frame) ?? holdingSense(frame);
}

function holdingSense(frame: Frame): Fact | null {
  const { lemma } = frame;
  if (lemma === 'have' || lemma === 'own') return null;
  if (!holding.has(lemma) && !(lemma === 'use' || lemma === 'keep')) return null;
  const who = done(frame);
  const by = doer(frame);
  if (who === undefined) return null;
  const place = by === undefined ? placePrep(frame) : undefined;
  if (place !== undefined && frame.passive) return relationFact(frame, placeOf[place.said] ?? 'inside', who, place.to);
  if (by === undefined) return eventFact(frame, ['is carried by'], 'was carried', { who });
  if (lemma === 'carry' && frame.passive && frame.past && !frame.ongoing)
    return { ...eventFact(frame, ['is carried by'], 'was carried by', { who, other: by }), lasts: true };
  return relationFact(frame, 'holds', by, who);
}

/** "picked up the ball", "caught it", "the ball was lifted". */
function pickingSense(frame: Frame): Fact | null {
  const { lemma, particle } = frame;
  if (!picking.has(lemma) && !(lemma === 'take' && particle !== 'off')) return null;
  const who = done(frame);
  if (who === undefined || (lemma === 'get' && !frame.object)) return null;
  if (lemma === 'take' && particle === undefined && frame.passive && doer(frame) === undefined) return null;
  const other = doer(frame) ?? (lemma === 'receive' ? frame.subject : undefined);
  return eventFact(frame, ['is carried by'], 'was picked up by', { who, other });
}

/** "took the book from the shelf", "the lid was removed", "taken out of the box". */
function takingSense(frame: Frame): Fact | null {
  const { lemma, particle } = frame;
  if (!taking.has(lemma)) return null;
  const who = done(frame);
  const by = doer(frame);
  if (who === undefined) return null;
  const out = prepIn(frame, 'out of|from inside');
  if (out !== undefined) return eventFact(frame, ['is taken out of'], 'was taken out of', { who, other: out.to, by });
  const from = prepIn(frame, 'from|off|off of|away from');
  if (from !== undefined)
    return eventFact(frame, ['is taken from', 'is taken out of'], 'was taken from', { who, other: from.to, by });
  if (particle === 'out') return eventFact(frame, ['is taken out of'], 'was taken out', { who, by });
  if (particle === 'off') return eventFact(frame, ['is taken from'], 'was taken off', { who, by });
  const away = particle === 'away' || lemma === 'remove' || (lemma === 'take' && frame.passive);
  if (!away) return null;
  if (by !== undefined) return eventFact(frame, ['is taken from', 'is taken out of'], 'was taken away', { who, by });
  const types = ['is taken from', 'is taken out of', 'is carried by', 'leaves', 'disappears'];
  return eventFact(frame, types, 'was taken away', { who });
}

/**
 * "put the cup on the table", "put down", "placed next to the box". What was taken away may have left the picture:
 * then it is "put back" when it comes into it again, whatever it is put on.
 */
function puttingSense(frame: Frame): Fact | null {
  const { lemma, particle } = frame;
  if (!putting.has(lemma)) return null;
  const who = done(frame);
  const by = doer(frame);
  if (who === undefined) return null;
  const plain = lemma === 'put' || lemma === 'place' || lemma === 'set' || lemma === 'lay' || lemma === 'deposit';
  const somewhere = prepIn(frame, 'somewhere');
  if (somewhere !== undefined)
    return eventFact(frame, ['is put on', 'is put in'], 'was put on', { who, other: somewhere.to, by });
  const added = lemma === 'add' ? prepIn(frame, 'to') : undefined;
  if (added !== undefined)
    return eventFact(frame, ['is put on', 'is put in'], 'was added to', { who, other: added.to, by });
  const place = placePrep(frame);
  if (place !== undefined) return putSomewhere(frame, who, by, place);
  if (particle === 'back' && plain && by === undefined)
    return eventFact(frame, ['is put on', 'is put in', 'enters', 'appears'], 'was put back', { who });
  if (particle === 'down' || (particle === 'back' && plain))
    return eventFact(frame, ['is put on', 'is put in'], 'was put down', { who, by });
  if (particle === 'in' && plain) return eventFact(frame, ['is put in'], 'was put in', { who, by });
  if (particle === 'away' && plain)
    return eventFact(frame, ['is put in', 'leaves', 'disappears'], 'was put away', { who, by });
  return plain ||
    (lemma === 'drop' && frame.object !== undefined) ||
    (frame.passive && /^(deposit|leave|drop)$/.test(lemma))
    ? eventFact(frame, ['is put on', 'is put in'], 'was put down', { who, by })
    : null;
}

const placePrep = (frame: Frame): Prep | undefined =>
  frame.preps.find((prep) => prep.said !== 'by' && Object.hasOwn(placeOf, prep.said));

function putSomewhere(frame: Frame, who: Filler, by: Filler | undefined, place: Prep): Fact | null {
  const relation = placeOf[place.said];
  if (relation === 'on') return eventFact(frame, ['is put on'], 'was put on', { who, other: place.to, by });
  if (relation === 'inside') return eventFact(frame, ['is put in'], 'was put in', { who, other: place.to, by });
  return relation === undefined ? null : relationFact(frame, relation, who, place.to, 'begins');
}

/** Who gives held it until the other one got it. */
function giverFact(frame: Frame, object: Filler, to: Filler): Fact | null {
  const [thing, taker] = [referTo(object), referTo(to)];
  if (thing === undefined || taker === undefined) return null;
  const got = { types: ['is carried by'], who: thing, other: taker, word: frame.word, said: 'came to be held by' };
  const before = { is: 'happening', event: got, rank: 1 } as const;
  const held = { is: 'relation', name: 'holds', to: thing, word: frame.word } as const;
  return propertyFact(frame, [{ is: 'ever', of: held, span: { before, within: 0.5 } }]);
}

/** "gave the girl the ball", "was given to the girl", "threw it to him". */
function givingSense(frame: Frame): Fact | null {
  if (!giving.has(frame.lemma)) return null;
  const to = prepIn(frame, 'to');
  if (frame.passive) {
    const given = frame.object;
    if (given !== undefined)
      return eventFact(frame, ['is carried by'], 'was given to', { who: given, other: frame.subject });
    return to === undefined && frame.lemma !== 'give'
      ? null
      : eventFact(frame, ['is carried by'], 'was given to', { who: frame.subject, other: to?.to });
  }
  if (frame.second !== undefined && isGap(frame.subject) && frame.object !== undefined)
    return giverFact(frame, frame.second, frame.object);
  if (frame.second !== undefined)
    return eventFact(frame, ['is carried by'], 'was given to', { who: frame.second, other: frame.object });
  if (to === undefined || frame.object === undefined) return null;
  if (isGap(frame.subject)) return giverFact(frame, frame.object, to.to);
  return eventFact(frame, ['is carried by'], 'was given to', { who: frame.object, other: to.to });
}
