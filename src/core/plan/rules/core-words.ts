import { maxNames, type WordKnowledge } from '../word-knowledge.ts';
import { allNouns, findNoun, narrowerNouns } from './lexicon.ts';
import { lookUp } from './vocabulary.ts';

/** Kinds of common broad names that no sort of the lexicon gives. */
const kinds: Readonly<Record<string, string>> = {
  furniture: 'chair table sofa desk bench bed shelf stool armchair couch cupboard cabinet wardrobe dresser bookcase',
  fruit: 'apple orange banana pear peach plum grape lemon lime cherry strawberry melon watermelon pineapple mango',
  vegetable: 'tomato potato carrot onion pepper cucumber lettuce cabbage broccoli pumpkin',
  bird: 'duck goose swan chicken hen rooster pigeon seagull parrot owl eagle penguin ostrich',
  drink: 'water milk coffee tea juice wine beer',
  tool: 'hammer screwdriver wrench drill saw knife scissors shovel axe pliers',
  cutlery: 'knife fork spoon',
  crockery: 'plate cup mug bowl saucer glass',
  dish: 'plate bowl saucer cup mug',
  clothing: 'shirt coat jacket hat trousers jeans dress skirt sweater shoe sock scarf glove',
  footwear: 'shoe boot sandal sneaker slipper',
  pet: 'dog cat hamster rabbit parrot fish',
  toy: 'ball doll teddy kite block puzzle',
  device: 'phone laptop tablet computer camera television radio keyboard mouse',
  electronics: 'phone laptop tablet computer camera television radio keyboard mouse',
  instrument: 'guitar piano violin drum trumpet flute',
  weapon: 'gun knife sword bow rifle',
  luggage: 'suitcase bag backpack handbag',
  bag: 'backpack handbag purse suitcase sack',
  flower: 'rose tulip sunflower daisy',
  seat: 'chair bench stool sofa armchair',
  insect: 'bee butterfly fly ant',
  adult: 'man woman',
  child: 'boy girl',
  bike: 'bicycle',
  light: 'lamp lantern torch',
};

/** What common things are for, by verb. */
const purposes: Readonly<Record<string, string>> = {
  drink: 'cup mug glass bottle can jug',
  eat: 'apple banana orange pear sandwich bread cake pizza cookie',
  'eat with': 'fork spoon knife chopstick',
  'eat from': 'plate bowl dish',
  cut: 'knife scissors saw axe',
  slice: 'knife',
  write: 'pen pencil marker chalk',
  draw: 'pen pencil marker brush',
  read: 'book newspaper magazine letter sign',
  sit: 'chair bench stool sofa armchair couch seat',
  sleep: 'bed sofa couch hammock cradle',
  lie: 'bed sofa couch mattress',
  ride: 'bicycle horse motorcycle scooter skateboard bus train',
  drive: 'car truck bus van tractor',
  fly: 'airplane helicopter kite drone',
  wear: 'hat shirt coat jacket shoe glove scarf dress trousers glasses',
  stir: 'spoon whisk ladle',
  pour: 'jug bottle kettle teapot pitcher',
  boil: 'kettle pot pan',
  cook: 'pan pot oven stove kettle',
  open: 'door box bottle drawer window key',
  lock: 'key lock padlock',
  hammer: 'hammer',
  paint: 'brush paintbrush roller',
  carry: 'bag basket box backpack suitcase tray',
  store: 'box shelf cupboard drawer basket jar',
  hold: 'cup box basket bag tray',
  play: 'ball guitar piano drum doll',
  throw: 'ball frisbee dart',
  kick: 'ball',
  call: 'phone telephone',
  see: 'glasses telescope binoculars lamp',
  light: 'lamp candle torch lantern',
  clean: 'broom mop sponge brush towel soap',
  sweep: 'broom',
  wash: 'soap sponge sink bathtub',
  dry: 'towel',
  photograph: 'camera phone',
  type: 'keyboard laptop computer',
  climb: 'ladder stair rope',
  tell: 'clock watch',
};

const names = (words: string | undefined): readonly string[] => (words === undefined ? [] : words.split(' '));

/** A small lexicon of everyday things: the default where no dictionary is at hand. */
export const coreWords: WordKnowledge = {
  synonyms: (noun) => findNoun(noun)?.synonyms ?? [],
  widerNames: (noun) => allNouns().filter((wide) => wide !== noun && isA(noun, wide)),
  narrowerNames,
  isA,
  usedFor: (verb) => names(lookUp(purposes, verb)).slice(0, maxNames),
};

function narrowerNames(noun: string): readonly string[] {
  return [...new Set([...narrowerNouns(noun), ...names(lookUp(kinds, noun))])].slice(0, maxNames);
}

function isA(narrow: string, wide: string): boolean {
  return narrow === wide || narrowerNames(wide).includes(narrow);
}
