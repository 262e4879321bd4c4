import type { SizeHw } from '../../base/geometry.ts';
import type { Contact, Node } from '../scene-graph.ts';

/** What a relation may look at besides the two nodes. */
export interface RelationContext {
  /** Diagonal of the picture, px. */
  readonly diagonal: number;
  readonly size: SizeHw;
  /** The pixel relation between two nodes, if there is one. */
  contact(relation: Contact['relation'], a: number, b: number): Contact | undefined;
}

/** True, false, or null for unknown. */
export type Truth = boolean | null;

/** A relation of node `a` to node `b`, as one documented predicate. */
export type RelationRule = (a: Node, b: Node, context: RelationContext) => Truth;
