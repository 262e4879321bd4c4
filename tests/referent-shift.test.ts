import { expect, it } from 'vitest';
import { maskCentroid } from '../src/core/masks/centroid.ts';
import { maskFromBitmap } from '../src/core/masks/index.ts';
import type { Mask } from '../src/core/masks/mask.ts';
import type { FrameAnswer } from '../src/core/pipelines/answer.ts';
import { Segmenter } from '../src/core/pipelines/segmenter.ts';
import { rulePlanner } from '../src/core/plan/index.ts';
import { inProcessSession } from '../src/core/reason/index.ts';
import { oracleSpecialist } from '../src/core/specialists/oracle/index.ts';
import { SpecialistRegistry } from '../src/core/specialists/registry.ts';
import { plainFrame, RecordedSource } from '../src/core/testing/index.ts';

const [width, height] = [160, 120];

/** Five balls on lanes of their own, each to and fro at its own speed: who is leftmost changes again and again. */
function truthAt(frame: number) {
  return [0, 1, 2, 3, 4].map((lane) => {
    const way = (frame * (1 + lane / 3) + 40 * lane) % 260;
    return { id: lane + 1, mask: disc(14 + Math.round(way < 130 ? way : 260 - way), 12 + 24 * lane), labels: ['ball'] };
  });
}

function disc(cx: number, cy: number): Mask {
  const inside = (p: number) => Math.hypot((p % width) - cx, Math.floor(p / width) - cy) <= 8;
  return maskFromBitmap(
    Uint8Array.from({ length: width * height }, (_, p) => (inside(p) ? 1 : 0)),
    [height, width],
  );
}

const leftmostOf = (objects: readonly { readonly mask: Mask }[]) =>
  [...objects].sort((a, b) => maskCentroid(a.mask)![0] - maskCentroid(b.mask)![0])[0]!.mask;

async function answer(frames: number): Promise<{ answers: FrameAnswer[]; changeFrames: number[] }> {
  const segmenter = new Segmenter({
    specialists: new SpecialistRegistry([oracleSpecialist({ truthAt })]),
    planner: rulePlanner(),
    sandbox: { open: async (program) => inProcessSession(program, { explain: 'on-change' }), close: async () => {} },
  });
  const source = new RecordedSource(frames, (index) => plainFrame(index, { width, height }), { width, height });
  const run = segmenter.video(source, 'the leftmost ball', { keyFrameInterval: 1 });
  const answers: FrameAnswer[] = [];
  for await (const one of run) answers.push(one);
  return { answers, changeFrames: run.summary().queries[0]!.changes.map(({ frame }) => frame) };
}

it('"the leftmost ball" is right in each frame but those of the stated delay, and each change is told once', async () => {
  const frames = 250;
  const { answers, changeFrames } = await answer(frames);
  const truth = Array.from({ length: frames }, (_, index) => leftmostOf(truthAt(index)));
  const isSame = (a: Mask, b: Mask) => a.bbox[1] === b.bbox[1];
  const steadySince = (index: number) => {
    let from = index;
    while (from > 0 && isSame(truth[from - 1]!, truth[index]!)) from--;
    return from;
  };
  let [checked, shifts] = [0, 0];
  for (const { index, objects } of answers) {
    if (index > 0 && !isSame(truth[index]!, truth[index - 1]!)) shifts++;
    // 0.2 s are five frames at 25 a second; the twin smooths positions by less than one frame of movement.
    if (index - steadySince(index) < 6) continue;
    checked++;
    expect(isSame(objects[0]!.mask, truth[index]!), `frame ${index}`).toBe(true);
    expect(objects).toHaveLength(1);
  }
  expect(shifts).toBeGreaterThanOrEqual(8);
  expect(checked).toBeGreaterThan(150);
  expect(changeFrames.length).toBeLessThanOrEqual(shifts + 1);
  const idAt = answers.map(({ objects }) => objects[0]!.id);
  expect(changeFrames).toEqual(idAt.flatMap((id, i) => (id === idAt[i - 1] ? [] : [i])));
});
