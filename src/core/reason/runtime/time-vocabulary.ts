import { type EventName, eventNames } from '../../twin/program-frame.ts';
import { conditionOf, measureOf, nameOf, numberOf, objectsOf, optionsOf } from './arguments.ts';
import { Condition } from './condition.ts';
import { Current, prepareHistory } from './current.ts';
import { Duration } from './duration.ts';
import type { Engine } from './engine.ts';
import { Edge, EventQuery } from './event-query.ts';
import { Did, Occurrence, Times } from './events.ts';
import { Fault } from './fault.ts';
import { Measure } from './measure.ts';
import { Ago, Clock, FirstSeen, Moment, Start } from './moments.ts';
import type { Node } from './node.ts';
import { ObjectsValue } from './object-values.ts';
import { Objects } from './objects.ts';
import { Change, MeasureAt, ObjectsAt } from './past-values.ts';
import { type Role, RoleObjects } from './role-objects.ts';
import { settings } from './settings.ts';
import type { Span } from './span.ts';
import { ConditionAt, Held, Sometime } from './temporal.ts';
import { Travelled } from './travel.ts';
import { ApiValue, ConditionValue, EdgeValue, MeasureValue, MomentValue, nodeOf } from './values.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What `select` gets as `twin`. */
export interface TwinWords {
  readonly objects: ObjectsValue;
  readonly parts: ObjectsValue;
  readonly time: number;
  readonly frame: number;
  readonly size: { readonly width: number; readonly height: number };
  readonly events: (type: unknown, filter?: unknown) => EventsValue;
}

/** All words that speak of time and events. */
export function timeVocabulary(engine: Engine): Vocabulary {
  return { ...momentWords(engine), ...historyWords(engine), ...measureWords(engine), ...eventWords(engine) };
}

/** `twin.events(type, filter)`. */
export function twinEvents(engine: Engine): (type: unknown, filter?: unknown) => EventsValue {
  return (type, filter) => new EventsValue(queryOf(engine, type, filter, 'events', ['who', 'other', 'by']));
}

function momentWords(engine: Engine): Vocabulary {
  const start = engine.intern('start', () => new Start(engine, 'start'));
  const firstSeen = engine.intern('firstSeen', () => new FirstSeen(engine, 'firstSeen'));
  start.fixed = true;
  firstSeen.fixed = true;
  return {
    start: new MomentValue(start),
    firstSeen: new MomentValue(firstSeen),
    ago: (seconds: unknown) => new MomentValue(agoOf(engine, numberOf(seconds, 'ago'))),
  };
}

function agoOf(engine: Engine, seconds: number): Moment {
  if (seconds < 0 || seconds > settings.agoSeconds)
    throw new Fault('bad-argument', `ago(${seconds}) is out of reach`, `0 to ${settings.agoSeconds} seconds`);
  const key = `ago ${seconds}`;
  return engine.intern(key, () => new Ago(engine, key, seconds));
}

/** A moment, or a number of seconds from the start. */
function momentOf(engine: Engine, value: unknown, word: string): Moment {
  if (typeof value === 'number') {
    const key = `clock ${numberOf(value, word)}`;
    return engine.intern(key, () => new Clock(engine, key, value));
  }
  const node = value instanceof ApiValue ? nodeOf(value) : undefined;
  if (node instanceof Moment) return node;
  if (value instanceof EventsValue)
    throw new Fault('moment-needed', `${word} wants one moment, got several events`, 'say .first() or .last()');
  throw new Fault(
    'moment-needed',
    `${word} wants a moment, got ${nameOf(value)}`,
    'start, ago(2), or events(...).first()',
  );
}

const spanKeys = ['after', 'before', 'within', 'while'] as const;

function spanOf(engine: Engine, options: Record<string, unknown>, word: string): Span {
  const { after, before, within, while: held } = options;
  const span: Span = {
    ...(after !== undefined && { after: momentOf(engine, after, `${word} after`) }),
    ...(before !== undefined && { before: momentOf(engine, before, `${word} before`) }),
    ...(within !== undefined && { within: secondsOf(within, `${word} within`) }),
    ...(held !== undefined && { while: conditionOf(held, `${word} while`) }),
  };
  if (span.while !== undefined) prepareHistory(span.while);
  return span;
}

