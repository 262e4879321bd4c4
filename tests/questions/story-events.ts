import type { FrameEvent } from '../../src/core/twin/program-frame.ts';
import { positionAt, sizeAt, velocityAt } from './story-motion.ts';
import { type Actor, isHere, isNewAt, type Story, type Tie } from './story-script.ts';

const frameSeconds = 0.1;
/** 2 % of the diagonal of 640 x 360 px a second. */
const movingSpeed = 14.7;

/** All events of a story in order of time: the scripted ones and those that follow from paths, presence and ties. */
export function eventsOf(story: Story): FrameEvent[] {
  const events = [
    ...(story.events ?? []),
    ...story.actors.flatMap((actor) => [...presenceEvents(actor, story.seconds), ...motionEvents(actor, story)]),
    ...(story.ties ?? []).flatMap((tie) => tieEvents(tie, story)),
    ...contactEvents(story),
  ];
  return events.filter(({ t }) => t > 0 && t <= story.seconds).sort((a, b) => a.t - b.t);
}

function presenceEvents(actor: Actor, seconds: number): FrameEvent[] {
  return (actor.here ?? []).flatMap(([from, to]) => [
    ...(from > 0
      ? [{ t: from, type: atEdge(actor, from) ? ('enters' as const) : ('appears' as const), who: actor.id }]
      : []),
    ...(to !== undefined && to <= seconds
      ? [
          {
            t: to,
            type: atEdge(actor, to - frameSeconds) ? ('leaves' as const) : ('disappears' as const),
            who: actor.id,
          },
        ]
      : []),
  ]);
}

function atEdge({ path, size }: Actor, t: number): boolean {
  const [x, y] = positionAt(path, t);
  const [w, h] = sizeAt(size, t);
  return x - w / 2 <= 2 || y - h / 2 <= 2 || x + w / 2 >= 638 || y + h / 2 >= 358;
}

function motionEvents(actor: Actor, { seconds }: Story): FrameEvent[] {
  const events: FrameEvent[] = [];
  for (let i = 1; i <= Math.round(seconds / frameSeconds); i++) {
    const t = i * frameSeconds;
    const type = isHere(actor, t) && isHere(actor, t - frameSeconds) ? changeOfMotion(actor, t) : undefined;
    if (type) events.push({ t: round(t), type, who: actor.id });
  }
  return events;
}

function changeOfMotion(actor: Actor, t: number): 'starts' | 'stops' | 'turns' | 'speeds up' | undefined {
  const [ax, ay] = velocityAt(actor.path, t - frameSeconds, isNewAt(actor, t - frameSeconds));
  const [bx, by] = velocityAt(actor.path, t, false);
  const [before, now] = [Math.hypot(ax, ay), Math.hypot(bx, by)];
  if (before < movingSpeed) return now >= movingSpeed ? 'starts' : undefined;
  if (now < movingSpeed) return 'stops';
  if ((ax * bx + ay * by) / (before * now) < Math.SQRT1_2 - 0.001) return 'turns';
  return now > before * 1.5 ? 'speeds up' : undefined;
}

function tieEvents([rel, a, b, from = 0, to]: Tie, story: Story): FrameEvent[] {
  if (rel === 'holds') return [{ t: from, type: 'is carried by', who: b, other: a }];
  if (rel !== 'on' && rel !== 'in') return [];
  const [begins, ends] =
    rel === 'on' ? (['is put on', 'is taken from'] as const) : (['is put in', 'is taken out of'] as const);
  return [
    { t: from, type: begins, who: a, other: b, ...hand(a, from, story) },
    ...(to === undefined ? [] : [{ t: to, type: ends, who: a, other: b, ...hand(a, to, story) }]),
  ];
}

/** The holder within 0.2 s. */
function hand(thing: number, t: number, { ties = [] }: Story): { by?: number } {
  const held = ties.find(
    ([rel, , b, from = 0, to = 1e9]) => rel === 'holds' && b === thing && from <= t + 0.2001 && to >= t - 0.2001,
  );
  return held ? { by: held[1] } : {};
}

/** Contact of a pair: the union of what touches, lies on, is in or holds. */
function contactEvents({ ties = [] }: Story): FrameEvent[] {
  const pairs = new Map<string, Tie[]>();
  for (const tie of ties.filter(([rel]) => rel !== 'hides')) {
    const key = [tie[1], tie[2]].sort((a, b) => a - b).join();
    pairs.set(key, [...(pairs.get(key) ?? []), tie]);
  }
  return [...pairs.values()].flatMap((same) =>
    joined(same).flatMap(([from, to]) => [
      { t: from, type: 'touches' as const, who: same[0]![1], other: same[0]![2] },
      ...(to < 1e9 ? [{ t: to, type: 'lets go' as const, who: same[0]![1], other: same[0]![2] }] : []),
    ]),
  );
}

function joined(ties: readonly Tie[]): [number, number][] {
  const stretches = ties.map(([, , , from = 0, to = 1e9]): [number, number] => [from, to]).sort((a, b) => a[0] - b[0]);
  const out: [number, number][] = [];
  for (const [from, to] of stretches) {
    const last = out.at(-1);
    if (last && from <= last[1] + 0.001) last[1] = Math.max(last[1], to);
    else out.push([from, to]);
  }
  return out;
}

const round = (t: number) => Math.round(t * 10) / 10;
