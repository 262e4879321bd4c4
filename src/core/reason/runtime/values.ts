import { Fault } from './fault.ts';
import type { Node } from './node.ts';

const nodes = new WeakMap<ApiValue, Node>();

/** What a program holds in its hands: opaque, only the words of the vocabulary make and take it. */
export abstract class ApiValue {
  constructor(node: Node) {
    nodes.set(this, node);
    Object.freeze(this);
  }

  /** `area > 5`, `"" + objects`: neither numbers nor texts. */
  [Symbol.toPrimitive](): never {
    const text = nodeOf(this).show();
    throw new Fault('not-a-number', `"${text}" is no number or text`, `compare measures by words: more(${text}, 5)`);
  }

  toJSON(): never {
    throw new Fault('bad-argument', `"${nodeOf(this).show()}" cannot be kept in state`, 'state holds plain JSON only');
  }
}

/** The value behind. */
export function nodeOf(value: ApiValue): Node {
  return nodes.get(value)!;
}

export class ConditionValue extends ApiValue {}
export class MeasureValue extends ApiValue {}
export class MomentValue extends ApiValue {}
export class QuantifiedValue extends ApiValue {}
export class EdgeValue extends ApiValue {}
