import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A name beside `path`, hidden, on the same file system, that keeps the ending (encoders look at it). */
export function partialPath(path: string): string {
  return join(dirname(path), `.${randomUUID().slice(0, 8)}.part.${basename(path)}`);
}

/** Writes a file so that whoever looks sees the old one or the whole new one. Folders are made as needed. */
export async function writeAtomically(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const partial = partialPath(path);
  try {
    await writeFile(partial, content);
    await rename(partial, path);
  } catch (thrown) {
    await rm(partial, { force: true });
    throw thrown;
  }
}
