import type { ConceptSort } from '../../specialists/concept.ts';

/** What is known of a noun without seeing anything. */
export interface NounEntry {
  readonly noun: string;
  readonly sort: ConceptSort;
  /** Other words for it, for detectors. */
  readonly synonyms: readonly string[];
  /** Names many unlike things (`vehicle`, `animal`): its members need not look alike. */
  readonly broad: boolean;
}

/** Words that say nothing about what a thing is. */
const genericNouns =
  'thing object item one something anything everything stuff what which who whoever whatever entity element';

/** Common nouns by sort; a broad noun carries a star, synonyms follow a slash. */
const nounsBySort: Readonly<Record<ConceptSort, string>> = {
  person:
    'person*/human man*/male woman*/lady boy* girl* child*/kid baby* adult* rider* skier skater surfer passenger* driver* shopper* customer* player* worker* pedestrian* cyclist* runner* dancer* swimmer* athlete* policeman officer* soldier* waiter waitress cook chef doctor nurse teacher* student* farmer* singer* musician* tourist* astronaut clown bride groom couple* crowd* team* guy*/man gentleman*/man lady*/woman kid*/child toddler*/child teenager* figure*/person somebody*/person someone*/person everyone*/person everybody*/person anyone*/person anybody*/person hand foot finger',
  animal:
    'animal*/creature dog/puppy cat/kitten horse/pony camel cow/cattle bull sheep/lamb goat pig bird* duck goose swan chicken hen rooster pigeon seagull parrot owl eagle fish* shark whale dolphin elephant giraffe zebra lion tiger bear monkey gorilla rabbit mouse rat hamster squirrel fox wolf deer kangaroo koala panda penguin snake lizard turtle frog crab insect* bee butterfly spider ant fly snail puppy/dog kitten/cat pony/horse donkey llama ostrich seal otter pet*',
  vehicle:
    'vehicle* car/automobile truck/lorry pickup/truck van bus/coach minibus taxi/cab bicycle/bike motorcycle/motorbike bike/bicycle motorbike/motorcycle scooter moped tractor trailer train/locomotive tram locomotive/train wagon/carriage carriage boat*/ship ship/boat sailboat kayak canoe ferry airplane/plane plane/airplane aircraft* helicopter rocket shuttle skateboard sled stroller cart/trolley trolley/cart wheelchair forklift excavator ambulance lorry/truck limousine jeep sedan',
  container:
    'container*/vessel vessel*/container bottle mug/cup cup/mug glass jar can/tin tin/can bowl box/package package/parcel parcel/package carton crate bin basket bag/sack sack/bag backpack/rucksack rucksack/backpack suitcase/luggage luggage handbag/purse purse/handbag wallet tote pot pan/frying_pan kettle/pot teapot jug/pitcher pitcher/jug bucket/pail pail/bucket vase tray barrel tank drawer envelope packet/package pouch tub thermos flask/bottle tube case chest tumbler/glass',
  clothing:
    'clothes* clothing* hat cap helmet shirt t-shirt tshirt/t-shirt blouse top sweater/jumper jumper/sweater pullover/sweater hoodie jacket/coat coat/jacket vest suit uniform dress skirt jeans/trousers trousers/pants pants/trousers shorts leggings sock shoe boot sneaker/shoe sandal slipper glove scarf tie belt glasses/spectacles sunglasses goggles mask robe apron outfit costume jersey bikini swimsuit crown wristband bracelet watch ring necklace earring backpack',
  plant:
    'plant* tree bush/shrub shrub/bush flower* rose tulip sunflower grass leaf branch twig hedge cactus palm vine moss fern log trunk pumpkin houseplant',
  food: 'food* fruit* vegetable* apple orange banana pear peach plum grape lemon lime cherry strawberry berry* melon watermelon pineapple mango tomato potato carrot onion pepper cucumber lettuce salad cabbage broccoli bread/loaf loaf/bread baguette/bread roll bun toast sandwich burger/hamburger hamburger/burger pizza cake pie cookie/biscuit biscuit/cookie donut/doughnut muffin croissant cheese egg meat steak sausage hotdog rice pasta noodle soup candy/sweet chocolate drink* beverage* snack* meal*',
  surface:
    'surface* table/desk desk/table counter/countertop countertop/counter shelf floor/ground ground/floor wall ceiling road/street street/road pavement/sidewalk sidewalk/pavement path track slope rug/carpet carpet/rug mat belt/conveyor_belt conveyor/conveyor_belt platform stage bench bed sofa/couch couch/sofa chair stool armchair/chair stand rack fence door window board whiteboard blackboard screen/display cloth/tablecloth tablecloth blanket towel background* roof bridge stair ladder curtain field court lawn runway pier deck ramp saucer plate/dish dish/plate',
  stuff:
    'water sea/ocean ocean/sea river lake sky cloud snow ice sand mud dirt smoke steam fire/flame flame/fire rain liquid* milk coffee tea juice wine beer oil sauce honey foam dust shadow light*/lamp reflection gravel rock/stone stone/rock hill mountain beach forest',
  part: 'part* handle/grip wheel/tyre tire/tyre tyre/wheel lid cap spout knob button leg arm head face eye ear nose mouth hair tail wing beak paw horn neck shoulder chest/torso back hand finger foot knee elbow wrist belly stomach tooth tongue headlight bumper hood windshield/windscreen windscreen mirror seat pedal handlebar saddle roof patch logo label pocket sleeve collar corner edge tip stem petal leaf spoke rim engine door shade bulb blade torso thumb drawer chimney rung spine hinge nozzle',
  thing:
    'ball/sphere cube/block block/cube sphere/ball cylinder cone pyramid disk/disc disc/disk dot/spot circle square rectangle triangle star ring stick/rod rod/stick pole/post post/pole toy* doll teddy/teddy_bear lamp/light clock phone/cellphone telephone/phone laptop/computer computer/laptop keyboard mouse monitor/screen television/tv tv/television camera book/volume magazine newspaper paper* card picture/painting painting/picture photo/picture poster sign flag pen pencil marker brush/paintbrush scissors knife fork spoon chopstick spatula whisk ladle umbrella key lock hammer screwdriver wrench drill saw nail screw bolt rope leash/lead string chain hook ball bat racket ski snowboard surfboard frisbee kite balloon helmet guitar piano violin drum trumpet candle lighter soap sponge toothbrush comb towel pillow broom mop hose fan heater fridge/refrigerator refrigerator/fridge oven stove microwave toaster sink toilet bathtub faucet/tap tap/faucet hydrant bell barrel statue fountain tent parachute robot tool* machine* device* coin dice marble bead brick tile plank battery bulb remote speaker microphone headphones glass cable wire plug socket furniture* equipment* cutlery* footwear* luggage* toy* instrument* weapon* gadget* marker ornament trophy medal net goal basket cone puck shape* figure* bar rail rock stone pebble shell crockery* print note ticket stamp map globe telescope compass binoculars cushion mattress cupboard cabinet wardrobe dresser bookcase cradle crib swing slide seesaw wreath gift/present present/gift',
};