function secondsOf(value: unknown, word: string): number {
  const seconds = numberOf(value, word);
  if (seconds < 0) throw new Fault('bad-argument', `${word} must not be negative`);
  return seconds;
}

const spanKey = (span: Span): string =>
  `${span.after?.n ?? ''}/${span.before?.n ?? ''}/${span.within ?? ''}/${span.while?.n ?? ''}`;

function historyWords(engine: Engine): Vocabulary {
  const sometime = (word: 'ever' | 'always') => (c: unknown, s?: unknown) => {
    const of = conditionOf(c, word);
    const span = spanOf(engine, optionsOf(s, word, spanKeys), word);
    const key = `${word} ${of.n} ${spanKey(span)}`;
    prepareHistory(of);
    return new ConditionValue(engine.intern(key, () => new Sometime(engine, key, word, of, span)));
  };
  return {
    ever: sometime('ever'),
    always: sometime('always'),
    held: (c: unknown, seconds: unknown) => {
      const of = conditionOf(c, 'held');
      const length = secondsOf(seconds, 'held');
      const key = `held ${of.n} ${length}`;
      prepareHistory(of);
      return new ConditionValue(engine.intern(key, () => new Held(engine, key, of, length)));
    },
    at: (t: unknown, value: unknown) => at(engine, momentOf(engine, t, 'at'), value),
    current: (o: unknown) => {
      const of = objectsOf(o, 'current');
      const key = `current ${of.n}`;
      return new ObjectsValue(engine.intern(key, () => new Current(engine, key, of)));
    },
  };
}

function at(engine: Engine, moment: Moment, value: unknown): ApiValue {
  const of = value instanceof ApiValue ? nodeOf(value) : undefined;
  const key = `at ${moment.n} ${of?.n}`;
  if (of instanceof Condition) {
    prepareHistory(of);
    return new ConditionValue(engine.intern(key, () => new ConditionAt(engine, key, moment, of)));
  }
  if (of instanceof Measure)
    return new MeasureValue(prepared(engine.intern(key, () => new MeasureAt(engine, key, moment, of))));
  if (of instanceof Objects)
    return new ObjectsValue(prepared(engine.intern(key, () => new ObjectsAt(engine, key, moment, of))));
  throw new Fault('bad-argument', `at wants a condition, a measure or objects, got ${nameOf(value)}`);
}

/** Starts the memory of a word at once, also when no object reaches it in this frame. */
function prepared<T extends { prepare(): void }>(word: T): T {
  word.prepare();
  return word;
}

function measureWords(engine: Engine): Vocabulary {
  return {
    travelled: (s?: unknown) => {
      const span = spanOf(engine, optionsOf(s, 'travelled', spanKeys), 'travelled');
      const key = `travelled ${spanKey(span)}`;
      return new MeasureValue(prepared(engine.intern(key, () => new Travelled(engine, key, span))));
    },
    duration: (c: unknown, s?: unknown) => {
      const of = conditionOf(c, 'duration');
      const span = spanOf(engine, optionsOf(s, 'duration', spanKeys), 'duration');
      const key = `duration ${of.n} ${spanKey(span)}`;
      prepareHistory(of);
      return new MeasureValue(engine.intern(key, () => new Duration(engine, key, of, span)));
    },
    change: (m: unknown, since?: unknown) => {
      const of = measureOf(m, 'change');
      const from =
        since === undefined
          ? engine.intern('start', () => new Start(engine, 'start'))
          : momentOf(engine, since, 'change');
      const key = `change ${of.n} ${from.n}`;
      return new MeasureValue(prepared(engine.intern(key, () => new Change(engine, key, of, from))));
    },
  };
}

