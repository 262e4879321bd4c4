import type { Reader } from './reader.ts';
import { verbsOfBeing } from './verbs.ts';
import { colorWords, comparatives, lookUp } from './vocabulary.ts';

const picture =
  'the picture|the image|the frame|the scene|the view|view|the screen|the video|sight|the shot|the field of view|shot';
const motions =
  'moving|to move|walking|to walk|running|to run|rolling|to roll|sliding|to slide|flying|to fly|driving|to drive|spinning|its motion|in motion|its journey|going|to go';
const stills =
  'still|motionless|put|in place|where it is|where it was|where they are|where they were|where it has been|stationary|at rest|unmoved|parked|immobile';
const goingVerb =
  /^(come|go|enter|leave|exit|move|appear|disappear|vanish|return|get|walk|run|roll|slide|fly|drive|ride|swim|crawl|float|drift|jump|hop|bounce|arrive|depart|emerge|step|rush|bring|take|carry|pass|cross|show|head|race|travel|stay|remain)$/;

/** Takes words that belong to the meaning of the verb: "into the picture", "still", "colour", "to rest". */
export function takeTail(reader: Reader, draft: { tail?: string; particle?: string }, lemma: string): void {
  if (draft.tail !== undefined) return;
  const tail = tailOf(reader, draft, lemma);
  if (tail !== null) draft.tail = tail;
}

function tailOf(reader: Reader, draft: { particle?: string }, lemma: string): string | null {
  if (goingVerb.test(lemma)) {
    const way = pictureWay(reader);
    if (way !== null) {
      if (way !== '') draft.particle ??= way;
      return 'picture';
    }
  }
  if (/^(stop|start|begin|cease|resume|pause)$/.test(lemma)) return reader.take(motions) === null ? null : 'moving';
  if (
    /^(keep|continue|remain|stay|go)$/.test(lemma) &&
    reader.take('moving|rolling|walking|running|to move|in motion|on moving|sliding|going') !== null
  )
    return 'moving';
  if (verbsOfBeing.has(lemma) || lemma === 'keep') return reader.take(stills) === null ? null : 'still';
  if (lemma === 'come') return comingTo(reader);
  if (lemma === 'make')
    return reader.take('a turn|a u turn|a right turn|a left turn') !== null
      ? 'turn'
      : reader.take('contact') === null
        ? null
        : 'contact';
  if (lemma === 'let') return reader.take('go') === null ? null : 'go';
  if (lemma === 'pick') return reader.take('up speed|speed') === null ? null : 'speed';
  if (lemma === 'change' || lemma === 'switch') return changed(reader);
  if (/^(turn|become|get|go|grow|paint)$/.test(lemma)) return become(reader);
  return null;
}

function pictureWay(reader: Reader): string | null {
  return reader.attempt(() => {
    const back = reader.take('back') === null ? '' : 'back';
    const prep = reader.take('out of|off|from|into|to|in|onto|through|within|outside') ?? '';
    if (reader.take(picture) === null || reader.at('of')) return null;
    if (back !== '') return back;
    return /^(out of|off|from|outside)$/.test(prep) ? 'out' : prep === '' ? '' : 'in';
  });
}

function comingTo(reader: Reader): string | null {
  const rest = reader.take('to a stop|to a halt|to rest|to a standstill|to a complete stop');
  if (rest !== null) return 'rest';
  return reader.take('into contact|in contact') === null ? null : 'contact';
}

function changed(reader: Reader): string | null {
  reader.take('its|their|the|his|her');
  return (
    reader
      .take('colour|colours|size|shape|direction|course')
      ?.replace('course', 'direction')
      .replace('colours', 'colour') ?? null
  );
}

function become(reader: Reader): string | null {
  return reader.attempt(() => {
    reader.take('completely|all|much|slightly|a bit');
    const word = reader.peek();
    const known =
      lookUp(colorWords, word) !== undefined ||
      /^(visible|hidden|invisible)$/.test(word) ||
      (lookUp(comparatives, word) !== undefined && reader.peek(1) !== 'to' && reader.peek(1) !== 'than');
    return known ? reader.next() : null;
  });
}
