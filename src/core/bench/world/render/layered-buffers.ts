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
  /** Where something that moves was drawn. */
  #drawn: Window[] = [];

  constructor(make: () => readonly ZBuffer[]) {
    this.shown = make();
    this.#standing = make();
  }

  /** @param anew draws everything, whatever is kept */
  update(stillness: Stillness, anew: boolean, draw: DrawPlacement): void {
    const restore = anew || stillness.rebuild;
    if (restore) for (const buffer of this.#standing) buffer.clear();
    const added = restore ? stillness.standing : stillness.settled;
    const places = added.map((i) => this.#draw(i, this.#standing, draw));
    this.#restore(restore ? [this.shown[0]!.all()] : [...this.#drawn, ...places]);
    this.#drawn = stillness.moving.map((i) => this.#draw(i, this.shown, draw));
  }

  #draw(index: number, buffers: readonly ZBuffer[], draw: DrawPlacement): Window {
    const window = draw(index, buffers);
    this.windows[index] = window;
    return window;
  }

  #restore(windows: readonly Window[]): void {
    this.shown.forEach((buffer, k) => {
      for (const window of windows) buffer.copyFrom(this.#standing[k]!, window);
    });
  }
}
