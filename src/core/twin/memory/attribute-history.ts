import type { Words } from '../program-frame.ts';

/** What is followed: the first word of each kind that a program would take for true. */
export type Facet = 'color' | 'shape' | 'texture' | 'label' | 'state';

/** From a moment on a thing was so. */
export interface AttributeChange {
  /** Seconds. */
  readonly t: number;
  readonly facet: Facet;
  readonly is: string;
}

/** Changes kept of one track; of more, the oldest but the first of each facet go. */
export const mostChanges = 24;
/** A new word counts after so many seconds. */
const settleSeconds = 0.5;

/** How a thing looked and was called, as changes; bursts below 0.5 s do not count. */
export class AttributeHistory {
  readonly #changes: AttributeChange[] = [];
  readonly #now = new Map<Facet, string>();
  readonly #pending = new Map<Facet, AttributeChange>();
  #words: Words | undefined;

  get list(): readonly AttributeChange[] {
    return this.#changes;
  }

  /** The words of the newest frame. */
  see(words: Words, t: number): void {
    if (words === this.#words && this.#pending.size === 0) return;
    this.#words = words;
    for (const [facet, is] of facetsOf(words)) this.#judge(facet, is, t);
  }

  #judge(facet: Facet, is: string, t: number): void {
    const now = this.#now.get(facet);
    if (now === is) {
      this.#pending.delete(facet);
      return;
    }
    const pending = this.#pending.get(facet);
    if (now === undefined) this.#enter({ t, facet, is });
    else if (pending?.is !== is) this.#pending.set(facet, { t, facet, is });
    else if (t - pending.t >= settleSeconds - 1e-9) this.#enter(pending);
  }

  #enter(change: AttributeChange): void {
    this.#pending.delete(change.facet);
    this.#now.set(change.facet, change.is);
    this.#changes.push(change);
    if (this.#changes.length > mostChanges) this.#changes.splice(this.#oldestLater(), 1);
  }

  /** The oldest that is not the first of its facet. */
  #oldestLater(): number {
    const met = new Set<Facet>();
    return this.#changes.findIndex(({ facet }) => met.has(facet) || !met.add(facet));
  }
}

function facetsOf({ colors, shapes, textures, labels, states }: Words): [Facet, string][] {
  const found: [Facet, string | undefined][] = [
    ['color', colors?.[0]?.[0]],
    ['shape', largest(shapes)],
    ['texture', largest(textures)],
    ['label', labels?.find(([, p]) => p >= 0.5)?.[0]],
    ['state', largest(states)],
  ];
  return found.filter((one): one is [Facet, string] => one[1] !== undefined);
}

/** The likeliest word of at least 0.5. */
function largest(words: Readonly<Record<string, number>> | undefined): string | undefined {
  let best: [string, number] | undefined;
  for (const entry of Object.entries(words ?? {})) if (entry[1] >= (best?.[1] ?? 0.5)) best = entry;
  return best?.[0];
}