const irregularPlurals: Readonly<Record<string, string>> = {
  people: 'person',
  persons: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  mice: 'mouse',
  feet: 'foot',
  geese: 'goose',
  teeth: 'tooth',
  leaves: 'leaf',
  knives: 'knife',
  loaves: 'loaf',
  shelves: 'shelf',
  wolves: 'wolf',
  halves: 'half',
  oxen: 'ox',
  policemen: 'policeman',
  calves: 'calf',
  scarves: 'scarf',
  gentlemen: 'gentleman',
  dice: 'die',
  buses: 'bus',
  gases: 'gas',
  lenses: 'lens',
  buffaloes: 'buffalo',
  potatoes: 'potato',
  tomatoes: 'tomato',
  mangoes: 'mango',
  cookies: 'cookie',
  movies: 'movie',
  ties: 'tie',
  pies: 'pie',
  shoes: 'shoe',
  axes: 'axe',
  fish: 'fish',
}; // prettier keeps this a table

/** Words that end in s and are one thing, or have one form for one and many. */
const sameInPlural = new Set(
  'scissors glasses jeans trousers pants shorts leggings clothes goggles sunglasses binoculars headphones bus gas lens grass glass dress cross mattress canvas cactus compass fish sheep deer aircraft series octopus virus circus walrus focus iris tennis moss'.split(
    ' ',
  ),
);

