import type { Miniature } from './miniatures.ts';

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** One video of two frames with one question, as `twinseg world generate` writes it. */
export function twinWorldMiniature(jpg: Uint8Array): Miniature {
  const [width, height] = [16, 16];
  const question = {
    ...{ form: 'a', text: 'the ball', kind: 'spatial', level: 1, program: '', plan: {}, unclear: [] },
    ...{ steps: [{ op: 'find', text: 'ball' }], answers: [{ from: 0, ids: [1] }] },
    ...{ absent: false, shifts: false, implicit: false },
  };
  return {
    reader: 'twinworld',
    files: {
      'world.json': json({
        version: 1,
        settings: {
          ...{ seed: 1, videos: 1, questions: 1, width, height, fps: 25, scenes: ['crossing'] },
          ...{ pictures: true, depth: false, labels: false, twin: false },
        },
        videos: [{ name: 'v', scene: 'crossing', seed: 1, frames: 2 }],
      }),
      'gold/v.json': json({ video: 'v', questions: [question] }),
      'masks/v.json': json({ masks: [[{ size: [height, width], counts: [20, 5, 231] }, null]] }),
      'JPEGImages/v/00000.jpg': jpg,
      'JPEGImages/v/00001.jpg': jpg,
    },
  };
}
