import { InputError } from '../../base/errors.ts';
import { type Contact, type Node, nodeOf, type SceneGraph } from '../scene-graph.ts';
import { behind, hides, inFrontOf } from './behind.ts';
import { overlapping, touching } from './contact.ts';
import { between, far, near } from './distance.ts';
import type { RelationContext, RelationRule, Truth } from './relation.ts';
import { sameColor } from './same-color.ts';
import { above, below, leftOf, rightOf } from './sides.ts';
import { contains, holds, inside, on, under } from './support.ts';

/** Every relation of two nodes by its name; a new one is one more file and one line here. */
export const relationRules = {
  leftOf,
  rightOf,
  above,
  below,
  behind,
  inFrontOf,
  hides,
  on,
  under,
  inside,
  contains,
  holds,
  touching,
  overlapping,
  near,
  far,
  sameColor,
} as const satisfies Record<string, RelationRule>;

export type RelationName = keyof typeof relationRules;

/** The relations of one scene graph: each is computed when it is first asked for and remembered. */
export class GraphRelations {
  readonly graph: SceneGraph;
  readonly #known = new Map<string, Truth>();
  readonly #context: RelationContext;

  constructor(graph: SceneGraph) {
    this.graph = graph;
    this.#context = contextOf(graph);
  }

  /** Number of relations computed so far. */
  get computed(): number {
    return this.#known.size;
  }

  /** Does `a` stand in the relation to `b`? null where that is not known. @throws InputError for ids not in the graph */
  is(relation: RelationName, a: number, b: number): Truth {
    const key = `${relation} ${a} ${b}`;
    let truth = this.#known.get(key);
    if (truth === undefined) {
      truth = relationRules[relation](this.#node(a), this.#node(b), this.#context);
      this.#known.set(key, truth);
    }
    return truth;
  }

  /** Does `a` lie between `b` and `c`? */
  between(a: number, b: number, c: number): boolean {
    const key = `between ${a} ${b} ${c}`;
    let truth = this.#known.get(key);
    if (truth === undefined) {
      truth = between(this.#node(a), this.#node(b), this.#node(c));
      this.#known.set(key, truth);
    }
    return truth === true;
  }

  /** All pairs of the graph in this relation, by rising ids. */
  pairs(relation: RelationName): [a: number, b: number][] {
    const ids = this.graph.nodes.map((node) => node.id);
    return ids.flatMap((a) =>
      ids.filter((b) => a !== b && this.is(relation, a, b) === true).map((b): [number, number] => [a, b]),
    );
  }

  #node(id: number): Node {
    const node = nodeOf(this.graph, id);
    if (node === undefined) throw new InputError(`frame ${this.graph.index} has no object #${id}`);
    return node;
  }
}

function contextOf(graph: SceneGraph): RelationContext {
  const byPair = new Map(graph.contacts.map((contact): [string, Contact] => [keyOf(contact), contact]));
  return {
    diagonal: Math.hypot(graph.width, graph.height),
    size: [graph.height, graph.width],
    contact: (relation, a, b) => byPair.get(keyOf({ relation, a, b })),
  };
}

const keyOf = ({ relation, a, b }: Pick<Contact, 'relation' | 'a' | 'b'>): string => `${relation} ${a} ${b}`;

const memo = new WeakMap<SceneGraph, GraphRelations>();

/** The relations of a scene graph, shared by all who ask. */
export function relationsOf(graph: SceneGraph): GraphRelations {
  let relations = memo.get(graph);
  if (relations === undefined) {
    relations = new GraphRelations(graph);
    memo.set(graph, relations);
  }
  return relations;
}
