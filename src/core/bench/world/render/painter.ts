import type { DrawOptions, ViewState } from './contract.ts';
import { fillTriangles } from './fill-triangles.ts';
import { changesSince, type FrameChanges } from './frame-changes.ts';
import { FrameGeometry, type MovingPlacement } from './frame-geometry.ts';
import { LayeredBuffers } from './layered-buffers.ts';
import { LightBuffer } from './light-buffer.ts';
import { PixelResolver } from './pixel-resolver.ts';
import { PixelVertices } from './pixel-vertices.ts';
import { samples } from './samples.ts';
import { addSensorNoise } from './sensor-noise.ts';
import { Shader } from './shader.ts';
import { ShadowMap } from './shadow-map.ts';
import { Sky } from './sky.ts';
import { Stillness } from './stillness.ts';
import { SurfaceReader } from './surface-reader.ts';
import { TileSet } from './tile-set.ts';
import { aroundBoth, noWindow, type Window } from './window.ts';
import { ZBuffer } from './z-buffer.ts';

/**
 * Draws pictures. Four samples a pixel, each at its own place and at its own time within the shutter, give smooth edges and
 * motion blur at once; surfaces are shaded once a pixel. What is as it was in the picture before is not worked out again;
 * the bytes are those of a picture drawn alone.
 */
export class Painter {
  readonly #width: number;
  readonly #height: number;
  readonly #scene: LayeredBuffers;
  readonly #stillness = new Stillness();
  readonly #vertices = new PixelVertices();
  readonly #reader = new SurfaceReader();
  readonly #shadows = new ShadowMap();
  readonly #light: LightBuffer;
  /** Tiles that are to be shaded again. */
  readonly #stale: TileSet;
  readonly #resolver: PixelResolver;
  /** The picture that the buffers show; undefined where they are of no use. */
  #before: FrameGeometry | undefined;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#scene = new LayeredBuffers(() => samples.map(({ x, y }) => new ZBuffer(width, height, x, y)));
    this.#light = new LightBuffer(width, height);
    this.#stale = new TileSet(width, height);
    this.#resolver = new PixelResolver(width, height);
  }

  draw(view: ViewState, next: ViewState | undefined, { frame, noise = 1.2 }: DrawOptions, out: Uint8Array): void {
    const geometry = new FrameGeometry(view, next, this.#width, this.#height, this.#before);
    const changes = changesSince(this.#before, geometry);
    this.#before = undefined;
    const windows = this.#rasterise(geometry, changes);
    this.#shadows.update(geometry, changes, this.#vertices);
    this.#light.update(this.#scene.shown[0]!, geometry, this.#reader, this.#shadows, windows);
    this.#findStale(changes, windows);
    const sky = new Sky(view.lights, view.camera, this.#width, this.#height);
    const shader = new Shader(view, geometry, this.#reader, this.#light, sky, this.#height);
    this.#resolver.resolve(this.#stale, this.#scene.shown, geometry, shader, sky);
    this.#before = geometry;
    addSensorNoise(this.#resolver.levels, out, this.#width * 3, noise, frame);
  }

  /** Windows in which what is seen has changed. */
  #rasterise({ placements }: FrameGeometry, { scene, camera, placements: changed }: FrameChanges): Window[] {
    const { windows, shown } = this.#scene;
    const anew = scene || camera;
    const old = changed.map((i) => windows[i]!);
    this.#stillness.update(placements.length, anew, changed, (i) => !placements[i]!.still);
    this.#scene.update(this.#stillness, (index, buffers) => this.#fill(placements[index]!, buffers));
    return anew ? [shown[0]!.all()] : [...old, ...changed.map((i) => windows[i]!)];
  }

  #fill({ placement, rows, still, firstId }: MovingPlacement, buffers: readonly ZBuffer[]): Window {
    const { positions, indices } = placement.mesh;
    const vertices = this.#vertices;
    let window = noWindow;
    for (let k = 0; k < (still ? 1 : buffers.length); k++) {
      vertices.project(positions, rows[k]!);
      fillTriangles(still ? buffers : [buffers[k]!], vertices, indices, firstId, 1);
      window = aroundBoth(window, vertices.window(this.#width, this.#height));
    }
    return window;
  }

  #findStale({ light }: FrameChanges, windows: readonly Window[]): void {
    this.#stale.clear();
    if (light) this.#stale.addAll();
    for (const window of windows) this.#stale.add(window);
    const { members } = this.#light.changed;
    for (let i = 0; i < members.length; i++) this.#stale.members[i]! |= members[i]!;
  }
}
