import type { Stillness } from './stillness.ts';
import type { Window } from './window.ts';
import type { ZBuffer } from './z-buffer.ts';

/** Draws one placement into buffers of one size and says where it can have drawn. */
export type DrawPlacement = (index: number, buffers: readonly ZBuffer[]) => Window;

/**
 * Z-buffers of one picture after another. What stands still is kept in buffers of its own; of the others only the windows
 * in which something moved are restored from there.
 */
export class LayeredBuffers {
  /** What the picture shows. */
  readonly shown: readonly ZBuffer[];
  /** Where each placement lies, by its index. */
  windows: Window[] = [];
  readonly #standing: readonly ZBuffer[];
  /** Whether anything is in the buffers of what stands still. */
  #keeps = false;
  /** Where something that moves was drawn. */
  #drawn: Window[] = [];

  constructor(make: () => readonly ZBuffer[]) {
    this.shown = make();
    this.#standing = make();
  }

  update(stillness: Stillness, draw: DrawPlacement): void {
    const { rebuild, standing, settled, moving } = stillness;
    const added = rebuild ? standing : settled;
    if (rebuild && this.#keeps) for (const buffer of this.#standing) buffer.clear();
    this.#keeps = standing.length > 0;
    const places = added.map((i) => this.#draw(i, this.#standing, draw));
    this.#restore(rebuild || added.length > 8 ? [this.shown[0]!.all()] : [...this.#drawn, ...places]);
    this.#drawn = moving.map((i) => this.#draw(i, this.shown, draw));
  }

  #draw(index: number, buffers: readonly ZBuffer[], draw: DrawPlacement): Window {
    const window = draw(index, buffers);
    this.windows[index] = window;
    return window;
  }

  #restore(windows: readonly Window[]): void {
    this.shown.forEach((buffer, k) => {
      for (const window of windows)
        if (this.#keeps) buffer.copyFrom(this.#standing[k]!, window);
        else buffer.clear(window);
    });
  }
}
