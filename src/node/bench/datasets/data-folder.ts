import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { isAbsolute, join, resolve, sep } from 'node:path';
import type { ZodType } from 'zod';
import { InputError, MissingError, toError } from '../../../core/base/index.ts';
import { isFile, readWholeFile } from '../../media/index.ts';
import type { Problem, ReadOptions } from './contract.ts';

/**
 * The folder of a data set. Names come from its own files and are not trusted: a path never leaves the folder, and
 * whatever is missing or broken is noted and reported together. Links are followed, since many keep pictures elsewhere,
 * but only to files and folders: reading a device may never end.
 */
export class DataFolder {
  readonly root: string;
  readonly problems: Problem[] = [];
  readonly #needMedia: boolean;

  /** @throws MissingError when there is no such folder */
  static open(root: string, { needMedia = true }: ReadOptions = {}): DataFolder {
    if (existsSync(root)) return new DataFolder(resolve(root), needMedia);
    throw new MissingError(`${root} does not exist`, {
      remedy: 'Give the folder of the data set with --root.',
      details: { path: root },
    });
  }

  private constructor(root: string, needMedia: boolean) {
    this.root = root;
    this.#needMedia = needMedia;
  }

  /** Notes that something cannot be used. */
  note(path: string, message: string): void {
    this.problems.push({ path, message });
  }

  /** The absolute path, or null (and a problem) when it would leave the folder. */
  inside(path: string): string | null {
    const full = resolve(this.root, path);
    const safe = !isAbsolute(path) && !path.includes('\0') && (full + sep).startsWith(this.root + sep);
    if (safe) return full;
    this.note(path, 'the name leads out of the folder');
    return null;
  }

  /** Whether a file is there; a name that leads out of the folder is not. */
  has(path: string): boolean {
    const full = resolve(this.root, path);
    return (full + sep).startsWith(this.root + sep) && isFile(full);
  }

  /** As `inside`, for a file that must be there. */
  file(path: string): string | null {
    const full = this.inside(path);
    if (full === null || isFile(full)) return full;
    this.note(path, existsSync(full) ? 'it is no file' : 'the file is missing');
    return null;
  }

  /** As `file`, for a picture or video: it may be missing where only the truth is read. */
  media(path: string): string | null {
    return this.#needMedia ? this.file(path) : this.inside(path);
  }

  /** Names in a folder, sorted as text; none (and a problem) where it is missing. */
  async names(path: string): Promise<string[]> {
    const full = this.inside(path);
    if (full === null) return [];
    try {
      return (await readdir(full)).sort();
    } catch (thrown) {
      this.note(path, toError(thrown).message);
      return [];
    }
  }

  /** A JSON file in the form of `schema`; null (and a problem that says where) when it is not. */
  async json<T>(path: string, schema: ZodType<T>): Promise<T | null> {
    const full = this.file(path);
    if (full === null) return null;
    try {
      const parsed = schema.safeParse(JSON.parse(decodeText(await readWholeFile(full))));
      if (parsed.success) return parsed.data;
      for (const { path: at, message } of parsed.error.issues.slice(0, 20))
        this.note(path, `${at.join('.')}: ${message}`);
    } catch (thrown) {
      this.note(path, toError(thrown).message);
    }
    return null;
  }

  /** As `json`, for the one file without which there is nothing to read. @throws MissingError, InputError */
  async index<T>(path: string, schema: ZodType<T>): Promise<T> {
    if (!existsSync(join(this.root, path))) {
      throw new MissingError(`${join(this.root, path)} does not exist`, {
        remedy: 'Check that --root names the folder that holds it (docs/bench.md has the layouts).',
        details: { path },
      });
    }
    const before = this.problems.length;
    const value = await this.json(path, schema);
    if (value !== null) return value;
    const faults = this.problems.slice(before).map(({ message }) => message);
    throw new InputError(`${join(this.root, path)} cannot be read: ${faults.join('; ')}`, {
      remedy: 'Fetch the file again, or correct it where the message says.',
      details: { path },
    });
  }
}

/** UTF-8, or Windows-1252 where it is not: some published files are. */
function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\x80-\x9f]/g, (c) => windows1252[c.charCodeAt(0) - 0x80]!);
  }
}

/** What Windows-1252 has at 0x80 to 0x9f; several Node versions decode these as Latin-1. */
const windows1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
