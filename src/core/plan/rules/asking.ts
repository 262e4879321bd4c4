import type { Reader } from './reader.ts';
import { cardinals, lookUp } from './vocabulary.ts';

/** Ways of asking, which say nothing of what is asked for. */
const asking =
  'could you|can you|would you|will you|would you be so kind as to|would it be possible to|is it possible to|do you think you could|i want to see|i want to know|i would like to know|i would like to see|i would love to see|i wonder|i am wondering|i want you to|i would like you to|i want|i would like|i need you to|i need to find|i need to see|i need to know|i need|i am looking for|i am trying to find|i am searching for|i am interested in|i am after|we are looking for|we need|looking for|searching for|please|show me|show|find me|find|segment|highlight|mark|give me|point to|point me to|point out|point at|outline|locate|look for|search for|track|follow|mask out|mask|select|pick out|pick|tell me|tell us|let us see|let me know|identify|detect|list|name|count|display|reveal|return|extract|isolate|cut out|circle|frame|get me|get|let me see|help me find|help me|do you see|can you see|do you know|try to find|try and find|be so kind as to|draw a mask around|draw a box around|put a mask on|a mask of|a mask for|the mask of|the mask for|masks of|masks for|mask of|mask for|segmentation of|a segmentation of|the segmentation of|the outline of|an outline of|a picture of|the position of|the location of|the pixels of|where is|where are|what about|how about|for me|to me|i see|my question is|question|quick question|me|hey|hello|hi|so|well|now|okay|it|everyone|us|sorry|excuse me|if you can|if you could|if possible|if you do not mind|when you can';

/** "I only want to see", "we just need": nothing else is meant anyway. */
const onlyWanted = ['i', 'we']
  .flatMap((who) => [
    ...['only', 'just'].flatMap((only) =>
      ['want to see', 'want to know', 'want', 'need to see', 'need to know', 'need', 'care about'].map(
        (wish) => `${who} ${only} ${wish}`,
      ),
    ),
    ...['only', 'just'].flatMap((only) =>
      ['like to see', 'like to know', 'like to', 'like', 'want to see', 'want'].map(
        (wish) => `${who} would ${only} ${wish}`,
      ),
    ),
    ...['am', 'are'].flatMap((be) =>
      ['only', 'just'].flatMap((only) =>
        ['interested in', 'looking for', 'after', 'searching for'].map((wish) => `${who} ${be} ${only} ${wish}`),
      ),
    ),
  ])
  .join('|');
const padding = 'nothing but|nothing except|nothing else than|only|just|solely|exclusively|merely';

/** Takes all that only asks. */
export function takeAsking(reader: Reader): void {
  while (!wanted(reader) && (reader.take(onlyWanted) ?? reader.take(asking) ?? takePadding(reader)) !== null)
    reader.take(',');
}

/** "just the plate", "only red things"; "only two" is a number. */
function takePadding(reader: Reader): string | null {
  return reader.attempt(() => {
    const word = reader.take(padding);
    return word === null || reader.done || reader.peek() === ',' || isNumber(reader.peek()) ? null : word;
  });
}

const isNumber = (word: string) => lookUp(cardinals, word) !== undefined || /^\d+$/.test(word);

/** "it" alone is a thing; "which are" asks. */
const wanted = (reader: Reader) =>
  (reader.at('it|everyone|mask|pick|track|get|follow') && (reader.peek(1) === '' || reader.at('it'))) ||
  reader.at('show that');
