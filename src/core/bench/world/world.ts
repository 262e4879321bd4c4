import { InputError } from '../../base/errors.ts';
import { seededRandom } from '../../base/random.ts';
import type { SourceInfo } from '../../media/contract.ts';
import { Frame } from '../../media/frame.ts';
import type { View } from './canvas.ts';
import type { FrameTruth, World, WorldOptions, WorldQuery } from './contract.ts';
import { eventsOf } from './events.ts';
import { Renderer } from './render.ts';
import { scenes } from './scenes/index.ts';
import type { PropState, SceneScript, ScriptedQuery, Stage } from './script.ts';
import { statesAt } from './states.ts';
import { truthObjects } from './truth.ts';

/**
 * Opens a scripted scene. The same scene, seed and size give the same bytes on every engine: only exactly specified
 * arithmetic is used (no sine, power or logarithm). The seed moves things a little, changes textures and noise.
 *
 * @throws InputError when there is no such scene
 */
export function openWorld(scene: string, seed: number, options: WorldOptions = {}): World {
  return new ScriptedWorld(findScene(scene), seed, options);
}

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
  readonly #stage: Stage;
  readonly #view: View;
  readonly #fps: number;
  readonly #frames: number;
  readonly #states: PropState[][] = [];
  readonly #spare: Uint8Array[] = [];
  #renderer: Renderer | undefined;

  constructor(script: SceneScript, seed: number, { width = 640, height = 360, frames, fps = 25 }: WorldOptions) {
    this.#script = script;
    this.scene = script.name;
    this.seed = seed;
    this.#fps = requireNumber('fps', fps, fps > 0);
    this.#frames = requireNumber('frames', frames ?? script.frames, Number.isInteger(frames ?? 1) && (frames ?? 1) > 0);
    for (const [name, value] of Object.entries({ width, height }))
      requireNumber(name, value, Number.isInteger(value) && value >= 16 && value <= 8192);
    const unit = height / 360;
    this.#view = { width, height, unit, left: 320 - width / unit / 2 };
    this.#stage = script.build(seededRandom(seed));
    const path = `world:${script.name}:${seed}`;
    this.info = { kind: 'world', path, width, height, fps, frames: this.#frames };
    this.queries = this.#stage.queries.map((query) => this.#query(query));
  }

  frame(index: number): Frame {
    this.#requireIndex(index);
    this.#renderer ??= new Renderer(this.#script, this.#stage, this.#view, this.seed);
    const { width, height } = this.#view;
    const data = this.#spare.pop() ?? new Uint8Array(width * height * 3);
    this.#renderer.draw(index, index / this.#fps, data);
    const release = (pixels: Uint8Array) => {
      if (this.#spare.length < 2) this.#spare.push(pixels);
    };
    return new Frame({ width, height, index, time: index / this.#fps, data, release });
  }

  *frames(): IterableIterator<Frame> {
    for (let index = 0; index < this.#frames; index++) yield this.frame(index);
  }

  truth(index: number): FrameTruth {
    const past = this.#past(index);
    const time = index / this.#fps;
    const objects = truthObjects(this.#stage, this.#viewAt(index), past[index]!, time);
    return { index, time, objects, events: eventsOf(past) };
  }

  #query({ text, kind, from = 0, choose }: ScriptedQuery): WorldQuery {
    const answer = (index: number) => {
      const past = this.#past(index);
      return choose(
        past[index]!.filter(({ inView }) => inView),
        past,
      ).map(({ id }) => id);
    };
    return { text, kind, from: Math.ceil(from * this.#fps), answer };
  }

  /** States of all props from the first frame to this one. */
  #past(index: number): readonly (readonly PropState[])[] {
    this.#requireIndex(index);
    for (let i = this.#states.length; i <= index; i++)
      this.#states.push(statesAt(this.#stage, this.#viewAt(i), i, this.#fps, this.#states[i - 1]));
    return this.#states.slice(0, index + 1);
  }

  #viewAt(index: number): View {
    return { ...this.#view, left: this.#view.left + this.#stage.camera(index / this.#fps) };
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
