// A day in front of a gate: 200 people and things that come and go, as detections with exact masks, looks and truth.
import { seededRandom } from '../dist/core/base/index.js';
import { maskFromBox, subtractMask, unionAll } from '../dist/core/masks/index.js';

export const width = 320;
export const height = 180;
const frame = [height, width];
export const fps = 10;
const identities = 200;
const vectorLength = 24;
const colors = ['red', 'orange', 'green', 'blue', 'purple', 'pink', 'brown', 'black', 'gray', 'white'];

/** These have lanes of their own, where no visitor comes. Stays all day, or comes back after short absences. `at(t)` gives the centre, null while it is away. */
const residents = [
  { name: 'gate', color: 'yellow', shape: 'rectangular', size: [14, 60], at: () => [160, 90] },
  // Left of the gate at the start; walks to the right side after ten minutes, and back and forth each hour.
  { name: 'left', color: 'brown', shape: 'rectangular', size: [22, 20], at: (t) => [walk(t, 60, 260), 168] },
  // Right of the gate at the start, and all day.
  { name: 'right', color: 'black', shape: 'round', size: [20, 20], at: () => [250, 14] },
  // The first to come in: over the left edge after 6 s. Leaves for 6 s each hour.
  { name: 'first', color: 'purple', shape: 'round', size: [18, 18], at: firstComer },
];

/** From a to b in the tenth minute of each hour, and back in the fortieth. */
function walk(t, a, b) {
  const s = t % 3600;
  const share = s < 600 ? 0 : s < 612 ? (s - 600) / 12 : s < 2400 ? 1 : s < 2412 ? 1 - (s - 2400) / 12 : 0;
  return a + share * (b - a);
}

const lane = 141;

function firstComer(t) {
  if (t < 6) return null;
  const sinceIn = t - 6;
  const s = t % 3600;
  if (sinceIn < 4) return [-9 + 20 * sinceIn, lane];
  if (s < 1800 || s > 1816) return [71, lane];
  if (s < 1805) return [71 - 18 * (s - 1800), lane];
  return s < 1811 ? null : [-19 + 18 * (s - 1811), lane];
}

/** The scene: `seen(index)` for the twin, `truth(name, index)` the box of a resident. */
export function dayWorld(seed = 11) {
  const random = seededRandom(seed);
  const people = Array.from({ length: identities }, (_, i) => personOf(i, random));
  for (const [i, one] of residents.entries()) Object.assign(people[i], one);
  const visits = new Visits(seed + 1);
  return {
    seen: (index) => seenAt(index, [...residentsAt(people, index), ...visits.at(index, people)]),
    truth: (name, index) =>
      boxOf(
        people.find((one) => one.name === name),
        index,
      ),
    /** How many visits there have been. */
    get visits() {
      return visits.count;
    },
  };
}

function personOf(i, random) {
  const vector = new Float32Array(vectorLength);
  for (let k = 0; k < vectorLength; k++) vector[k] = random.between(0, 1) ** 3;
  const norm = Math.hypot(...vector);
  const size = [Math.round(random.between(12, 26)), Math.round(random.between(12, 26))];
  const shape = random.pick(['round', 'rectangular']);
  return { name: `visitor ${i}`, color: random.pick(colors), shape, size, vector: vector.map((v) => v / norm) };
}

function residentsAt(people, index) {
  const here = [];
  for (const one of people.slice(0, residents.length)) {
    const at = one.at(index / fps);
    if (at !== null) here.push({ ...one, at });
  }
  return here;
}

function boxOf({ size: [w, h], at }, index) {
  const place = at(index / fps);
  return place === null ? null : [place[0] - w / 2, place[1] - h / 2, w, h];
}

/** People come in over an edge, stand somewhere for a while and go out again; more of them around each half hour. */
class Visits {
  constructor(seed) {
    this.random = seededRandom(seed);
    this.here = [];
    this.count = 0;
    this.nextAt = 20;
  }

  at(index, people) {
    const t = index / fps;
    while (this.nextAt <= t) {
      this.#come(this.nextAt, people);
      const busy = 0.5 - 0.5 * Math.cos((2 * Math.PI * this.nextAt) / 1800);
      this.nextAt += this.random.between(0.5, 1.5) * (40 - 30 * busy);
    }
    this.here = this.here.filter(({ until }) => until > t);
    return this.here.map((visit) => ({ ...visit.person, at: placeOf(visit, t) }));
  }

  #come(t, people) {
    const away = people.slice(residents.length).filter((one) => !this.here.some(({ person }) => person === one));
    if (this.here.length >= 25 - residents.length) return;
    const person = this.random.pick(away);
    const fromLeft = this.random.next() < 0.5;
    const spot = [this.random.between(30, width - 30), this.random.between(40, 118)];
    const speed = this.random.between(18, 40);
    const way = (fromLeft ? spot[0] : width - spot[0]) / speed;
    const stay = this.random.between(20, 120);
    this.count++;
    this.here.push({ person, fromLeft, spot, speed, t, way, stay, until: t + 2 * way + stay + 1.5 });
  }
}

function placeOf({ fromLeft, spot, speed, t: came, way, stay }, t) {
  const since = t - came;
  const off = since < way ? way - since : since < way + stay ? 0 : since - way - stay;
  return [spot[0] + (fromLeft ? -1 : 1) * off * speed, spot[1]];
}

/** Detections of what is in the picture; who stands lower covers the others. */
function seenAt(index, things) {
  const boxes = things.map(({ size: [w, h], at: [x, y] }) => [Math.round(x - w / 2), Math.round(y - h / 2), w, h]);
  const wholes = boxes.map((box) => maskFromBox(box, frame));
  const foot = boxes.map(([, y, , h]) => y + h);
  const detections = [];
  const appearance = [];
  const depth = [];
  things.forEach((thing, i) => {
    const covers = wholes.filter((_, k) => foot[k] > foot[i] || (foot[k] === foot[i] && k > i));
    const mask = subtractMask(wholes[i], unionAll(covers, frame));
    if (mask.isEmpty) return;
    detections.push({ mask, score: 0.95 });
    appearance.push(lookOf(thing));
    depth.push({ value: 10 - foot[i] / 40, confidence: 0.8, unit: 'cue' });
  });
  return { index, time: index / fps, detections, appearance, depth };
}

const looks = new Map();

function lookOf({ name, color, shape, size, vector }) {
  const known = looks.get(name);
  if (known !== undefined) return known;
  const shapes = shape === 'round' ? { round: 0.9 } : { rectangular: 0.9 };
  const look = {
    colors: [[color, 0.9]],
    brightness: 0.5,
    shapes,
    textures: { plain: 0.9 },
    vector,
    length: Math.max(...size),
  };
  looks.set(name, look);
  return look;
}
