import type { Cond, Phrase } from './phrase.ts';

type Relation = Extract<Cond, { is: 'relation' }>;

/** "has wheels of the same colour as itself": one and the same thing is its part and looks like it. */
export function ownLooks(condition: Relation): Cond {
  const { name, to, word } = condition;
  const compared = name === 'hasPart' ? to.phrase.conditions.flatMap(sameAsItself) : [];
  if (compared.length === 0) return condition;
  const conditions = to.phrase.conditions.filter((c) => sameAsItself(c).length === 0);
  const phrase: Phrase = { ...to.phrase, definite: false, conditions };
  const part: Cond = { is: 'relation', name, to: { phrase, every: false }, word };
  const looks = compared.map(({ look, negated }): Cond => {
    const both: Cond = { is: 'with-one', names: ['hasPart', look.name], to: { phrase, every: false }, word: look.word };
    return negated ? { is: 'not', of: both } : both;
  });
  return { is: 'all', of: [part, ...looks] };
}

interface OwnLook {
  readonly look: Relation;
  readonly negated: boolean;
}

/** A sameness with the thing itself, or the lack of one. */
function sameAsItself(condition: Cond): OwnLook[] {
  if (condition.is === 'not') return sameAsItself(condition.of).map((own) => ({ ...own, negated: !own.negated }));
  const same = condition.is === 'relation' && condition.name.startsWith('same') && condition.to.phrase.self === true;
  return same ? [{ look: condition, negated: false }] : [];
}
