import { findNoun } from './lexicon.ts';
import { ownLooks } from './own-looks.ts';
import { type Cond, emptyPhrase, type Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';

const attempted = (reader: Reader, rule: () => boolean) => reader.attempt(rule) === true;

/** "whose shirt is red", "whose handle is black", "whose handle does not match the mug". */
export function readWhose(reader: Reader, phrase: Phrase): boolean {
  return attempted(reader, () => {
    const own =
      reader.take(
        'of a colour that|in a colour that|with a colour that|has a colour that|of a colour which|in a colour which|with a colour which',
      ) !== null;
    if (own) return readOwnLook(reader, phrase, 'colour');
    if (reader.take('whose') === null) return false;
    const kind = reader.take('colour|shape|size');
    if (kind !== null) return readOwnLook(reader, phrase, kind);
    const mode = reader.mode;
    reader.mode = 'subject';
    const owned = reader.nounPhrase();
    reader.mode = mode;
    if (owned === null) return false;
    const match = unlikeOwner(reader, phrase);
    if (match !== null) {
      phrase.conditions.push(...ownedUnlike(owned, match));
      return true;
    }
    if (!reader.grammar.predicates(reader, owned)) return false;
    phrase.conditions.push(owning({ ...owned, definite: false }));
    return true;
  });
}

/** "whose colour changed", "whose colour is the same as that of the ball". */
function readOwnLook(reader: Reader, phrase: Phrase, kind: string): boolean {
  const name = kind === 'colour' ? 'sameColor' : 'sameShape';
  if (reader.take('changed|changes|has changed|have changed|did change') !== null) {
    phrase.conditions.push({
      is: 'event',
      types: [kind === 'colour' ? 'changes color' : `changes ${kind}`],
      word: 'changed',
      said: `changed ${kind}`,
    });
    return true;
  }
  const other = reader.attempt(() => (reader.take('no other') === null ? null : reader.nounPhrase()));
  if (other !== null && reader.take('has|shares|have') !== null) {
    const to = { phrase: { ...other, definite: false }, every: false };
    phrase.conditions.push({ is: 'not', of: { is: 'relation', name, to, word: `no other ${kind}` } });
    return true;
  }
  const once = reader.take(
    'no other one has|no other thing has|nothing else has|no other has|occurs only once|is unique|appears only once|nothing else has|no other thing has|occurs once|is shared by nothing else',
  );
  if (once !== null) {
    phrase.conditions.push({
      is: 'not',
      of: { is: 'relation', name, to: { phrase: emptyPhrase(), every: false }, word: once },
    });
    return true;
  }
  const often = reader.take(
    'occurs more than once|appears more than once|occurs at least twice|occurs several times|is shared',
  );
  if (often !== null) {
    phrase.conditions.push({ is: 'relation', name, to: { phrase: emptyPhrase(), every: false }, word: often });
    return true;
  }
  const not =
    reader.take('is the same as|is that of|is like|matches|equals') === null
      ? reader.take('is not the same as|does not match|differs from|is different from')
      : null;
  if (not === null && !/^(as|of|like|matches|equals)$/.test(reader.peek(-1)))
    return reader.take('is|was') !== null && reader.grammar.predicates(reader, phrase);
  reader.take('that of');
  const to = reader.nounPhrase();
  if (to === null) return false;
  const same: Cond = { is: 'relation', name, to: { phrase: to, every: to.universal }, word: `same ${kind}` };
  phrase.conditions.push(not === null ? same : { is: 'not', of: same });
  return true;
}

/** "does not match the mug", "has the same colour as the mug": compared with its own whole. */
function unlikeOwner(reader: Reader, phrase: Phrase): { negated: boolean } | null {
  return reader.attempt(() => {
    const negated = reader.take(
      'does not match|do not match|is not of the same colour as|is of another colour than|has a different colour than|has another colour than|has a different colour from|differs in colour from|differs from|is not the same colour as|does not have the same colour as',
    );
    if (
      negated === null &&
      reader.take('matches|match|has the same colour as|is of the same colour as|is the same colour as') === null
    )
      return null;
    if (reader.take('it|its own|them|itself|the rest|the rest of it') !== null) return { negated: negated !== null };
    const whole = reader.nounPhrase();
    reader.take('itself|themselves');
    return whole !== null && whole.noun === phrase.noun ? { negated: negated !== null } : null;
  });
}

function ownedUnlike(owned: Phrase, { negated }: { negated: boolean }): Cond[] {
  const to = { phrase: { ...owned, definite: false }, every: false };
  const same: Cond = { is: 'with-one', names: ['hasPart', 'sameColor'], to, word: 'same colour' };
  return negated
    ? [
        { is: 'relation', name: 'hasPart', to, word: 'whose' },
        { is: 'not', of: same },
      ]
    : [same];
}

function owning(owned: Phrase): Cond {
  const noun = owned.noun ?? '';
  const worn = findNoun(noun)?.sort === 'clothing';
  const colors = owned.conditions.flatMap((c) => (c.is === 'color' ? c.colors : []));
  if (worn) return { is: 'wears', garment: noun, colors, word: [...owned.words, ...colors].join(' ') };
  return ownLooks({ is: 'relation', name: 'hasPart', to: { phrase: owned, every: false }, word: 'whose' });
}
