import { cpus, totalmem } from 'node:os';
import { toError } from '../../core/base/errors.ts';
import { worldSource } from '../../core/bench/world/index.ts';
import { loadLibav } from '../media/libav.ts';
import { quickJsSandbox } from '../sandbox/index.ts';
import { createSegmenter } from '../segmenter/index.ts';
import type { Finding } from './finding.ts';

/** Tries every part once, on a rendered scene: what works here, how fast, and what to do about the rest. */
export async function examine(): Promise<readonly Finding[]> {
  return [
    node(),
    machine(),
    await attempt('pictures (sharp)', async () => (await import('sharp')).default.versions.vips, 'npm ci'),
    await attempt('video (FFmpeg)', ffmpegVersion, 'npm ci'),
    await attempt('sandbox (QuickJS)', sandboxTime, 'npm ci'),
    await attempt('specialists', specialistTimes, 'npm ci'),
    {
      part: 'neural models',
      ok: true,
      detail: 'none: answers come from the built-in classical specialists, which cannot name things',
    },
  ];
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return { part: 'Node.js', ok, detail: process.version, remedy: 'install Node.js 20.19 or newer' };
}

function machine(): Finding {
  const gib = (totalmem() / 2 ** 30).toFixed(1);
  return {
    part: 'machine',
    ok: true,
    detail: `${process.platform} ${process.arch}, ${cpus().length} cores, ${gib} GiB`,
  };
}

async function attempt(part: string, work: () => Promise<string>, remedy: string): Promise<Finding> {
  try {
    return { part, ok: true, detail: await work() };
  } catch (thrown) {
    return { part, ok: false, detail: toError(thrown).message, remedy };
  }
}

async function sandboxTime(): Promise<string> {
  const sandbox = quickJsSandbox();
  try {
    const started = performance.now();
    const session = await sandbox.open('function select(twin) { return twin.objects; }');
    await session.step({ i: 0, t: 0, w: 64, h: 64, o: [], r: [], e: [] });
    session.close();
    return `first answer after ${(performance.now() - started).toFixed(0)} ms`;
  } finally {
    await sandbox.close();
  }
}

async function specialistTimes(): Promise<string> {
  const segmenter = await createSegmenter();
  try {
    const run = segmenter.video(
      await worldSource('tabletop', 1, { frames: 30 }),
      'the blue thing behind the red one that is moving',
    );
    const started = performance.now();
    for await (const _ of run);
    const { usage, nodeMs } = run.summary();
    const fps = (usage.frames * 1000) / (performance.now() - started);
    const parts = Object.entries(nodeMs).map(([id, ms]) => `${id} ${(ms / usage.frames).toFixed(1)}`);
    return `${fps.toFixed(0)} frames/s at 640x360; ms a frame: ${parts.join(', ')}`;
  } finally {
    await segmenter.close();
  }
}

async function ffmpegVersion(): Promise<string> {
  return (await loadLibav()).ffmpegVersion();
}