function eventWords(engine: Engine): Vocabulary {
  const edge = (kind: 'begins' | 'ends') => (c: unknown) => {
    const of = conditionOf(c, kind);
    const key = `${kind} ${of.n}`;
    return new EdgeValue(engine.intern(key, () => new Edge(engine, key, kind, of)));
  };
  return {
    begins: edge('begins'),
    ends: edge('ends'),
    did: (type: unknown, filter?: unknown) => {
      const query = queryOf(engine, type, filter, 'did', ['other', 'by']);
      const key = `did ${query.n}`;
      return new ConditionValue(engine.intern(key, () => new Did(engine, key, query)));
    },
    times: (type: unknown, filter?: unknown) => {
      const query = queryOf(engine, type, filter, 'times', ['other', 'by']);
      const key = `times ${query.n}`;
      return new MeasureValue(engine.intern(key, () => new Times(engine, key, query)));
    },
  };
}

function queryOf(engine: Engine, type: unknown, filter: unknown, word: string, roles: readonly Role[]): EventQuery {
  const wanted = typeOf(type, word);
  const options = optionsOf(filter, word, [...spanKeys, ...roles]);
  const span = spanOf(engine, options, word);
  const [who, other, by] = (['who', 'other', 'by'] as const).map((role) =>
    options[role] === undefined ? undefined : objectsOf(options[role], `${word} ${role}`),
  );
  const named = typeof wanted === 'string' ? wanted : wanted.n;
  const wholes = roles.includes('who') && who === undefined;
  const key = `events ${named} ${who?.n ?? (wholes ? 'wholes' : '')}/${other?.n ?? ''}/${by?.n ?? ''} ${spanKey(span)}`;
  const chosen = { ...(who && { who }), ...(other && { other }), ...(by && { by }), ...(wholes && { wholes }) };
  return prepared(engine.intern(key, () => new EventQuery(engine, key, { type: wanted, span, ...chosen })));
}

function typeOf(type: unknown, word: string): EventName | Edge {
  const node: Node | undefined = type instanceof ApiValue ? nodeOf(type) : undefined;
  if (node instanceof Edge) return node;
  if (typeof type === 'string' && (eventNames as readonly string[]).includes(type)) return type as EventName;
  const hint =
    node instanceof Condition
      ? `say begins(${node.show()})`
      : `one of: ${eventNames.join(', ')}; or begins(c), ends(c)`;
  throw new Fault('bad-argument', `${word} does not know the event ${nameOf(type)}`, hint);
}

/** Events as the program sees them. */
export class EventsValue extends ApiValue {
  who(): ObjectsValue {
    return role(nodeOf(this) as EventQuery, 'who');
  }

  other(): ObjectsValue {
    return role(nodeOf(this) as EventQuery, 'other');
  }

  by(): ObjectsValue {
    return role(nodeOf(this) as EventQuery, 'by');
  }

  first(): OccurrenceValue {
    return occurrence(this, 1);
  }

  last(): OccurrenceValue {
    return occurrence(this, -1);
  }

  nth(place: unknown): OccurrenceValue {
    if (typeof place !== 'number' || !Number.isInteger(place) || place === 0)
      throw new Fault('bad-argument', `nth wants a place, got ${nameOf(place)}`, '1 is the first, -1 the last');
    return occurrence(this, place);
  }
}

/** One event as the program sees it; also a moment. */
export class OccurrenceValue extends MomentValue {
  who(): ObjectsValue {
    return role(nodeOf(this) as Occurrence, 'who');
  }

  other(): ObjectsValue {
    return role(nodeOf(this) as Occurrence, 'other');
  }

  by(): ObjectsValue {
    return role(nodeOf(this) as Occurrence, 'by');
  }
}

function occurrence(events: EventsValue, place: number): OccurrenceValue {
  const query = nodeOf(events) as EventQuery;
  const key = `occurrence ${query.n} ${place}`;
  return new OccurrenceValue(query.engine.intern(key, () => new Occurrence(query.engine, key, query, place)));
}

function role(of: EventQuery | Occurrence, word: Role): ObjectsValue {
  const key = `${word} ${of.n}`;
  return new ObjectsValue(of.engine.intern(key, () => new RoleObjects(of.engine, key, of, word)));
}