/** Of these the plural form names one thing ("the scissors"). */
const pairNouns = new Set(
  'scissors glasses jeans trousers pants shorts leggings clothes goggles sunglasses binoculars headphones'.split(' '),
);

const entries = readEntries();
const generics = new Set(genericNouns.split(' '));

function readEntries(): ReadonlyMap<string, NounEntry> {
  const map = new Map<string, NounEntry>();
  for (const [sort, words] of Object.entries(nounsBySort) as [ConceptSort, string][]) {
    for (const word of words.split(' ')) addEntry(map, word, sort);
  }
  return map;
}

function addEntry(map: Map<string, NounEntry>, word: string, sort: ConceptSort): void {
  const [name = '', ...synonyms] = word.split('/');
  const noun = name.replace('*', '');
  if (noun === '' || map.has(noun)) return;
  map.set(noun, { noun, sort, synonyms, broad: name.endsWith('*') });
}

/** The entry of a singular noun. */
export function findNoun(noun: string): NounEntry | undefined {
  return entries.get(noun);
}

/** Names of parts that are also names of things: a thing is meant where nothing speaks for the part. */
const alsoThings = new Set('seat engine mirror'.split(' '));

/** True for "seat" and its like: a bench, or a part of a chair. */
export function isAlsoThing(noun: string | undefined): boolean {
  return noun !== undefined && alsoThings.has(noun);
}

/** Nouns that many are a kind of, with the sort whose nouns those are. */
const kindsOfSort: Readonly<Record<string, ConceptSort>> = {
  vehicle: 'vehicle',
  animal: 'animal',
  container: 'container',
  plant: 'plant',
  food: 'food',
};
const maxKinds = 12;

/** Narrower names that count as the noun ("vehicle": car, truck ...), for specialists that say only those. */
export function narrowerNouns(noun: string): readonly string[] {
  if (noun === 'person') return ['man', 'woman', 'boy', 'girl', 'child'];
  const sort = Object.hasOwn(kindsOfSort, noun) ? kindsOfSort[noun] : undefined;
  if (sort === undefined) return [];
  return [...entries.values()]
    .filter((e) => e.sort === sort && !e.broad)
    .slice(0, maxKinds)
    .map((e) => e.noun);
}

/** True for "thing", "one", "object" and their like, in any number. */
export function isGenericNoun(word: string): boolean {
  return generics.has(word) || generics.has(singularOf(word));
}

/** Singular of a noun; a word that has none comes back as it is. */
export function singularOf(word: string): string {
  const irregular = Object.hasOwn(irregularPlurals, word) ? irregularPlurals[word] : undefined;
  if (irregular !== undefined) return irregular;
  if (sameInPlural.has(word) || word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word;
  if (/(ches|shes|xes|sses|zes)$/.test(word)) return word.slice(0, -2);
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.slice(0, -1);
}

/** Plural of a singular noun. */
export function pluralOf(noun: string): string {
  if (sameInPlural.has(noun)) return noun;
  const irregular = Object.entries(irregularPlurals).find(([, singular]) => singular === noun)?.[0];
  if (irregular !== undefined) return irregular;
  if (/(s|sh|ch|x|z)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** True where the word names several ("mugs", "people"); false for "scissors", which are one thing. */
export function isPluralNoun(word: string): boolean {
  return !pairNouns.has(word) && singularOf(word) !== word;
}

/** True for a phrase that names people or animals. */
export function isAnimate(phrase: { readonly noun?: string }): boolean {
  return isPerson(phrase) || findNoun(phrase.noun ?? '')?.sort === 'animal';
}

/** True for a phrase that names people. */
export function isPerson({ noun }: { readonly noun?: string }): boolean {
  if (noun === undefined || /^(hand|foot|finger)$/.test(noun)) return false;
  return findNoun(noun)?.sort === 'person';
}

/** False where the lexicon sorts the noun elsewhere: a bus contains people and is no container. */
export function mayBeKind(noun: string, wide: string): boolean {
  const sort = Object.hasOwn(kindsOfSort, wide) ? kindsOfSort[wide] : undefined;
  return sort === undefined || findNoun(noun)?.sort === sort;
}

const nounList = [...entries.keys()];

/** All nouns of the lexicon: the names that specialists most likely give. */
export function allNouns(): readonly string[] {
  return nounList;
}
