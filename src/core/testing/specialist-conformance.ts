import { TwinsegError } from '../base/errors.ts';
import { fullMask } from '../masks/index.ts';
import type { Observation, Specialist, StreamInfo } from '../specialists/contract.ts';
import { plainFrame } from './frames.ts';

/** One demand of a contract, as a title and a check that throws when it is not met. Runs under any test runner. */
export interface Demand {
  readonly title: string;
  readonly check: () => Promise<void>;
}

const stream: StreamInfo = { width: 64, height: 48, fps: 25, still: false, seed: 1 };

/** What every specialist must do, whatever it sees: `for (const { title, check } of specialistDemands(make)) it(title, check)`. */
export function specialistDemands(make: () => Specialist): readonly Demand[] {
  return [
    {
      title: 'names itself and says what it gives, needs, costs and cannot do',
      check: async () => describesItself(make()),
    },
    {
      title: 'gives only what it promises, aligned with the regions asked about',
      check: () => keepsItsPromise(make()),
    },
    { title: 'gives the same for the same frames', check: () => repeatsItself(make) },
    { title: 'keeps its sessions apart', check: () => keepsSessionsApart(make) },
    { title: 'stops when it is told to', check: () => stops(make()) },
  ];
}

function demand(holds: boolean, message: string): void {
  if (!holds) throw new TwinsegError('internal', message);
}

function describesItself({ id, summary, provides, cost }: Specialist): void {
  demand(/^[a-z0-9][a-z0-9.-]*$/.test(id), `the id "${id}" is not kebab-case`);
  demand(summary.length > 10 && !summary.includes('\n'), 'the summary is not one line of words');
  demand(provides.length > 0, 'it provides nothing');
  demand(cost.msPerFrame >= 0 && cost.msPerRegion >= 0, 'a cost is negative');
}

async function see(specialist: Specialist, shades: readonly number[]): Promise<Observation[]> {
  await specialist.load();
  const session = specialist.open(stream);
  const mask = fullMask([48, 64]);
  const seen: Observation[] = [];
  for (const [index, shade] of shades.entries()) {
    const frame = plainFrame(index, { rgb: [shade, shade, 255 - shade] });
    seen.push(
      await session.run(frame, { attributes: specialist.provides, concepts: [], regions: [{ mask, track: 1 }] }),
    );
    frame.close();
  }
  session.close();
  return seen;
}

async function keepsItsPromise(specialist: Specialist): Promise<void> {
  for (const { detections, appearance, depth, motion } of await see(specialist, [100, 110])) {
    demand(
      detections === undefined || specialist.provides.includes('masks'),
      'it gives detections without promising masks',
    );
    for (const { mask, score } of detections ?? []) {
      demand(mask.height === 48 && mask.width === 64, `a mask has the size [${mask.size}] instead of [48,64]`);
      demand(score >= 0 && score <= 1, `a score is ${score}`);
    }
    for (const list of [appearance, depth, motion?.regions]) {
      demand(list === undefined || list.length === 1, 'a list is not aligned with the regions');
    }
  }
}

async function repeatsItself(make: () => Specialist): Promise<void> {
  const [first, second] = [await see(make(), [80, 90, 100]), await see(make(), [80, 90, 100])];
  demand(JSON.stringify(first) === JSON.stringify(second), 'two runs over the same frames differ');
}

async function keepsSessionsApart(make: () => Specialist): Promise<void> {
  const specialist = make();
  const alone = await see(specialist, [100, 110]);
  const other = specialist.open(stream);
  await other.run(plainFrame(0, { rgb: [250, 0, 0] }), { attributes: specialist.provides, concepts: [], regions: [] });
  const beside = await see(specialist, [100, 110]);
  other.close();
  demand(JSON.stringify(alone) === JSON.stringify(beside), 'what one session saw changed what another one sees');
}

async function stops(specialist: Specialist): Promise<void> {
  await specialist.load();
  const session = specialist.open(stream);
  const reason = new DOMException('stop', 'AbortError');
  const request = { attributes: specialist.provides, concepts: [], regions: [] };
  const outcome = await session.run(plainFrame(0), request, AbortSignal.abort(reason)).then(
    () => 'went on',
    (thrown: unknown) => thrown,
  );
  session.close();
  demand(outcome === reason, 'an aborted signal did not end the call with its reason');
}
