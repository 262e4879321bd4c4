import { InputError } from '../base/errors.ts';
import { maskFromCoco, maskToCoco } from '../masks/coco.ts';
import type { Node, SceneGraph } from './scene-graph.ts';

/** A scene graph as plain JSON: masks as COCO run-length strings, vectors as lists, numbers rounded. */
export interface SceneGraphJson extends Omit<SceneGraph, 'nodes'> {
  readonly nodes: readonly NodeJson[];
}

/** A node as plain JSON. */
export interface NodeJson extends Omit<Node, 'mask' | 'attr'> {
  readonly segmentation: { readonly size: [h: number, w: number]; readonly counts: string };
  readonly attr: Omit<Node['attr'], 'vis'> & {
    readonly vis: Omit<Node['attr']['vis'], 'vector'> & { readonly vector: readonly number[] | null };
  };
}

/** Everything of a scene graph; reading it back and writing it again gives the same text. */
export function graphToJson(graph: SceneGraph): SceneGraphJson {
  return rounded({ ...graph, nodes: graph.nodes.map(nodeToJson) }) as SceneGraphJson;
}

function nodeToJson({ mask, attr, ...rest }: Node): NodeJson {
  const vector = attr.vis.vector === null ? null : [...attr.vis.vector];
  return { ...rest, segmentation: maskToCoco(mask), attr: { ...attr, vis: { ...attr.vis, vector } } };
}

/** @throws InputError for something that is no scene graph, MaskError for a malformed mask */
export function graphFromJson(json: SceneGraphJson): SceneGraph {
  if (typeof json !== 'object' || json === null || !Array.isArray(json.nodes)) {
    throw new InputError('this is no scene graph: it has no list of nodes');
  }
  return { ...json, nodes: json.nodes.map(nodeFromJson) };
}

function nodeFromJson({ segmentation, attr, ...rest }: NodeJson): Node {
  const vector = attr.vis.vector === null ? null : Float32Array.from(attr.vis.vector);
  return { ...rest, mask: maskFromCoco(segmentation), attr: { ...attr, vis: { ...attr.vis, vector } } };
}

/** Six decimals: the same text on machines whose last bits differ. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 1e6) / 1e6 + 0;
  if (Array.isArray(value)) return value.map(rounded);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}
