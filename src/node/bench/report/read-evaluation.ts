import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError, toError } from '../../../core/base/index.ts';
import {
  type EvalSettings,
  evalSettingsSchema,
  type SampleResult,
  sampleResultSchema,
  sampleTimingSchema,
} from '../eval/index.ts';
import type { EvaluatedSample, Evaluation, FileProblem } from './contract.ts';

/**
 * Reads the folder of an evaluation. Broken and missing sample files are noted, not fatal.
 * @throws InputError for a folder that is none of an evaluation
 */
export async function readEvaluation(dir: string, label: string): Promise<Evaluation> {
  const settings = await readSettings(dir);
  const names = await sampleFiles(dir);
  const problems: FileProblem[] = [];
  const found: { index: number; result: SampleResult }[] = [];
  for (const name of names) {
    const result = await readJson(dir, `samples/${name}`, sampleResultSchema, problems);
    if (result !== null) found.push({ index: Number.parseInt(name, 10), result });
  }
  problems.push(...(await missingFiles(dir, names)));
  return { label, dir, settings, samples: await completed(dir, found, problems), problems };
}

async function readSettings(dir: string): Promise<EvalSettings> {
  try {
    return evalSettingsSchema.parse(JSON.parse(await readFile(join(dir, 'settings.json'), 'utf8')));
  } catch (thrown) {
    throw new InputError(`${dir} is no folder of an evaluation: settings.json: ${reasonOf(thrown)}`, {
      remedy: 'Give a folder that `twinseg eval ... --out DIR` has written.',
    });
  }
}

async function sampleFiles(dir: string): Promise<string[]> {
  try {
    const names = await readdir(join(dir, 'samples'));
    return names
      .filter((name) => /^\d{6,12}\.json$/.test(name))
      .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  } catch (thrown) {
    throw new InputError(`${dir} is no folder of an evaluation: samples: ${reasonOf(thrown)}`, {
      remedy: 'Give a folder that `twinseg eval ... --out DIR` has written.',
    });
  }
}

async function readJson<T>(
  dir: string,
  file: string,
  schema: z.ZodType<T>,
  problems: FileProblem[],
): Promise<T | null> {
  try {
    return schema.parse(JSON.parse(await readFile(join(dir, file), 'utf8')));
  } catch (thrown) {
    problems.push({ file, message: reasonOf(thrown) });
    return null;
  }
}

/** One line, without the path of the folder: the same folder elsewhere gives the same page. */
function reasonOf(thrown: unknown): string {
  if (thrown instanceof z.ZodError)
    return thrown.issues
      .slice(0, 3)
      .map(({ path, message }) => `${path.join('.')}: ${message}`)
      .join('; ');
  const code = (thrown as NodeJS.ErrnoException | null)?.code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'it is missing';
  return code ?? toError(thrown).message;
}

const mostNamed = 1000;

/** Samples whose file is not there: gaps in the numbers, and what the last report counts beyond them. */
async function missingFiles(dir: string, names: readonly string[]): Promise<FileProblem[]> {
  const there = new Set(names.map((name) => Number.parseInt(name, 10)));
  const last = names.length === 0 ? -1 : Number.parseInt(names[names.length - 1]!, 10);
  const end = Math.max(await countedSamples(dir), last + 1);
  const missing: FileProblem[] = [];
  for (let index = 0; index < end && missing.length < mostNamed; index++)
    if (!there.has(index))
      missing.push({ file: `samples/${String(index).padStart(6, '0')}.json`, message: 'it is missing' });
  return missing;
}

async function countedSamples(dir: string): Promise<number> {
  const report = await readJson(dir, 'report.json', z.object({ samples: z.number().int().nonnegative() }), []);
  return report?.samples ?? 0;
}

async function completed(
  dir: string,
  found: readonly { readonly index: number; readonly result: SampleResult }[],
  problems: FileProblem[],
): Promise<EvaluatedSample[]> {
  const together = new Map<string, number>();
  for (const { index, result } of found)
    if (result.alwaysOnCalls > 0) {
      const media = mediaOf(index, result);
      together.set(media, (together.get(media) ?? 0) + 1);
    }
  const samples: EvaluatedSample[] = [];
  for (const { index, result } of found) {
    const file = `timings/${String(index).padStart(6, '0')}.json`;
    const timing = await readJson(dir, file, sampleTimingSchema, problems);
    const media = mediaOf(index, result);
    const alwaysOnCalls = result.alwaysOnCalls / (together.get(media) ?? 1);
    samples.push({ index, result, media, timing, alwaysOnCalls });
  }
  return samples;
}

/** A result without the number of its group, as older evaluations wrote them, stands alone. */
const mediaOf = (index: number, { group }: SampleResult) =>
  group === undefined ? `sample ${index}` : `group ${group}`;
