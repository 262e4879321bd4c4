import type { Placement, ViewState } from '../render/contract.ts';
import { placeModel } from '../render/place.ts';
import type { Stage } from './stage.ts';
import type { Thing } from './thing.ts';

/** Parts of a joined piece get numbers from here on in the whole. */
const pieceParts = 128;

/** Everything that is to be drawn at a moment. */
export function viewAt(stage: Stage, seconds: number): ViewState {
  const { lights, exposure, scenery } = stage;
  const things = stage.things.filter((thing) => thing.exists(seconds));
  const placements = [...scenery, ...things.flatMap((thing) => placementsOf(stage, thing, seconds))];
  return { camera: stage.camera(seconds), lights, exposure, placements };
}

function placementsOf(stage: Stage, thing: Thing, seconds: number): Placement[] {
  const paint = thing.paint(seconds);
  const placed = placeModel(thing.id, thing.model, thing.matrix(seconds), thing.partMatrices(seconds));
  const painted =
    paint === undefined ? placed : placed.map((p) => ({ ...p, material: paint.material(p.part) ?? p.material }));
  const whole = wholeOf(stage, thing.id, seconds);
  return whole === thing.id ? painted : painted.map((p) => ({ ...p, thing: whole, part: p.part + pieceParts }));
}

/** The thing that this one is a piece of at a moment; itself otherwise. */
export function wholeOf({ joinings }: Stage, id: number, seconds: number): number {
  const joining = joinings.find(({ piece, from, to }) => piece === id && from <= seconds + 1e-9 && seconds + 1e-9 < to);
  return joining?.whole ?? id;
}
