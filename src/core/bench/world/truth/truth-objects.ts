import { masksFromLabels } from '../../../masks/labels.ts';
import { Mask } from '../../../masks/mask.ts';
import type { TruthObject } from '../contract.ts';
import type { Model } from '../models/contract.ts';
import type { Rasteriser } from '../render/rasteriser.ts';
import type { Stage } from '../stage/stage.ts';
import type { FrameScan } from './frame-scan.ts';
import type { FrameRecord, ThingState } from './records.ts';

/** Exact masks of what a record lists; wholes by id, then the visible parts that people have words for. */
export function truthObjects(
  record: FrameRecord,
  scan: FrameScan,
  stage: Stage,
  { width, height }: Rasteriser,
): TruthObject[] {
  const size = [height, width] as const;
  const masks = masksFromLabels(scan.layers.things, size);
  const none = new Mask(size, Uint32Array.of(width * height));
  const wholes = record.things.map((thing) => {
    const mask = masks.get(thing.id) ?? none;
    return wholeObject(thing, mask, scan.outlines.get(thing.id)?.mask ?? mask);
  });
  return [...wholes, ...partObjects(record, scan, stage, size)];
}

function wholeObject(thing: ThingState, mask: Mask, amodal: Mask): TruthObject {
  const { id, noun, labels, colors, shapes, textures, box, visible, depth, velocity, center } = thing;
  const name = colors[0] === undefined ? noun : `${colors[0]} ${noun}`;
  return { id, name, noun, labels, colors, shapes, textures, mask, amodal, box, visible, depth, center, velocity };
}

interface NamedPart {
  readonly id: number;
  readonly whole: number;
  readonly name: string;
  readonly parts: readonly number[];
}

/** Parts of one name and group are one (all fingers); ids go on after those of the wholes, the same in every frame. */
export function namedParts({ things }: Stage): readonly NamedPart[] {
  let next = things.length;
  return things.flatMap(({ id, model }) =>
    partGroups(model).map(({ name, parts }): NamedPart => ({ id: ++next, whole: id, name, parts })),
  );
}

function partGroups({ parts }: Model): readonly { readonly name: string; readonly parts: readonly number[] }[] {
  const groups = new Map<string, { name: string; parts: number[] }>();
  for (const [index, { name, label, group }] of parts.entries()) {
    if (!label) continue;
    const key = `${name} ${group ?? `#${index}`}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { name, parts: [index] });
    else known.parts.push(index);
  }
  return [...groups.values()];
}

function partObjects(
  { things }: FrameRecord,
  { layers, time }: FrameScan,
  stage: Stage,
  size: readonly [number, number],
): TruthObject[] {
  const parts = namedParts(stage);
  const labelOf = new Map(parts.flatMap((part) => part.parts.map((index) => [part.whole * 256 + index, part.id])));
  const labels = new Uint16Array(layers.things.length);
  for (let at = 0; at < labels.length; at++) {
    const thing = layers.things[at]!;
    if (thing !== 0) labels[at] = labelOf.get(thing * 256 + layers.parts[at]!) ?? 0;
  }
  const masks = masksFromLabels(labels, size);
  const wholes = new Map(things.map((thing) => [thing.id, thing]));
  return parts.flatMap((part) => {
    const [mask, whole] = [masks.get(part.id), wholes.get(part.whole)];
    return mask === undefined || whole === undefined ? [] : [partObject(part, mask, whole, stage, time)];
  });
}

/** A part's `amodal` is what is visible of it. */
function partObject({ id, whole, name, parts }: NamedPart, mask: Mask, of: ThingState, stage: Stage, time: number) {
  const thing = stage.thing(whole);
  const index = parts[0]!;
  const { colorName, pattern } = thing.paint(time)?.material(index) ?? thing.model.parts[index]!.material;
  const textures =
    pattern?.kind === 'stripes' ? (['striped'] as const) : pattern === undefined ? (['plain'] as const) : [];
  return {
    ...{ id, partOf: whole, name: `${colorName} ${name}`, noun: name, labels: labelsOf(name), colors: [colorName] },
    ...{ shapes: [], textures, mask, amodal: mask, box: mask.bbox, visible: 1, depth: of.depth },
    ...{ center: of.center, velocity: of.velocity },
  };
}

/** Parts that are named together, and what each of them is called. */
const single: Readonly<Record<string, string>> = { leaves: 'leaf', wheels: 'wheel', pages: 'page' };

const labelsOf = (name: string): string[] => [name, ...(single[name] === undefined ? [] : [single[name]])];
