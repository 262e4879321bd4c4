import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, toError } from '../../../core/base/index.ts';
import {
  type EvalSettings,
  evalSettingsSchema,
  type SampleOutcome,
  sampleResultSchema,
  sampleTimingSchema,
} from './contract.ts';

/**
 * The results of one evaluation on disk, a file a sample: whoever stops at any moment, by whatever means, loses at most
 * what was being answered. Timings lie in a folder of their own, so that `samples/` is the same from run to run.
 */
export class ResultStore {
  readonly dir: string;

  private constructor(dir: string) {
    this.dir = dir;
  }

  /**
   * Begins an evaluation, or goes on with one.
   * @throws InputError when the folder holds another evaluation, or holds one and `resume` is not set
   */
  static async open(dir: string, settings: EvalSettings, resume: boolean): Promise<ResultStore> {
    await mkdir(join(dir, 'samples'), { recursive: true });
    await mkdir(join(dir, 'timings'), { recursive: true });
    const file = join(dir, 'settings.json');
    if (!existsSync(file)) {
      await writeWhole(file, `${JSON.stringify(settings, null, 2)}\n`);
      return new ResultStore(dir);
    }
    await requireSame(file, settings, resume);
    return new ResultStore(dir);
  }

  /** A finished sample; null where there is none, or a broken or foreign one. */
  async read(index: number, id: string): Promise<SampleOutcome | null> {
    try {
      const result = sampleResultSchema.parse(JSON.parse(await readFile(this.#path('samples', index), 'utf8')));
      const timing = sampleTimingSchema.parse(JSON.parse(await readFile(this.#path('timings', index), 'utf8')));
      return result.id === id ? { result, timing } : null;
    } catch {
      return null;
    }
  }

  /** The result comes last: where it stands, all of it stands. */
  async write(index: number, { result, timing }: SampleOutcome): Promise<void> {
    await writeWhole(this.#path('timings', index), JSON.stringify(timing));
    await writeWhole(this.#path('samples', index), `${JSON.stringify(result)}\n`);
  }

  async writeReport(name: string, text: string): Promise<void> {
    await writeWhole(join(this.dir, name), text);
  }

  #path(folder: string, index: number): string {
    return join(this.dir, folder, `${String(index).padStart(6, '0')}.json`);
  }
}

/** Begins an evaluation in a folder, or checks that the one that is there is this one. @throws InputError as `ResultStore.open` */
export async function claimResults(dir: string, settings: EvalSettings, resume: boolean): Promise<void> {
  await ResultStore.open(dir, settings, resume);
}

async function requireSame(file: string, settings: EvalSettings, resume: boolean): Promise<void> {
  let before: EvalSettings;
  try {
    before = evalSettingsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (thrown) {
    throw new InputError(`${file} is broken: ${toError(thrown).message}`, {
      remedy: 'Give another folder with --out.',
    });
  }
  if (JSON.stringify(before) !== JSON.stringify(evalSettingsSchema.parse(settings)))
    throw new InputError(`${file} belongs to another evaluation`, { remedy: 'Give another folder with --out.' });
  if (!resume)
    throw new InputError(`${file} is there already`, { remedy: 'Go on with --resume, or give another folder.' });
}

/** Writes a file so that it is never seen half written. */
async function writeWhole(path: string, text: string): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  await writeFile(part, text);
  await rename(part, path);
}
