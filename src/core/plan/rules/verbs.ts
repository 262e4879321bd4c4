/** How a verb stands in a sentence. */
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

export interface VerbWord {
  readonly lemma: string;
  readonly forms: readonly VerbForm[];
}

/** Regular verbs, then irregular ones as `lemma past participle`. */
const regular =
  'move walk jump roll slide gallop trot canter hop climb dance crawl travel stop start turn enter exit appear disappear vanish return pass touch contact carry lift place remove cover uncover hide approach contain wear rest lie stay remain change pick drop open close reach watch look push pull toss kick bump collide cross arrive point face belong match grab support emerge locate position hang lean park surround enclose overlap occlude block drift float slow depart slip speed wander follow own use rotate accelerate head border join own';
const irregular =
  'be was been|run ran run|fly flew flown|drive drove driven|ride rode ridden|go went gone|come came come|swim swam swum|fall fell fallen|rise rose risen|leave left left|hit hit hit|hold held held|take took taken|put put put|stand stood stood|sit sat sat|lie lay lain|throw threw thrown|bring brought brought|catch caught caught|hide hid hidden|wear wore worn|hang hung hung|keep kept kept|begin began begun|give gave given|see saw seen|swing swung swung|shake shook shaken|speed sped sped|have had had|bounce bounced bounced|get got gotten|set set set|lay laid laid|spin spun spun|meet met met|become became become';

function readVerbs(): ReadonlyMap<string, VerbWord> {
  const map = new Map<string, { lemma: string; forms: VerbForm[] }>();
  const add = (word: string, lemma: string, form: VerbForm) => {
    const known = map.get(word);
    if (known === undefined) map.set(word, { lemma, forms: [form] });
    else if (known.lemma === lemma) known.forms.push(form);
  };
  const addForms = (lemma: string, past: string, participle: string) => {
    add(lemma, lemma, 'base');
    add(thirdPerson(lemma), lemma, 's');
    add(past, lemma, 'past');
    add(participle, lemma, 'participle');
    add(ingForm(lemma), lemma, 'ing');
  };
  for (const row of irregular.split('|')) {
    const [lemma = '', past = '', participle = ''] = row.split(' ');
    addForms(lemma, past, participle);
  }
  for (const lemma of regular.split(' ')) if (!map.has(lemma)) addForms(lemma, pastForm(lemma), pastForm(lemma));
  return map;
}

function thirdPerson(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(s|sh|ch|x|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

const doubled = /^(stop|run|sit|swim|hit|put|trot|hop|drop|slip|grab|get|set|spin|begin)$/;

function pastForm(lemma: string): string {
  if (lemma.endsWith('e')) return `${lemma}d`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ied`;
  return doubled.test(lemma) ? `${lemma}${lemma.at(-1)}ed` : `${lemma}ed`;
}

function ingForm(lemma: string): string {
  if (lemma === 'lie') return 'lying';
  if (lemma === 'be') return 'being';
  if (lemma.endsWith('e')) return `${lemma.slice(0, -1)}ing`;
  return doubled.test(lemma) ? `${lemma}${lemma.at(-1)}ing` : `${lemma}ing`;
}

const words = readVerbs();

/** The verb that a word is a form of. */
export function findVerb(word: string): VerbWord | undefined {
  return words.get(word);
}

/** Ways of moving: all are seen as motion, the manner is not. */
export const mannersOfMoving = new Set(
  'walk run jump fly roll slide drive ride gallop trot canter hop climb crawl travel swim fall rise swing drift float wander bounce go throw toss kick push pull rotate spin dance accelerate head drop'.split(
    ' ',
  ),
);

/** Verbs that only say where something is. */
export const verbsOfBeing = new Set(
  'be stand sit lie lay rest hang lean locate place position park stay remain set keep'.split(' '),
);
