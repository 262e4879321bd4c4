import type { SourceInfo } from '../../../media/contract.ts';
import type { Words } from '../../../twin/program-frame.ts';
import type { Contact, Node, SceneGraph } from '../../../twin/scene-graph.ts';
import type { FrameTruth, TruthObject } from '../contract.ts';
import { type FrameRecord, hiddenAt, thingOf } from './records.ts';

/** The true twin: what a perfect tracker would know at a frame. Ids are those of the world. */
export function trueGraph(
  truth: FrameTruth,
  record: FrameRecord,
  firstSeen: ReadonlyMap<number, number>,
  { width, height }: Pick<SourceInfo, 'width' | 'height'>,
): SceneGraph {
  const { index, time } = truth;
  return {
    ...{ index, time, width, height, observed: true },
    nodes: truth.objects.map((object) => nodeOf(object, record, firstSeen)),
    contacts: truth.relations.map((relation): Contact => ({ ...relation, p: 1 })),
    events: truth.events.map(({ time: t, ...event }) => ({ t, ...event, p: 1 })),
  };
}

function nodeOf(object: TruthObject, record: FrameRecord, firstSeen: ReadonlyMap<number, number>): Node {
  const { id, partOf, mask, amodal, visible, depth, velocity } = object;
  const whole = thingOf(record, partOf ?? id)!;
  const first = firstSeen.get(whole.id) ?? record.time;
  const hidden = visible <= hiddenAt;
  return {
    ...{ id, mask, score: 1, stuff: 0, concepts: {} },
    ...(partOf === undefined ? {} : { partOf }),
    attr: {
      vis: { vector: null, words: wordsOf(object) },
      spa: {
        box: object.box,
        centroid: partOf === undefined ? whole.centroid : middle(object),
        area: amodal.area,
        depth: { value: depth, confidence: 1, unit: 'm' },
        visible,
      },
      temp: {
        ...{ status: hidden ? 'occluded' : 'visible', velocity, moving: whole.moving },
        ...{ firstSeen: first, lastSeen: record.time, age: record.time - first },
      },
    },
  };
}

const middle = ({ box: [x, y, w, h] }: TruthObject): readonly [number, number] => [x + w / 2, y + h / 2];

/** True words; the main colour fills most of what is seen. */
export function wordsOf({ labels, colors, shapes, textures }: TruthObject): Words {
  const [main, ...others] = colors;
  const rest = others.length === 0 ? 0 : 0.3 / others.length;
  return {
    labels: labels.map((label) => [label, 1]),
    colors:
      main === undefined
        ? []
        : [[main, others.length === 0 ? 1 : 0.7], ...others.map((c) => [c, rest] as [typeof c, number])],
    shapes: Object.fromEntries(shapes.map((shape) => [shape, 1])),
    textures: Object.fromEntries(textures.map((texture) => [texture, 1])),
  };
}
