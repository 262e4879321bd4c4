import type { Box } from '../../../base/geometry.ts';
import type { DrawOptions, Layers, Placement, ViewState } from './contract.ts';
import { fillTriangles } from './fill-triangles.ts';
import { Painter } from './painter.ts';
import { type PixelMatrix, pixelProjection, throughMatrix } from './pixel-projection.ts';
import { PixelVertices } from './pixel-vertices.ts';
import { ProjectedBounds } from './projected-bounds.ts';
import type { Window } from './window.ts';
import { ZBuffer } from './z-buffer.ts';

/** Turns views into ids, depths and pictures of one size. Same view, same bytes, on every engine. */
export class Rasteriser {
  readonly width: number;
  readonly height: number;
  readonly #scene: ZBuffer;
  readonly #layers: Layers & { depth: Float32Array };
  readonly #vertices = new PixelVertices();
  readonly #rows = new Float64Array(12);
  #painter: Painter | undefined;
  #solo: { buffer: ZBuffer; shown: Uint8Array; window: Window } | undefined;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#scene = new ZBuffer(width, height);
    const pixels = width * height;
    this.#layers = {
      things: new Uint16Array(pixels),
      parts: new Uint8Array(pixels),
      depth: new Float32Array(pixels),
    };
  }

  /** The nearest surface at each pixel's centre. */
  layers(view: ViewState): Layers {
    const { placements } = view;
    this.#scene.clear();
    this.#fill(this.#scene, view, placements, (index) => index + 1);
    const { things, parts, depth } = this.#layers;
    const { ids, nearness } = this.#scene;
    const thingOf = Uint16Array.from([0, ...placements.map((p) => p.thing)]);
    const partOf = Uint8Array.from([255, ...placements.map((p) => p.part)]);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!;
      things[i] = thingOf[id]!;
      parts[i] = partOf[id]!;
      depth[i] = 1 / nearness[i]!;
    }
    return this.#layers;
  }

  /**
   * The outline of one thing, or of one of its parts, as if nothing stood before it: 1 inside, for the whole picture.
   * The array holds until the next call.
   */
  alone(view: ViewState, thing: number, part?: number): Uint8Array {
    this.#solo ??= {
      buffer: new ZBuffer(this.width, this.height),
      shown: new Uint8Array(this.width * this.height),
      window: { left: 0, top: 0, right: 0, bottom: 0 },
    };
    const { buffer, shown } = this.#solo;
    copyFlags(this.#solo.buffer, shown, this.#solo.window, true);
    const placements = placementsOf(view, thing, part);
    const window = this.#windowOf(this.bounds(view, thing, part));
    this.#fill(buffer, view, placements, () => 1);
    copyFlags(buffer, shown, window, false);
    buffer.clear(window);
    this.#solo.window = window;
    return shown;
  }

  /** Box of the whole outline in px, beyond the picture's edges too; undefined when all of it is behind the camera. */
  bounds(view: ViewState, thing: number, part?: number): Box | undefined {
    const projection = pixelProjection(view.camera, this.width, this.height);
    const bounds = new ProjectedBounds();
    for (const { mesh, matrix } of placementsOf(view, thing, part)) {
      this.#vertices.project(mesh.positions, throughMatrix(projection, matrix, this.#rows));
      bounds.add(this.#vertices, mesh.indices);
    }
    return bounds.box();
  }

  /**
   * The picture as a camera would take it: light, soft shadows, smooth edges, noise; with `next`, the view when the shutter
   * closes, also motion blur.
   *
   * @param out rows of red, green, blue, 8 bits each
   */
  draw(view: ViewState, next: ViewState | undefined, options: DrawOptions, out: Uint8Array): void {
    this.#painter ??= new Painter(this.width, this.height);
    this.#painter.draw(view, next, options, out);
  }

  #fill(buffer: ZBuffer, { camera }: ViewState, placements: readonly Placement[], id: (index: number) => number): void {
    const projection: PixelMatrix = pixelProjection(camera, this.width, this.height);
    const target = [buffer];
    placements.forEach(({ mesh, matrix }, index) => {
      this.#vertices.project(mesh.positions, throughMatrix(projection, matrix, this.#rows));
      fillTriangles(target, this.#vertices, mesh.indices, id(index), 0);
    });
  }

  #windowOf(box: Box | undefined): Window {
    if (box === undefined) return { left: 0, top: 0, right: 0, bottom: 0 };
    const clamp = (x: number, end: number) => Math.min(end, Math.max(0, x));
    return {
      left: clamp(Math.floor(box[0]) - 1, this.width),
      top: clamp(Math.floor(box[1]) - 1, this.height),
      right: clamp(Math.ceil(box[0] + box[2]) + 1, this.width),
      bottom: clamp(Math.ceil(box[1] + box[3]) + 1, this.height),
    };
  }
}

function placementsOf({ placements }: ViewState, thing: number, part: number | undefined): readonly Placement[] {
  return placements.filter((p) => p.thing === thing && (part === undefined || p.part === part));
}

/** 1 where the buffer holds something, inside the window; or all 0 there. */
function copyFlags(
  { ids, width }: ZBuffer,
  out: Uint8Array,
  { left, top, right, bottom }: Window,
  erase: boolean,
): void {
  for (let y = top; y < bottom; y++)
    for (let i = y * width + left; i < y * width + right; i++) out[i] = erase ? 0 : ids[i]!;
}
