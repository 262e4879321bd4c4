/** What a word of the language gives; the static check follows these. */
export type WordKind = 'condition' | 'measure' | 'moment' | 'quantified' | 'edge' | 'objects' | 'any';

type WordTable = Readonly<Record<string, WordKind>>;

/** Words without arguments. */
export const plainWords: WordTable = {
  visible: 'condition',
  hidden: 'condition',
  present: 'condition',
  moving: 'condition',
  x: 'measure',
  y: 'measure',
  area: 'measure',
  width: 'measure',
  height: 'measure',
  length: 'measure',
  depth: 'measure',
  speed: 'measure',
  brightness: 'measure',
  count: 'measure',
  start: 'moment',
  firstSeen: 'moment',
};

/** Words with arguments, by what they give. */
export const calledWords: WordTable = {
  ...kinds(
    'condition',
    'color shape texture label inState heading inZone leftOf rightOf above below behind inFrontOf nearTo touching on under inside contains holds heldBy hides hiddenBy partOf hasPart approaching recedingFrom sameColor sameShape sameLabel between withOne among exists not all any maybe more less about check ever always held did',
  ),
  ...kinds('measure', 'distance travelled duration times change measure'),
  ...kinds('moment', 'ago'),
  ...kinds('quantified', 'every atLeast exactly'),
  ...kinds('edge', 'begins ends'),
  ...kinds('objects', 'current'),
  ...kinds('any', 'at'),
};

/** Every global word of the language. */
export const vocabularyWords: readonly string[] = [...Object.keys(plainWords), ...Object.keys(calledWords)];

function kinds(kind: WordKind, words: string): WordTable {
  return Object.fromEntries(words.split(' ').map((word) => [word, kind]));
}
