import { takeNumber, takeScale } from './modifiers.ts';
import { readMoment } from './past-moment.ts';
import type { Comparison, Cond, Measured, Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';
import { reference } from './relations.ts';
import { comparatives, degreeWords, lookUp, type Scale } from './vocabulary.ts';

/** "bigger than the red ball", "twice as big as the cup", "faster than at the start", "as tall as it is wide". */
export function readComparison(reader: Reader, said: Phrase): boolean {
  const read = reader.attempt(
    () =>
      wayComparison(reader) ?? depthComparison(reader) ?? comparedWith(reader) ?? asBigAs(reader) ?? nearerTo(reader),
  );
  if (read !== null) said.conditions.push(read);
  return read !== null;
}

/** "further left than the box", "more to the right than": sides are compared by place. */
function wayComparison(reader: Reader): Cond | null {
  return reader.attempt(() => {
    const word = reader.take(
      'further to the left than|further left than|farther left than|farther to the left than|more to the left than|further to the right than|further right than|farther right than|farther to the right than|more to the right than|further up than|higher up than|further down than|lower down than',
    );
    if (word === null) return null;
    const by = /left|right/.test(word) ? 'x' : 'y';
    return thanWhat(reader, /left|up/.test(word) ? 'less' : 'more', { by, direction: 'up' }, word);
  });
}

/** "closer to the camera than the dog", "further away than the tree". */
function depthComparison(reader: Reader): Cond | null {
  return reader.attempt(() => {
    const word = reader.take(
      'closer to the camera than|nearer to the camera than|closer to us than|nearer to us than|nearer the camera than|closer than|nearer than|farther away than|further away than|farther from the camera than|further from the camera than|farther away from the camera than|further away from the camera than|farther back than|further back than|more distant than|further in front than',
    );
    if (word === null) return null;
    return thanWhat(
      reader,
      /^(closer|nearer|further in front)/.test(word) ? 'less' : 'more',
      { by: 'depth', direction: 'up' },
      word,
    );
  });
}

function comparedWith(reader: Reader): Cond | null {
  return reader.attempt(() => {
    const factor = takeFactor(reader);
    reader.take('much|slightly|a bit|far|a little|even|clearly');
    const scale = takeScale(reader, comparatives) ?? moreOf(reader);
    if (scale === null) return null;
    reader.take('now|in size|in the picture|up in the picture|down in the picture|in front');
    if (reader.take('than') === null) return wasMore(reader, scale);
    return thanWhat(reader, scale.value.direction === 'down' ? 'more' : 'less', scale.value, scale.word, factor);
  });
}

/** "was bigger before": it is smaller now. */
function wasMore(reader: Reader, { value, word }: { value: Scale; word: string }): Cond | null {
  const moment = readMoment(reader);
  if (moment === null) return null;
  const than = { is: 'measure', measure: { is: 'then', by: value.by, moment } } as const;
  return {
    is: 'compare',
    op: value.direction === 'down' ? 'less' : 'more',
    measure: { is: 'now', by: value.by },
    than,
    word,
  };
}

/** "more distant", "less bright". */
function moreOf(reader: Reader): { value: Scale; word: string } | null {
  return reader.attempt(() => {
    const word = reader.take('more|less');
    const degree = word === null ? null : takeScale(reader, degreeWords);
    if (word === null || degree === null) return null;
    const { by, direction } = degree.value;
    const turned = direction === 'up' ? 'down' : 'up';
    return { value: { by, direction: word === 'more' ? direction : turned }, word: `${word} ${degree.word}` };
  });
}

/** "two times", "twice". */
function takeFactor(reader: Reader): number | undefined {
  const read = reader.attempt(() => {
    reader.take('at least|more than|over');
    if (reader.take('twice|double') !== null) return 2;
    const n = takeNumber(reader);
    return n !== null && reader.take('times') !== null ? n : null;
  });
  return read ?? undefined;
}

function asBigAs(reader: Reader): Cond | null {
  return reader.attempt(() => {
    const factor = takeFactor(reader);
    const half = reader.take('half') !== null;
    const negated = reader.take('not') !== null;
    reader.take('just|about|almost|nearly|equally');
    if (reader.take('as|so') === null) return null;
    const scale = takeScale(reader, degreeWords);
    if (scale === null || reader.take('as') === null) return null;
    if (factor !== undefined || half)
      return thanWhat(
        reader,
        half ? 'less' : more(scale.value),
        scale.value,
        `as ${scale.word} as`,
        half ? 0.5 : factor,
      );
    const same = sameInOther(reader, scale.value) ?? thanWhat(reader, 'about', scale.value, `as ${scale.word} as`);
    return same !== null && negated ? { is: 'not', of: same } : same;
  });
}

const more = ({ direction }: Scale): Comparison => (direction === 'down' ? 'more' : 'less');

/** "as tall as it is wide". */
function sameInOther(reader: Reader, { by }: Scale): Cond | null {
  return reader.attempt(() => {
    if (reader.take('it is|they are|it was') === null) return null;
    const other = lookUp(degreeWords, reader.peek());
    if (other === undefined) return null;
    reader.next();
    const than = { is: 'measure', measure: { is: 'now', by: other.by } } as const;
    return { is: 'compare', op: 'about', measure: { is: 'now', by }, than, word: `as ${by} as ${other.by}` };
  });
}

function thanWhat(reader: Reader, op: Comparison, { by }: Scale, word: string, factor?: number): Cond | null {
  const now: Measured = { is: 'now', by };
  const itself = thanItself(reader, op, by, word);
  if (itself !== null) return itself;
  const moment = readMoment(reader);
  if (moment !== null) {
    const than = { is: 'measure', measure: { is: 'then', by, moment } } as const;
    return { is: 'compare', op, measure: now, than, factor, word };
  }
  if (takeOthers(reader)) return { is: 'compare', op, measure: now, than: { is: 'kind', every: true }, word };
  const to = reference(reader);
  if (to === null) return null;
  reader.take('is|are|was|were|does|do|did');
  if (to.phrase.self) return null;
  return { is: 'compare', op, measure: now, than: { is: 'those', to }, factor, word };
}

/** "all the others": of the same kind. */
function takeOthers(reader: Reader): boolean {
  return (
    reader.attempt(
      () =>
        reader.take(
          'all the others|all others|every other one|every other|all the rest|the others|the rest|any other one|any other|all of the others|everything else|anything else|everyone else|anyone else',
        ) !== null && !nounHere(reader),
    ) === true
  );
}

const nounHere = (reader: Reader) =>
  !reader.done &&
  !reader.at(',|and|or|but|in|on|of|that|who|which|at|near|behind|is|are|moves|while|when|after|before');

/** "wider than it is tall", "wider than high". */
function thanItself(reader: Reader, op: Comparison, by: Scale['by'], word: string): Cond | null {
  return reader.attempt(() => {
    reader.take('it is|they are|it was');
    const other = lookUp(degreeWords, reader.peek());
    if (other === undefined || other.by === by || nounFollows(reader)) return null;
    reader.next();
    const than = { is: 'measure', measure: { is: 'now', by: other.by } } as const;
    return { is: 'compare', op, measure: { is: 'now', by }, than, word };
  });
}

const nounFollows = (reader: Reader) =>
  reader.peek(1) !== '' && !/^(,|and|or|but|that|in|on|at|near)$/.test(reader.peek(1));

/** "closer to the box than to the ball", "nearer to the box than the ball is". */
function nearerTo(reader: Reader): Cond | null {
  return reader.attempt(() => {
    const word = reader.take(
      'closer to|nearer to|nearer|closer|farther from|further from|farther away from|further away from',
    );
    if (word === null) return null;
    const to = reader.nounPhrase();
    if (to === null || reader.take('than') === null) return null;
    const op = /^(closer|nearer)/.test(word) ? 'less' : 'more';
    const measure: Measured = { is: 'distance', to };
    const moment = readMoment(reader);
    if (moment !== null) return null;
    const second = reader.take('to|from') !== null;
    const other = reader.nounPhrase();
    if (other === null) return null;
    reader.take('is|are|was');
    if (second)
      return { is: 'compare', op, measure, than: { is: 'measure', measure: { is: 'distance', to: other } }, word };
    return { is: 'compare', op, measure, than: { is: 'those', to: { phrase: other, every: other.universal } }, word };
  });
}
