import { conditionOf, measureOf, nameOf, objectsOf, oneOf, textOf, wholeOf } from './arguments.ts';
import type { Condition } from './condition.ts';
import { Fault } from './fault.ts';
import { Grouping, GroupMembers, type Groups, GroupsWhere } from './groups.ts';
import { Joined } from './joined.ts';
import { labelCondition } from './label-condition.ts';
import type { Objects } from './objects.ts';
import { Extreme, Nth, Sorted, Take } from './ordered.ts';
import { The } from './the.ts';
import { ApiValue, nodeOf } from './values.ts';
import { Where } from './where.ts';
import { PartsOf, WholeOf } from './whole-part.ts';

const keyOf = (list: readonly { n: number }[]): string => list.map(({ n }) => n).join(',');

/** A collection as the program sees it; docs/program-api.md, `Objects`. */
export class ObjectsValue extends ApiValue {
  where(...conditions: unknown[]): ObjectsValue {
    const source = own(this);
    const list = conditions.map((one) => conditionOf(one, 'where'));
    if (list.length === 0) throw new Fault('not-a-condition', 'where wants a condition, got nothing');
    const key = `where ${source.n}:${keyOf(list)}`;
    return make(source, key, () => new Where(source.engine, key, source, list));
  }

  the(): ObjectsValue {
    const source = own(this);
    const key = `the ${source.n}`;
    return make(source, key, () => new The(source.engine, key, source));
  }

  and(other: unknown): ObjectsValue {
    return join(this, 'and', other);
  }

  or(other: unknown): ObjectsValue {
    return join(this, 'or', other);
  }

  except(other: unknown): ObjectsValue {
    return join(this, 'except', other);
  }

  orElse(other: unknown): ObjectsValue {
    return join(this, 'orElse', other);
  }

  max(measure: unknown): ObjectsValue {
    return extreme(this, 'max', measure);
  }

  min(measure: unknown): ObjectsValue {
    return extreme(this, 'min', measure);
  }

  sortBy(measure: unknown, direction: unknown = 'up'): OrderedValue {
    const source = own(this);
    const by = measureOf(measure, 'sortBy');
    const way = oneOf(direction, 'sortBy', ['up', 'down']);
    const key = `sort ${source.n}:${by.n}:${way}`;
    return new OrderedValue(source.engine.intern(key, () => new Sorted(source.engine, key, source, by, way)));
  }

  groups(by: unknown = 'near'): GroupsValue {
    const source = own(this);
    const word = oneOf(by, 'groups', ['near', 'color', 'label']);
    const key = `groups ${source.n}:${word}`;
    return new GroupsValue(source.engine.intern(key, () => new Grouping(source.engine, key, source, word)));
  }

  parts(name?: unknown): ObjectsValue {
    const source = own(this);
    const named: Condition | undefined =
      name === undefined ? undefined : labelCondition(source.engine, textOf(name, 'parts'));
    const key = `parts ${source.n}:${named?.n ?? ''}`;
    return make(source, key, () => new PartsOf(source.engine, key, source, named));
  }

  whole(): ObjectsValue {
    const source = own(this);
    const key = `whole ${source.n}`;
    return make(source, key, () => new WholeOf(source.engine, key, source));
  }
}

/** A collection in an order. */
export class OrderedValue extends ObjectsValue {
  nth(place: unknown): ObjectsValue {
    const source = own(this);
    if (typeof place !== 'number' || !Number.isInteger(place) || place === 0)
      throw new Fault('bad-argument', `nth wants a place, got ${nameOf(place)}`, '1 is the first, -1 the last');
    const key = `nth ${source.n}:${place}`;
    return make(source, key, () => new Nth(source.engine, key, source, place));
  }

  take(number: unknown): OrderedValue {
    const source = own(this);
    const wanted = wholeOf(number, 'take', 1);
    const key = `take ${source.n}:${wanted}`;
    return new OrderedValue(source.engine.intern(key, () => new Take(source.engine, key, source, wanted)));
  }

  middle(): ObjectsValue {
    const source = own(this);
    const key = `middle ${source.n}`;
    return make(source, key, () => new Nth(source.engine, key, source, 'middle'));
  }
}

/** Groups as the program sees them. */
export class GroupsValue extends ApiValue {
  where(condition: unknown, ...more: unknown[]): GroupsValue {
    const source = nodeOf(this) as Groups;
    const list = [condition, ...more].map((one) => conditionOf(one, 'where'));
    let groups = source;
    for (const one of list) {
      const from = groups;
      const key = `groupsWhere ${from.n}:${one.n}`;
      groups = from.engine.intern(key, () => new GroupsWhere(from.engine, key, from, one));
    }
    return new GroupsValue(groups);
  }

  max(measure: unknown): ObjectsValue {
    return ofGroups(this, 'max', measure);
  }

  min(measure: unknown): ObjectsValue {
    return ofGroups(this, 'min', measure);
  }

  members(): ObjectsValue {
    return ofGroups(this, 'members', undefined);
  }
}

const own = (value: ObjectsValue): Objects => nodeOf(value) as Objects;

function make(source: Objects, key: string, node: () => Objects): ObjectsValue {
  return new ObjectsValue(source.engine.intern(key, node));
}

function join(value: ObjectsValue, word: 'and' | 'or' | 'except' | 'orElse', other: unknown): ObjectsValue {
  const a = own(value);
  const b = objectsOf(other, word);
  const key = `${word} ${a.n}:${b.n}`;
  return make(a, key, () => new Joined(a.engine, key, word, a, b));
}

function extreme(value: ObjectsValue, word: 'max' | 'min', measure: unknown): ObjectsValue {
  const source = own(value);
  const by = measureOf(measure, word);
  const key = `${word} ${source.n}:${by.n}`;
  return make(source, key, () => new Extreme(source.engine, key, source, word, by));
}

function ofGroups(value: GroupsValue, word: 'max' | 'min' | 'members', measure: unknown): ObjectsValue {
  const source = nodeOf(value) as Groups;
  const by = word === 'members' ? undefined : measureOf(measure, word);
  const key = `group ${word} ${source.n}:${by?.n ?? ''}`;
  return new ObjectsValue(source.engine.intern(key, () => new GroupMembers(source.engine, key, source, word, by)));
}
