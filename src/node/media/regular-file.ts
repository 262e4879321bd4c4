import { statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';

/** Largest file that is read as a whole, bytes. */
const maxBytes = 2 ** 30;

/** Whether there is a file, links followed: no folder, device or pipe, whose reading may never end. */
export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** All bytes of a file. @throws Error where it is no file, too large or cannot be read */
export async function readWholeFile(path: string): Promise<Buffer> {
  const about = await stat(path);
  if (!about.isFile()) throw new Error(`${path} is no file`);
  if (about.size > maxBytes) throw new Error(`${path} has ${about.size} bytes; ${maxBytes} is the limit`);
  return readFile(path);
}
