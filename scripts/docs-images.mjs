// Takes the two pictures of the README from a demo's folder: node scripts/docs-images.mjs [demo-out] [browser]
// Run it after `npm run demo` on a machine that does nothing else: the page shows how fast it was.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { openSource } from '../dist/node/media/index.js';

const [from = 'demo-out', browser = 'chromium'] = process.argv.slice(2);
const images = resolve(import.meta.dirname, '../docs/images');
const small = { palette: true, quality: 95, effort: 9 };

/** Frames that show why the question is asked. */
const moments = { '1-attribute': 46, '2-spatial': 58, '3-temporal': 76 };

async function frameOf(file, index) {
  const source = await openSource(file, {});
  for await (const { data, width, height, index: at } of source)
    if (at === index)
      return sharp(data, { raw: { width, height, channels: 3 } })
        .resize(424, 238)
        .png()
        .toBuffer();
  throw new Error(`${file} has no frame ${index}`);
}

async function writeAnswer() {
  const parts = [];
  for (const [dir, index] of Object.entries(moments))
    parts.push({ input: await frameOf(join(from, dir, 'overlay.mp4'), index), left: 432 * parts.length, top: 0 });
  const canvas = { width: 1288, height: 238, channels: 3, background: '#fff' };
  await sharp({ create: canvas }).composite(parts).png(small).toFile(join(images, 'answer.png'));
}

async function writePage() {
  const dir = mkdtempSync(join(tmpdir(), 'twinseg-page-'));
  const shot = join(dir, 'page.png');
  const flags = ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--window-size=1290,1690'];
  const page = pathToFileURL(resolve(from, 'index.html')).href;
  // The time lets the video come to the frame that the page shows.
  const { error, stderr } = spawnSync(browser, [...flags, '--virtual-time-budget=5000', `--screenshot=${shot}`, page]);
  if (error) throw new Error(`${browser} took no picture of the page: ${error.message} ${stderr ?? ''}`);
  await sharp(readFileSync(shot)).resize(1000).png(small).toFile(join(images, 'page.png'));
  rmSync(dir, { recursive: true });
}

await writeAnswer();
await writePage();
