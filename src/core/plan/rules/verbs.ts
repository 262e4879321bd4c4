/** How a verb stands in a sentence. */
export type VerbForm = 'base' | 's' | 'past' | 'participle' | 'ing';

export interface VerbWord {
  readonly lemma: string;
  readonly forms: readonly VerbForm[];
}

/** Regular verbs, then irregular ones as `lemma past participle`. */
const regular =
  'move walk jump roll slide add shrink grow bring gather glide scoot sail steer swerve veer wander dash stroll march rush race speed zoom trail tumble tip roll nod bounce reappear topple spill pour insert expand swell inflate enlarge contract deflate dwindle divide shatter separate fragment unite combine fuse merge reveal expose unveil conceal bury obscure veil shield mask detach part lose release grip grasp clutch cradle seize snatch fetch collect raise receive acquire withdraw unload extract deposit stack load lower stick pass hand strike crash smash slam rub brush nudge ram tap knock poke graze bounce reverse turn swap exchange resume pause halt cease wait quit continue decelerate brake show step lean crouch kneel perch dangle contain resemble equal differ recolor recolour paint brighten darken chase pursue near overtake retreat recede back reappear return resemble want need like love think believe happen talk speak say wave sleep smile laugh cry work play point make let lift drag haul shove tow clear insert drop switch press click flip wobble sway vibrate flow wrap lock unlock fold unfold stretch squeeze cut slice stir drink eat feed read write draw sing clean wash wipe sweep dig plant climb gallop trot canter hop climb dance crawl travel stop start turn enter exit appear disappear vanish return pass touch contact carry lift place remove cover uncover hide approach contain wear rest lie stay remain change pick drop open close reach watch look push pull toss kick bump collide cross arrive point face belong match grab support emerge locate position hang lean park surround enclose overlap occlude block drift float slow depart slip speed wander follow own use rotate accelerate head border join own';
const irregular =
  'be was been|overtake overtook overtaken|travel travelled travelled|find found found|shut shut shut|spread spread spread|tear tore torn|sink sank sunk|lead led led|leap leapt leapt|dig dug dug|bend bent bent|steal stole stolen|blow blew blown|send sent sent|shoot shot shot|ring rang rung|light lit lit|wind wound wound|build built built|wake woke woken|feel felt felt|fight fought fought|freeze froze frozen|shrink shrank shrunk|grow grew grown|break broke broken|split split split|lose lost lost|bury buried buried|let let let|make made made|strike struck struck|rub rubbed rubbed|ram rammed rammed|tap tapped tapped|slam slammed slammed|drag dragged dragged|nudge nudged nudged|speed sped sped|stick stuck stuck|drink drank drunk|eat ate eaten|read read read|write wrote written|draw drew drawn|cut cut cut|sing sang sung|sleep slept slept|sweep swept swept|feed fed fed|think thought thought|say said said|swap swapped swapped|quit quit quit|wrap wrapped wrapped|flip flipped flipped|kneel knelt knelt|pass passed passed|own owned owned|run ran run|fly flew flown|drive drove driven|ride rode ridden|go went gone|come came come|swim swam swum|fall fell fallen|rise rose risen|leave left left|hit hit hit|hold held held|take took taken|put put put|stand stood stood|sit sat sat|lie lay lain|throw threw thrown|bring brought brought|catch caught caught|hide hid hidden|wear wore worn|hang hung hung|keep kept kept|begin began begun|give gave given|see saw seen|swing swung swung|shake shook shaken|speed sped sped|have had had|bounce bounced bounced|get got gotten|set set set|lay laid laid|spin spun spun|meet met met|become became become';

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
  add('has', 'have', 's');
  add('goes', 'go', 's');
  for (const lemma of regular.split(' ')) if (!map.has(lemma)) addForms(lemma, pastForm(lemma), pastForm(lemma));
  return map;
}

function thirdPerson(lemma: string): string {
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return /(s|sh|ch|x|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
}

const doubled =
  /^(travel|tip|tap|nod|bat|pat|swap|quit|wrap|flip|cut|let|rub|ram|slam|drag|zip|snap|clap|stir|scrub|mop|shut|win|hug|stop|run|sit|swim|hit|put|trot|hop|drop|slip|grab|get|set|spin|begin)$/;

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
  'glide scoot sail dash stroll march rush race zoom tumble topple retreat steer step walk run jump fly roll slide drive ride gallop trot canter hop climb crawl travel swim fall rise swing drift float wander bounce go throw toss kick push pull rotate spin dance accelerate head drop'.split(
    ' ',
  ),
);

/** Verbs that only say where something is. */
export const verbsOfBeing = new Set(
  'be stand sit lie lay rest hang lean locate place position park stay remain set keep'.split(' '),
);

/** All forms of a verb; of one that is not known the regular ones. */
export function verbForms(lemma: string): readonly string[] {
  const forms = [...words].filter(([, verb]) => verb.lemma === lemma).map(([word]) => word);
  return forms.length > 0 ? forms : [lemma, thirdPerson(lemma), pastForm(lemma), ingForm(lemma)];
}
