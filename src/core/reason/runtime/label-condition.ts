import { AttributeCondition, labelRule } from './attributes.ts';
import type { Engine } from './engine.ts';

/** `label(name)`; also what `parts(name)` asks. */
export function labelCondition(engine: Engine, name: string): AttributeCondition {
  const key = `label ${name}`;
  return engine.intern(key, () => new AttributeCondition(engine, key, labelRule(name)));
}
