import type { Color } from '../../specialists/contract.ts';
import type { FrameEvent, FrameObject, TwinFrame } from '../../twin/program-frame.ts';

/** A thing or a part, over a whole clip. */
export interface Member {
  readonly id: number;
  /** What it may be called, nearest first; without `thing`. */
  readonly nouns: readonly string[];
  /** What it is for: `thing to drink from`. */
  readonly functions: readonly string[];
  /** Its one main colour; undefined where it changes. */
  readonly color: Color | undefined;
  readonly textures: readonly string[];
  readonly partOf: number | undefined;
  /** Share of the frames in which enough of it can be seen. */
  readonly seen: number;
}

/** Who and what there is in a clip, read from its true twin. */
export interface Cast {
  readonly frames: readonly TwinFrame[];
  readonly wholes: readonly Member[];
  readonly parts: readonly Member[];
  readonly events: readonly FrameEvent[];
}

/** Visible share, and share of the picture, from which on anybody could point at a thing. */
const visibleAt = 0.05;
const pictureShare = 1.5e-4;
const looked: readonly string[] = ['striped', 'spotted'];
/** Names of no single thing: nobody says "the largest furniture". */
const massNouns: readonly string[] = ['furniture', 'food', 'bread', 'fruit'];

/** Enough of it is in sight to point at. */
export const canBeSeen = ({ vis, area }: FrameObject, { w, h }: TwinFrame): boolean =>
  vis > visibleAt && vis * area >= pictureShare * w * h;

/** Reads a true twin, parts among its objects. */
export function castOf(frames: readonly TwinFrame[]): Cast {
  const drafts = new Map<number, { first: FrameObject; colors: Set<Color>; seen: number }>();
  for (const frame of frames)
    for (const object of frame.o) {
      const main = object.words?.colors?.[0]?.[0];
      const draft = drafts.get(object.id) ?? { first: object, colors: new Set<Color>(), seen: 0 };
      if (main !== undefined) draft.colors.add(main);
      if (canBeSeen(object, frame)) draft.seen++;
      drafts.set(object.id, draft);
    }
  const partNouns = new Set(
    [...drafts.values()].flatMap(({ first }) => (first.partOf === undefined ? [] : (labelsOf(first)[0] ?? []))),
  );
  const members = [...drafts.values()].map(({ first, colors, seen }): Member => {
    const labels = labelsOf(first);
    const isName = (name: string) =>
      name !== 'thing' && name !== 'somebody' && !name.startsWith('thing to') && !massNouns.includes(name);
    return {
      id: first.id,
      // "the seat" may be a bench or the seat of a chair: where both are there nobody can tell.
      nouns: labels.filter((name) => isName(name) && (first.partOf !== undefined || !partNouns.has(name))),
      functions: labels.filter((name) => name.startsWith('thing to')),
      color: colors.size === 1 ? [...colors][0] : undefined,
      textures: Object.keys(first.words?.textures ?? {}).filter((name) => looked.includes(name)),
      partOf: first.partOf,
      seen: seen / frames.length,
    };
  });
  return {
    frames,
    wholes: members.filter(({ partOf }) => partOf === undefined),
    parts: members.filter(({ partOf }) => partOf !== undefined),
    events: frames.flatMap(({ e }) => e),
  };
}

const labelsOf = ({ words }: FrameObject): string[] => (words?.labels ?? []).map(([name]) => name);
