import type { Concept } from '../specialists/concept.ts';
import type { FrameObject, TwinFrame, Words } from './program-frame.ts';
import type { Node, SceneGraph } from './scene-graph.ts';
import { roundWords, wordsDiffer } from './words.ts';

/** Objects that no concept of the query fits get their objectness times this, below those that fit one. */
const unnamedScale = 0.25;
/** What fits a concept worse than this is not it: a fifteenth of what the best candidates get. */
const leastFit = 0.03;
/**
 * Ids whose words are remembered as sent; beyond it, those not in the picture are sent anew when they come back. Fewer
 * than a program remembers.
 */
const mostSent = 512;

/** The twin as one program sees it: words are sent once, then only when they change. */
export class TwinView {
  readonly #concepts: readonly string[];
  /** Ids of the query's concepts by their noun. */
  readonly #conceptsOfNoun = new Map<string, string[]>();
  readonly #sent = new Map<number, Words>();

  constructor(concepts: readonly Concept[]) {
    this.#concepts = concepts.map((concept) => concept.id);
    for (const { id, noun } of concepts) {
      if (noun !== undefined) this.#conceptsOfNoun.set(noun, [...(this.#conceptsOfNoun.get(noun) ?? []), id]);
    }
  }

  /** The frame form of a scene graph. Call it once for each graph, in order. */
  frame(graph: SceneGraph): TwinFrame {
    if (this.#sent.size > mostSent) this.#forgetAbsent(graph);
    return {
      i: graph.index,
      t: round(graph.time, 1e6),
      w: graph.width,
      h: graph.height,
      o: graph.nodes.map((node) => this.#object(node)),
      r: graph.contacts.map(({ relation, a, b, p }) => [relation, a, b, p]),
      e: graph.events.map((event) => ({ ...event })),
    };
  }

  #object(node: Node): FrameObject {
    const { spa, temp } = node.attr;
    const words = this.#news(node);
    return {
      id: node.id,
      score: round(this.#score(node), 1e4),
      box: [spa.box[0], spa.box[1], spa.box[2], spa.box[3]],
      c: [round(spa.centroid[0], 100), round(spa.centroid[1], 100)],
      area: spa.area,
      vis: round(spa.visible, 1000),
      vel: temp.velocity && [round(temp.velocity[0], 100), round(temp.velocity[1], 100)],
      depth: spa.depth && [round(spa.depth.value, 1e4), round(spa.depth.confidence, 1000), spa.depth.unit],
      ...(node.partOf === undefined ? {} : { partOf: node.partOf }),
      ...(spa.length === undefined ? {} : { long: round(spa.length, 100) }),
      ...(words === undefined ? {} : { words }),
    };
  }

  /** Best fit to a concept of this query; where no specialist judged that, its objectness scaled down. */
  #score({ concepts, score, stuff }: Node): number {
    let best = -1;
    for (const id of this.#concepts) best = Math.max(best, concepts[id] ?? -1);
    return best >= 0 ? best : unnamedScale * score * (1 - stuff);
  }

  #news(node: Node): Words | undefined {
    const words = this.#words(node);
    const sent = this.#sent.get(node.id);
    if (sent !== undefined && !wordsDiffer(sent, words)) return undefined;
    if (sent === undefined && Object.keys(words).length === 0) return undefined;
    this.#sent.set(node.id, words);
    return roundWords(words);
  }

  /**
   * A guess at a name rests on how well the concepts of *this* query fit: "the bottle" of another query that shares
   * the twin may be looked for by other signs. Names that a specialist claims stay as they are.
   */
  #words({ attr, concepts }: Node): Words {
    const { words } = attr.vis;
    if (words.labels === undefined || words.labels.every(([, p]) => p >= 0.5)) return words;
    return { ...words, labels: words.labels.map(([name, p]) => [name, p >= 0.5 ? p : this.#guess(name, p, concepts)]) };
  }

  #guess(noun: string, p: number, fits: Readonly<Record<string, number>>): number {
    const own = this.#conceptsOfNoun.get(noun);
    if (own === undefined) return p;
    const fit = Math.max(...own.map((id) => fits[id] ?? 0));
    return fit < leastFit ? 0.1 : Math.min(0.49, 0.3 + 0.4 * fit);
  }

  #forgetAbsent(graph: SceneGraph): void {
    const present = new Set(graph.nodes.map((node) => node.id));
    for (const id of this.#sent.keys()) if (!present.has(id)) this.#sent.delete(id);
  }
}

const round = (value: number, steps: number): number => Math.round(value * steps) / steps;
