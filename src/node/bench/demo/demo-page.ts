import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { trackColor } from '../../../core/media/index.ts';
import { reportPage } from '../../../core/pipelines/report-page/index.ts';
import type { DemoAnswer } from './answer-question.ts';

/** The demo's page: one file, videos inside, nothing loaded from anywhere. */
export async function demoPage(answers: readonly DemoAnswer[]): Promise<string> {
  const runs = await Promise.all(
    answers.map(async ({ source, plan, frames, scores, fps, summary, dir }) => {
      const video = await readFile(join(dir, 'overlay.mp4'));
      const media = { kind: 'video' as const, src: `data:video/mp4;base64,${video.toString('base64')}` };
      const run = { source, plan, frames, media, summary, fps };
      return scores === undefined ? run : { ...run, scores: { j: scores.j, f: scores.f, frames: scores.scored } };
    }),
  );
  return reportPage({
    title: 'twinseg demo',
    summary:
      'Three questions about scenes that twinseg drew itself, answered frame by frame without neural weights, scored against exact ground truth.',
    runs,
    trackColor: (id) =>
      `#${trackColor(id)
        .map((c) => c.toString(16).padStart(2, '0'))
        .join('')}`,
  });
}
