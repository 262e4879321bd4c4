import { addOrder, readSide, takeNumber, takeScale } from './modifiers.ts';
import type { Phrase } from './phrase.ts';
import type { Reader } from './reader.ts';
import { degreeWords, lookUp, ordinals, superlatives } from './vocabulary.ts';

/** "nearest to the red ball", "closest to the camera". */
export function readDistance(reader: Reader, said: Phrase): boolean {
  return (
    reader.attempt(() => {
      reader.take('the');
      if (readSide(reader, said)) return true;
      const rank = lookUp(ordinals, reader.peek());
      if (rank !== undefined) reader.next();
      const away = reader.take('farthest away|furthest away');
      if (away !== null && !reader.at('from')) {
        addOrder(said, { by: 'depth', direction: 'down' }, rank ?? 1, away);
        return true;
      }
      const word =
        away?.split(' ')[0] ?? reader.take('nearest|closest|farthest|furthest|nearer|closer|farther|further');
      if (word === undefined || word === null) return false;
      return readDistanceObject(reader, said, /^(near|clos)/.test(word) ? 'near' : 'far', word, rank);
    }) === true
  );
}

const camera = 'the camera|the viewer|us|me|the lens|the observer|the front';

/** After "nearest": "to the camera", "the red ball". */
export function readDistanceObject(
  reader: Reader,
  said: Phrase,
  side: 'near' | 'far',
  word: string,
  rank?: number,
): boolean {
  const preposition = reader.take('to|from|away from');
  if (reader.take(camera) !== null) {
    addOrder(said, { by: 'depth', direction: side === 'near' ? 'up' : 'down' }, rank ?? 1, word);
    return true;
  }
  const to = preposition === null && !reader.at('the|a|both|his|her|their') ? null : reader.nounPhrase();
  if (to === null) return false;
  reader.antecedent = to;
  said.picks.push({ is: 'distance', to, far: side === 'far', word, rank });
  return true;
}

/** "is the largest", "are small". */
export function readPickPredicate(reader: Reader, said: Phrase, afterBe: boolean): boolean {
  return afterBe && (readDegreePredicate(reader, said) || readSuperlativePredicate(reader, said));
}

/** "that are small". */
function readDegreePredicate(reader: Reader, said: Phrase): boolean {
  return (
    reader.attempt(() => {
      reader.take('very|rather|quite|so');
      const scale = takeScale(reader, degreeWords);
      if (
        scale === null ||
        (/^(near|close|far)$/.test(reader.peek(-1)) &&
          reader.at('the|a|an|it|them|him|her|both|his|its|their|every|each|all|another|one|from|by')) ||
        reader.at('to|than|as|enough|red|orange|yellow|green|blue|purple|pink|brown|gray|grey|from')
      )
        return false;
      addOrder(said, scale.value, 1, scale.word);
      return true;
    }) === true
  );
}

function readSuperlativePredicate(reader: Reader, said: Phrase): boolean {
  return (
    reader.attempt(() => {
      reader.take('the');
      takeNumber(reader);
      const rank = lookUp(ordinals, reader.peek());
      if (rank !== undefined) reader.next();
      const scale = takeScale(reader, superlatives);
      if (scale === null) return false;
      addOrder(said, scale.value, rank ?? 1, scale.word);
      reader.take('of all|of them all|of them|one');
      return true;
    }) === true
  );
}
