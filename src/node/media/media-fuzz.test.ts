import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { MediaError, seededRandom } from '../../core/base/index.ts';
import { loadSharp } from './load-sharp.ts';
import { openSource } from './open-source.ts';
import { VideoEncoder } from './video-encoder.ts';

const dir = mkdtempSync(join(tmpdir(), 'twinseg-fuzz-'));
afterAll(() => rmSync(dir, { recursive: true }));

const random = seededRandom(2024);

function mutated(bytes: Uint8Array): Uint8Array {
  const out = Uint8Array.from(bytes).subarray(0, random.next() < 0.2 ? random.int(0, bytes.length) : bytes.length);
  for (let n = random.int(1, 6); n > 0 && out.length > 0; n--) {
    // Headers decide most, so damage goes there more often.
    const at = random.next() < 0.5 ? random.int(0, Math.min(200, out.length) - 1) : random.int(0, out.length - 1);
    out[at] = random.pick([0, 1, 0x7f, 0x80, 0xff, random.int(0, 255)]);
  }
  return out;
}

async function seeds(): Promise<Uint8Array[]> {
  const sharp = await loadSharp();
  const raw = Buffer.from({ length: 24 * 16 * 3 }).map((_, i) => (i * 7) & 255);
  const picture = () => sharp(raw, { raw: { width: 24, height: 16, channels: 3 } });
  const formats = ['jpeg', 'png', 'webp', 'gif', 'tiff'] as const;
  return Promise.all(formats.map((format) => picture().toFormat(format).toBuffer()));
}

/** Opens and reads everything; says whether it could. Anything but a MediaError is a fault of ours. */
async function readAll(path: string, stdin?: AsyncIterable<Uint8Array>): Promise<boolean> {
  try {
    for await (const frame of await openSource(path, { maxPixels: 100_000, stdin })) frame.close();
    return true;
  } catch (thrown) {
    if (thrown instanceof MediaError) return false;
    throw thrown;
  }
}

it('opens 10,000 damaged pictures without a crash, with a MediaError or the picture', { timeout: 60_000 }, async () => {
  const originals = await seeds();
  let read = 0;
  const total = 10_000;
  for (let i = 0; i < total; i += 50) {
    const batch = Array.from({ length: 50 }, async () => {
      const bytes = mutated(random.pick(originals));
      async function* once() {
        yield bytes;
      }
      return readAll('-', once());
    });
    read += (await Promise.all(batch)).filter(Boolean).length;
  }
  expect(read).toBeGreaterThan(total * 0.05);
  expect(read).toBeLessThan(total * 0.95);
});

it('opens 400 damaged videos without a crash', { timeout: 60_000 }, async () => {
  const path = join(dir, 'whole.mp4');
  const encoder = await VideoEncoder.open(path, { width: 32, height: 32, fps: 25 });
  const pixels = new Uint8Array(32 * 32 * 3);
  for (let i = 0; i < 4; i++)
    await encoder.write(
      pixels.map((_, k) => (k * i) & 255),
      i / 25,
    );
  await encoder.close();
  const original = await readFile(path);
  const damaged = join(dir, 'damaged.mp4');
  let read = 0;
  for (let i = 0; i < 400; i++) {
    writeFileSync(damaged, mutated(original));
    if (await readAll(damaged)) read++;
  }
  expect(read).toBeGreaterThan(20);
  expect(read).toBeLessThan(390);
});
