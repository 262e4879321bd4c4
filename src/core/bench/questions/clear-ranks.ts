import type { FrameObject, TwinFrame } from '../../twin/program-frame.ts';
import type { Ranking } from './contract.ts';
import { idsOver } from './run-program.ts';

/** Centres nearer than this share of the picture's width cannot be told apart; the same of distances and the diagonal. */
const leastGap = 0.03;
/** One area or depth must be so many times the other. */
const leastRatio = { area: 1.2, depth: 1.06 } as const;

/** Frames in which the one that is picked and another one of its class are too close in rank to tell. */
export async function unclearFrames(
  frames: readonly TwinFrame[],
  picked: readonly (readonly number[])[],
  ranking: Ranking,
): Promise<readonly number[]> {
  const classes = await idsOver(frames, `return twin.objects.where(${ranking.conditions});`);
  const origins =
    ranking.from === undefined ? [] : await idsOver(frames, `return twin.objects.where(${ranking.from}).the();`);
  return frames.flatMap((frame, i) => {
    const byId = new Map(frame.o.map((object) => [object.id, object]));
    const whole = (id: number | undefined) => (id === undefined ? undefined : byId.get(byId.get(id)?.partOf ?? id));
    const one = whole(picked[i]![0]);
    if (one === undefined) return [];
    const origin = whole(origins[i]?.[0]);
    const rivals = classes[i]!.filter((id) => id !== one.id && id !== origin?.id).flatMap((id) => byId.get(id) ?? []);
    return rivals.some((rival) => isClose(one, rival, ranking, frame, origin)) ? [i] : [];
  });
}

function isClose(a: FrameObject, b: FrameObject, { by }: Ranking, { w, h }: TwinFrame, origin?: FrameObject): boolean {
  if (by === 'x') return Math.abs(a.c[0] - b.c[0]) < leastGap * w;
  if (by === 'distance')
    return origin === undefined || Math.abs(boxGap(a, origin) - boxGap(b, origin)) < leastGap * Math.hypot(w, h);
  const [p, q] = by === 'area' ? [a.area, b.area] : [a.depth?.[0] ?? 0, b.depth?.[0] ?? 0];
  return Math.max(p, q) < leastRatio[by] * Math.min(p, q);
}

/** px between two boxes, 0 where they overlap. */
function boxGap({ box: [ax, ay, aw, ah] }: FrameObject, { box: [bx, by, bw, bh] }: FrameObject): number {
  return Math.hypot(Math.max(0, bx - ax - aw, ax - bx - bw), Math.max(0, by - ay - ah, ay - by - bh));
}
