import type { Condition } from './condition.ts';
import { settings } from './settings.ts';
import type { Thing } from './thing.ts';
import { type Code, codes, Timeline } from './timeline.ts';

interface Kept {
  readonly lines: readonly Timeline[];
  readonly versions: readonly number[];
  readonly joined: Timeline;
}

type Join = (list: readonly Code[]) => Code;

/** By condition and slot. */
const kept = new WeakMap<Condition, (Kept | undefined)[]>();

/**
 * The timeline of a condition on one object, from those of its parts; joined anew when one of these has a new segment, or
 * it is long.
 */
export function joinedLine(condition: Condition, o: Thing, lines: readonly Timeline[], join: Join): Timeline {
  const { slot } = o;
  if (slot < 0) return joinLines(lines, join);
  let bySlot = kept.get(condition);
  if (bySlot === undefined) {
    bySlot = [];
    kept.set(condition, bySlot);
  }
  const known = bySlot[slot];
  if (known !== undefined && isSame(known, lines)) {
    const { joined } = known;
    if (joined.length > 0) joined.push(joined.newest, newestTime(lines));
    return joined;
  }
  while (bySlot.length <= slot) bySlot.push(undefined);
  const joined = joinLines(lines, join);
  const isShort = joined.length <= 2 * settings.intervals;
  bySlot[slot] = isShort ? { lines, versions: lines.map(({ version }) => version), joined } : undefined;
  return joined;
}

const isSame = (known: Kept, lines: readonly Timeline[]): boolean =>
  known.lines.length === lines.length &&
  lines.every((line, i) => line === known.lines[i] && line.version === known.versions[i]);

/** Time of the last frame that one of them has seen. */
function newestTime(lines: readonly Timeline[]): number {
  let newest = Number.NEGATIVE_INFINITY;
  for (const line of lines) if (line.length > 0) newest = Math.max(newest, line.segment(line.length - 1).last);
  return newest;
}

/** Wherever one of them changes, the codes are joined anew. */
function joinLines(lines: readonly Timeline[], join: Join): Timeline {
  const times = new Set<number>();
  for (const line of lines)
    for (let i = 0; i < line.length; i++) times.add(line.segment(i).from).add(line.segment(i).last);
  const joined = new Timeline();
  startFolded(joined, lines);
  for (const t of [...times].sort((a, b) => a - b))
    joined.push(join(lines.map((line) => line.at(t) ?? codes.unknown)), t);
  return joined;
}

/** Where a part was folded away, the whole is unknown. */
function startFolded(joined: Timeline, lines: readonly Timeline[]): void {
  for (const { folded } of lines)
    if (folded !== undefined)
      joined.startLost(
        Math.min(folded.from, joined.folded?.from ?? folded.from),
        Math.max(folded.last, joined.folded?.last ?? 0),
      );
}
