import { expect, it } from 'vitest';
import type { EvalSettings } from './contract.ts';
import { evalText } from './report-text.ts';
import { type MediaResult, summarize } from './summarize.ts';

const settings: EvalSettings = {
  ...{ bench: 'twinworld', perception: 'oracle', planner: 'rules', everyFrame: false, ablations: [], seed: 0 },
};

/** A sample of a video of which running everything always would have made `alwaysOnCalls`. */
const result = (media: string, calls: number, alwaysOnCalls: number): MediaResult => ({
  ...{ version: 1, id: `${media} ${calls}`, query: 'the ball', media, frames: [], j: 1, f: 1, answered: 10 },
  ...{ withObjects: 10, warnings: [], calls: { regions: calls }, alwaysOnCalls },
});

it('counts the always-on calls of a video once, however many of its queries share them', () => {
  const report = summarize(settings, [
    ...[1, 2, 3].map((calls) => result('a', calls, 25)),
    result('a', 0, 0), // could not be planned: not in the run
    result('b', 9, 25),
  ]);
  expect(report.alwaysOnCalls).toBe(50);
  expect(evalText(report)).toContain('15 specialist calls, 30 % of running everything always');
});
