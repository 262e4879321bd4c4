import { expect, it } from 'vitest';
import { ablationTable } from './ablation-table.ts';
import type { EvaluatedSample, Evaluation } from './contract.ts';

/** Two videos of two questions each. */
function run(ablations: string[], scores: readonly (number | null)[], calls: number): Evaluation {
  const samples = scores.map(
    (j, index): EvaluatedSample => ({
      index,
      result: {
        ...{ version: 1, id: `s${index}`, query: 'the ball', frames: [], j, f: j, answered: 5, withObjects: 5 },
        ...{ warnings: [], calls: { regions: calls }, alwaysOnCalls: 40 },
      },
      media: `video ${Math.floor(index / 2)}`,
      timing: { id: `s${index}`, msPerFrame: 10 * (index + 1), worstMs: 90 },
      alwaysOnCalls: 20,
    }),
  );
  const settings = { bench: 'twinworld', perception: 'oracle', planner: 'rules', everyFrame: false, seed: 0 } as const;
  return { label: 'run', dir: 'run', settings: { ...settings, ablations }, samples, problems: [] };
}

it('compares each run with the base on the samples that both have scored', () => {
  const base = run([], [1, 0.5, 1, 0.5], 5);
  const table = ablationTable(base, [
    run(['no-memory'], [0.5, 0, 0.5, 0], 5),
    run(['window=12', 'blur=2'], [1, 0.5, null, 0.25], 10),
    run(['speed=4'], [null, null, null, null], 0),
  ]);
  expect(table.split('\n')).toEqual([
    '| ablation | scored | J | F | J&F | J less base [95 %] | specialist calls | of always-on | ms a frame |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    '| base | 4 | 0.750 | 0.750 | 0.750 | – | 20 | 25 % | 20.0 |',
    '| `no-memory` | 4 | 0.250 | 0.250 | 0.250 | −0.500 [−0.500, −0.500] | 20 | 25 % | 20.0 |',
    // Three samples in two videos: -0.25 in one of them, drawn 0 to 2 times.
    '| `window=12`, `blur=2` | 3 | 0.583 | 0.583 | 0.583 | −0.083 [−0.250, 0.000] | 40 | 50 % | 20.0 |',
    '| `speed=4` | 0 | – | – | – | – | 0 | 0 % | 20.0 |',
  ]);
});
