// What the sandbox runs first: installs the vocabulary as globals and the three calls of the host.
import { Fault } from './fault.ts';
import { GroupsValue, ObjectsValue, OrderedValue } from './object-values.ts';
import { type ProgramFunctions, RuntimeSession, type SessionSettings } from './session.ts';
import { EventsValue, OccurrenceValue } from './time-vocabulary.ts';
import { troubleOf } from './trouble.ts';
import { ConditionValue } from './values.ts';
import type { Vocabulary } from './vocabulary.ts';

const { parse, stringify } = JSON;
const { getPrototypeOf: prototypeOf, getOwnPropertyDescriptor: ownProperty } = Object;
const internalError = (globalThis as unknown as { InternalError?: { prototype: object } }).InternalError?.prototype;
const Floats = Float64Array;
const define = Object.defineProperty;
const host = globalThis as unknown as Record<string, unknown>;
let session: RuntimeSession | undefined;

const expose = (name: string, value: unknown): void => {
  define(host, name, { value, writable: false, enumerable: false, configurable: true });
};

/** Called once before the program's text is evaluated. */
expose('__open', (optionsJson: string): void => {
  session = new RuntimeSession(parse(optionsJson) as SessionSettings);
  for (const [name, word] of Object.entries(session.vocabulary)) expose(name, word);
  harden(session.vocabulary);
});

/** Appended to the program's text: hands its functions over. */
expose('__program', (program: ProgramFunctions): void => session!.start(program));

/** Put behind declarations: the variable by which the program calls a value. */
expose('__name', (name: string, value: unknown): void => session!.name(name, value));

/** One frame in, packed; the answer or the trouble out, as JSON. */
expose('__step', (numbers: ArrayBuffer, texts: string): string => {
  try {
    return stringify({ answer: session!.step({ numbers: new Floats(numbers), texts }) });
  } catch (thrown) {
    return stringify({ trouble: troubleOf(thrown) });
  }
});

/** An error that the program's text threw while it was evaluated, as JSON. */
expose('__trouble', (thrown: unknown): string => stringify({ trouble: troubleOf(thrown) }));

/** QuickJS's own words on an error that is its own, else nothing; runs no code of the program. */
expose('__limit', (thrown: unknown): string => {
  if (typeof thrown !== 'object' || thrown === null || prototypeOf(thrown) !== internalError) return '';
  const message = ownProperty(thrown, 'message')?.value;
  return typeof message === 'string' ? message : '';
});

/** What differs from run to run goes, and what programs could change for the runtime is frozen. */
function harden(vocabulary: Vocabulary): void {
  const random = (): never => {
    throw new Fault('unknown-word', 'there is no Math.random', 'programs give the same answer each time');
  };
  define(Math, 'random', { value: random });
  for (const name of ['Date', 'eval', 'SharedArrayBuffer', 'Atomics', 'WeakRef', 'FinalizationRegistry', 'Promise'])
    Reflect.deleteProperty(host, name);
  for (const makes of [function* () {}, async () => {}, async function* () {}, () => {}]) closeConstructor(makes);
  for (const name of Object.getOwnPropertyNames(host)) freezeBuiltin(host[name]);
  const iterators = [[].values(), new Map().values(), new Set().values(), ''[Symbol.iterator](), 'a'.matchAll(/a/g)];
  for (const one of [...iterators, function* () {}, async () => {}, new Int8Array()]) freezeParents(one);
  for (const word of Object.values(vocabulary)) freezeBuiltin(word);
  for (const kind of [...apiClasses, ...Object.values(vocabulary)]) freezeParents(kind);
  for (const { prototype } of apiClasses) freezeParents(prototype);
}

/** What programs hold in their hands. */
const apiClasses = [ObjectsValue, OrderedValue, GroupsValue, EventsValue, OccurrenceValue, ConditionValue] as const;

/** All that it inherits from, and itself if others inherit from it. */
function freezeParents(value: unknown): void {
  if ((typeof value !== 'function' && typeof value !== 'object') || value === null) return;
  const { prototype } = value as { prototype?: unknown };
  if (typeof prototype === 'object' && prototype !== null) Object.freeze(prototype);
  for (let at: unknown = Object.getPrototypeOf(value); at !== null; at = Object.getPrototypeOf(at)) Object.freeze(at);
}

function freezeBuiltin(value: unknown): void {
  if (typeof value !== 'function' && (typeof value !== 'object' || value === host || value === null)) return;
  const { prototype } = value as { prototype?: unknown };
  if (typeof prototype === 'object' && prototype !== null) Object.freeze(prototype);
  Object.freeze(value);
}

/** `(() => {}).constructor("...")` would compile text that the check has not seen. */
function closeConstructor(makes: object): void {
  const prototype = Object.getPrototypeOf(makes) as object;
  const refuse = (): never => {
    throw new Fault('unknown-word', 'there is no Function constructor');
  };
  if (!Object.isFrozen(prototype)) define(prototype, 'constructor', { value: refuse, writable: false });
}
