import { InputError } from '../../base/errors.ts';
import { seededRandom } from '../../base/random.ts';
import type { SourceInfo } from '../../media/contract.ts';
import { Frame } from '../../media/frame.ts';
import type { TwinFrame } from '../../twin/program-frame.ts';
import type { SceneGraph } from '../../twin/scene-graph.ts';
import type { FrameTruth, World, WorldOptions, WorldQuery } from './contract.ts';
import type { LightRig } from './render/contract.ts';
import { Rasteriser } from './render/rasteriser.ts';
import { scenes } from './scenes/index.ts';
import type { SceneScript, ScriptedQuery, ScriptedScene } from './script.ts';
import { shadowBall } from './stage/shadow-ball.ts';
import { viewAt } from './stage/view.ts';
import { Chronicle } from './truth/chronicle.ts';
import { trueGraph } from './truth/true-graph.ts';
import { trueTwinFrame } from './truth/true-twin-frame.ts';
import { truthObjects } from './truth/truth-objects.ts';

/**
 * Opens a scripted scene. The same scene, seed and size give the same bytes on every engine: only exactly specified
 * arithmetic is used (no sine, power or logarithm of the engine). The seed moves things, changes colours, speeds, order.
 *
 * @throws InputError when there is no such scene
 */
export function openWorld(scene: string, seed: number, options: WorldOptions = {}): World {
  return new ScriptedWorld(findScene(scene), seed, options);
}

/** How long the shutter is open, s: as a camera's, it does not depend on how many frames a second are taken. */
const shutter = 0.014;

function findScene(name: string): SceneScript {
  const script = scenes.find((s) => s.name === name);
  if (script !== undefined) return script;
  const known = scenes.map((s) => s.name).join(', ');
  throw new InputError(`there is no scene "${name}"`, { remedy: `Use one of: ${known}.`, details: { scene: name } });
}

class ScriptedWorld implements World {
  readonly scene: string;
  readonly seed: number;
  readonly info: SourceInfo;
  readonly queries: readonly WorldQuery[];
  readonly #script: SceneScript;
  readonly #scripted: ScriptedScene;
  readonly #chronicle: Chronicle;
  readonly #rasteriser: Rasteriser;
  readonly #fps: number;
  readonly #frames: number;
  readonly #picture: boolean;
  readonly #spare: Uint8Array[] = [];
  #latest: FrameTruth | undefined;
  #lights: LightRig | undefined;

  constructor(script: SceneScript, seed: number, options: WorldOptions) {
    const { width = 640, height = 360, frames, fps = 25, picture = true } = options;
    this.#picture = picture;
    this.#script = script;
    this.scene = script.name;
    this.seed = seed;
    this.#fps = requireNumber('fps', fps, fps > 0);
    const count = frames ?? Math.round((script.frames * fps) / 25);
    this.#frames = requireNumber('frames', count, Number.isInteger(count) && count > 0);
    for (const [name, value] of Object.entries({ width, height }))
      requireNumber(name, value, Number.isInteger(value) && value >= 16 && value <= 8192);
    this.#scripted = script.build(seededRandom(seed));
    this.#rasteriser = new Rasteriser(width, height);
    this.#chronicle = new Chronicle(this.#scripted.stage, this.#rasteriser, fps);
    const path = `world:${script.name}:${seed}`;
    this.info = { kind: 'world', path, width, height, fps, frames: this.#frames };
    this.queries = this.#scripted.queries.map((query) => this.#query(query));
  }

  frame(index: number): Frame {
    this.#requireIndex(index);
    const { width, height } = this.#rasteriser;
    const data = this.#spare.pop() ?? new Uint8Array(width * height * 3);
    if (this.#picture) this.#draw(index, data);
    const release = (pixels: Uint8Array) => {
      if (this.#spare.length < 2) this.#spare.push(pixels);
    };
    return new Frame({ width, height, index, time: index / this.#fps, data, release });
  }

  #draw(index: number, out: Uint8Array): void {
    const { stage } = this.#scripted;
    this.#lights ??= { ...stage.lights, shadows: shadowBall(stage, this.#script.frames / 25) };
    const lights = this.#lights;
    const at = (share: number) => ({ ...viewAt(stage, index / this.#fps + share * shutter), lights });
    const options = { frame: (this.seed * 4096 + index) % 2147483648, noise: this.#script.noise };
    this.#rasteriser.draw(at(-0.5), at(0.5), options, out);
  }

  *frames(): IterableIterator<Frame> {
    for (let index = 0; index < this.#frames; index++) yield this.frame(index);
  }

  truth(index: number): FrameTruth {
    this.#requireIndex(index);
    if (this.#latest?.index === index) return this.#latest;
    const record = this.#chronicle.record(index);
    const events = this.#chronicle.events(index);
    const objects = truthObjects(record, this.#chronicle.scan(index), this.#scripted.stage, this.#rasteriser);
    const { relations, camera, cut, time } = record;
    this.#latest = { index, time, objects, events, relations, camera, cut };
    return this.#latest;
  }

  depth(index: number): Float32Array {
    this.#requireIndex(index);
    return this.#chronicle.scan(index).layers.depth;
  }

  graph(index: number): SceneGraph {
    const truth = this.truth(index);
    return trueGraph(truth, this.#chronicle.record(index), this.#chronicle.firstSeen(index), this.info);
  }

  twinFrame(index: number): TwinFrame {
    return trueTwinFrame(this.graph(index));
  }

  #query({ text, kind, from = 0, choose }: ScriptedQuery): WorldQuery {
    const answer = (index: number) => {
      this.#requireIndex(index);
      const past = this.#chronicle.past(index);
      const record = past[index]!;
      return choose({ things: record.things, record, past, events: this.#chronicle.eventsUpTo(index) }).map(
        ({ id }) => id,
      );
    };
    return { text, kind, from: Math.ceil(from * this.#fps), answer };
  }

  #requireIndex(index: number): void {
    if (Number.isInteger(index) && index >= 0 && index < this.#frames) return;
    throw new InputError(`${this.info.path} has the frames 0 to ${this.#frames - 1}, not ${index}`);
  }
}

function requireNumber(name: string, value: number, fine: boolean): number {
  if (fine) return value;
  throw new InputError(`a world cannot have ${name} ${value}`, { details: { [name]: value } });
}
