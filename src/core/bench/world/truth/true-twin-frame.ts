import type { FrameObject, TwinFrame } from '../../../twin/program-frame.ts';
import type { Node, SceneGraph } from '../../../twin/scene-graph.ts';

/** The frame form of the true twin; every object has its words in every frame. */
export function trueTwinFrame({ index, time, width, height, nodes, contacts, events }: SceneGraph): TwinFrame {
  return {
    ...{ i: index, t: time, w: width, h: height },
    o: nodes.map(objectOf),
    r: contacts.map(({ relation, a, b }) => [relation, a, b]),
    e: events.map(({ p: _, ...event }) => event),
  };
}

function objectOf({ id, score, partOf, attr: { vis, spa, temp } }: Node): FrameObject {
  return {
    ...{ id, score, area: spa.area, vis: spa.visible, words: vis.words },
    box: [spa.box[0], spa.box[1], spa.box[2], spa.box[3]],
    c: [spa.centroid[0], spa.centroid[1]],
    vel: temp.velocity && [temp.velocity[0], temp.velocity[1]],
    depth: spa.depth && [spa.depth.value, spa.depth.confidence, spa.depth.unit],
    ...(partOf === undefined ? {} : { partOf }),
  };
}
