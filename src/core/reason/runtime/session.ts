import type { ExplanationRecord, ProgramAnswer } from '../contract.ts';
import { nameOf } from './arguments.ts';
import { Engine } from './engine.ts';
import { Fault } from './fault.ts';
import { Groups } from './groups.ts';
import { Hysteresis, type Said, type WhereTheyAre } from './hysteresis.ts';
import { Listed } from './listed.ts';
import { type Node, wordsIn } from './node.ts';
import { GroupsValue, ObjectsValue } from './object-values.ts';
import { type Member, Objects } from './objects.ts';
import { AnswerPacker, type PackedAnswer } from './packed-answer.ts';
import type { PackedFrame } from './packed-frame.ts';
import { settings } from './settings.ts';
import { type TwinWords, timeVocabulary, twinEvents } from './time-vocabulary.ts';
import { ApiValue, nodeOf } from './values.ts';
import { plainVocabulary, type Vocabulary } from './vocabulary.ts';

/** The functions that a program defines. */
export interface ProgramFunctions {
  readonly select: (twin: unknown, state: unknown) => unknown;
  readonly init?: ((state: unknown) => unknown) | undefined;
}

/** How a session answers. */
export interface SessionSettings {
  readonly hysteresisSeconds: number;
  readonly explain: 'each-frame' | 'on-change';
}

/** Longest time for which an explanation is repeated, s. */
const explanationSeconds = 1;

/** One program over one stream: everything that happens inside the sandbox. */
export class RuntimeSession {
  readonly vocabulary: Vocabulary;
  private readonly engine = new Engine();
  private readonly hysteresis: Hysteresis;
  private readonly whereTheyAre: WhereTheyAre = {
    isPresent: (id) => this.engine.world.thing(id)?.present === true,
    isSeen: (id) => {
      const thing = this.engine.world.thing(id);
      return thing?.present === true && thing.vis > 0;
    },
  };
  private readonly twin: TwinWords;
  private readonly packer = new AnswerPacker();
  private readonly explainsEach: boolean;
  /** What the newest explanation was about, and when it was made. */
  private explained = { ids: '', t: Number.NEGATIVE_INFINITY };
  private program: ProgramFunctions | undefined;

  constructor({ hysteresisSeconds, explain }: SessionSettings) {
    this.hysteresis = new Hysteresis(hysteresisSeconds);
    this.explainsEach = explain === 'each-frame';
    this.vocabulary = { ...plainVocabulary(this.engine), ...timeVocabulary(this.engine) };
    this.twin = this.makeTwin();
  }

  start(program: ProgramFunctions): void {
    this.program = program;
  }

  /** The variable by which the program calls a value; for explanations. */
  name(name: string, value: unknown): void {
    const node = value instanceof ApiValue ? nodeOf(value) : undefined;
    if (node === undefined || node.fixed || node.name === name) return;
    node.name = name;
    this.engine.names++;
  }

  /** The answer for the newest frame. @throws Fault, and whatever the program throws */
  step(frame: PackedFrame): PackedAnswer {
    const first = this.engine.world.tick === 0;
    this.engine.world.take(frame);
    if (first) this.program?.init?.(this.engine.state);
    const answer = this.decide();
    this.checkState();
    return this.packer.pack({ ...answer, warnings: this.engine.takeWarnings() });
  }

  /** Memories see the frame also when the program fails in it. */
  private decide(): Unwarned {
    try {
      return this.answer(chosenBy(this.program!.select(this.twin, this.engine.state)));
    } finally {
      this.engine.endFrame();
    }
  }

  private makeTwin(): TwinWords {
    const { engine } = this;
    const { world } = engine;
    const listed = (key: string, parts: boolean): ObjectsValue => {
      const node = engine.intern(key, () => new Listed(engine, key, parts));
      node.fixed = true;
      return new ObjectsValue(node);
    };
    const twin = {
      objects: listed('objects', false),
      parts: listed('parts', true),
      get time(): number {
        return world.time;
      },
      get frame(): number {
        return world.frame;
      },
      get size(): { width: number; height: number } {
        return { width: world.width, height: world.height };
      },
      events: twinEvents(engine),
    };
    return Object.freeze(twin);
  }

  private answer(chosen: Objects | Groups): Unwarned {
    const groups = chosen instanceof Groups ? chosen.resolve() : undefined;
    const members = groups?.flat() ?? (chosen as Objects).resolve().members;
    const said = this.saidOf(members);
    const isSteady = chosen instanceof Objects && chosen.isSteady;
    const shown = isSteady ? said : this.hysteresis.settle(said, this.engine.world.time, this.whereTheyAre);
    const ids = shown.map(({ id }) => id);
    const answer = {
      ids,
      scores: shown.map(({ score }) => score),
      ...(this.wantsExplanation(members, ids) && { explanation: explain(chosen) }),
    };
    return groups === undefined ? answer : { ...answer, groups: shownGroups(groups, ids) };
  }

  private wantsExplanation(members: readonly Member[], shown: readonly number[]): boolean {
    if (this.explainsEach) return true;
    const ids = `${shown.join()};${members.map(({ thing }) => thing.id).join()}`;
    const { time } = this.engine.world;
    if (ids === this.explained.ids && time - this.explained.t < explanationSeconds) return false;
    this.explained = { ids, t: time };
    return true;
  }

  /** Those in the picture with their scores, each once. */
  private saidOf(members: readonly Member[]): Said[] {
    const said = new Map<number, number>();
    for (const { thing, p } of members) {
      if (!thing.present) this.engine.warn('has-left', `#${thing.id} has left`);
      else if (!said.has(thing.id)) said.set(thing.id, thing.score * p);
    }
    return [...said].map(([id, score]) => ({ id, score }));
  }

  private checkState(): void {
    if (Object.keys(this.engine.state).length === 0) return;
    const text = JSON.stringify(this.engine.state);
    if (text.length <= settings.stateChars) return;
    throw new Fault('program-failed', `state has ${text.length} characters`, `at most ${settings.stateChars}`);
  }
}

type Unwarned = Omit<ProgramAnswer, 'explanation' | 'warnings'> & Partial<Pick<ProgramAnswer, 'explanation'>>;

function chosenBy(result: unknown): Objects | Groups {
  if (result instanceof ObjectsValue || result instanceof GroupsValue) {
    const node = nodeOf(result) as Objects | Groups | undefined;
    if (node !== undefined) return node;
  }
  const hint = result === undefined ? 'end select with return' : 'return twin.objects.where(...), or groups';
  throw new Fault('bad-result', `select must return objects or groups, got ${nameOf(result)}`, hint);
}

/** What each operator that led to the result did, innermost first. */
function explain(chosen: Node): ExplanationRecord[] {
  const records: ExplanationRecord[] = [];
  for (const word of wordsIn(chosen)) {
    const record = word instanceof Objects || word instanceof Groups ? word.record() : null;
    if (record !== null) records.push(record);
  }
  return records;
}

function shownGroups(groups: readonly (readonly Member[])[], ids: readonly number[]): number[][] {
  const shown = new Set(ids);
  return groups
    .map((group) => group.map(({ thing }) => thing.id).filter((id) => shown.has(id)))
    .filter((group) => group.length > 0);
}
