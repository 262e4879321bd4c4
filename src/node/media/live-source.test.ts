import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Frame } from '../../core/media/index.ts';
import { withoutPassword } from './live-source.ts';
import { loadSharp } from './load-sharp.ts';
import { openSource } from './open-source.ts';

const width = 64;
const height = 48;

/** An MJPEG camera on the loopback: frame i is grey of level 3 * i, one every `everyMs`. */
class Camera {
  sent = 0;
  readonly #server: Server;
  readonly #clients = new Set<ServerResponse>();
  #timer: NodeJS.Timeout | undefined;

  private constructor(jpegs: readonly Buffer[], everyMs: number) {
    this.#server = createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'multipart/x-mixed-replace; boundary=frame' });
      this.#clients.add(response);
      this.#timer ??= setInterval(() => this.#send(jpegs), everyMs);
    });
  }

  static async start(frames: number, everyMs: number): Promise<Camera> {
    const sharp = await loadSharp();
    const picture = (level: number) =>
      sharp({ create: { width, height, channels: 3, background: { r: level, g: level, b: level } } })
        .jpeg()
        .toBuffer();
    const camera = new Camera(await Promise.all(Array.from({ length: frames }, (_, i) => picture(3 * i))), everyMs);
    camera.#server.listen(0, '127.0.0.1');
    await once(camera.#server, 'listening');
    return camera;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/stream.mjpg`;
  }

  #send(jpegs: readonly Buffer[]): void {
    const jpeg = jpegs[this.sent];
    if (jpeg === undefined) {
      this.stop();
      return;
    }
    for (const client of this.#clients) {
      client.write(`--frame\r\nContent-Type: image/jpeg\r\nContent-Length: ${jpeg.length}\r\n\r\n`);
      client.write(jpeg);
      client.write('\r\n');
    }
    this.sent++;
  }

  stop(): void {
    clearInterval(this.#timer);
    for (const client of this.#clients) client.end();
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

let camera: Camera | undefined;
afterEach(() => camera?.stop());

const levelOf = (frame: Frame) => Math.round(frame.data[((height / 2) * width + width / 2) * 3]! / 3);

describe('a live stream', () => {
  it('gives the newest frame to a slow reader and counts the others', async () => {
    camera = await Camera.start(80, 20);
    const source = await openSource(camera.url);
    expect(source.info).toMatchObject({ kind: 'live', width, height, frames: null });
    const seen: number[] = [];
    for await (const frame of source) {
      seen.push(frame.index);
      expect(levelOf(frame)).toBe(frame.index);
      // A few frames are on their way on a busy machine; a reader that got every frame would be 25 behind in the end.
      expect(camera.sent - 1 - frame.index).toBeLessThanOrEqual(8);
      frame.close();
      if (seen.length === 6) break;
      await pause(120);
    }
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(source.dropped).toBeGreaterThanOrEqual(10);
    const gaps = seen.at(-1)! - (seen.length - 1);
    expect(source.dropped).toBeGreaterThanOrEqual(gaps);
    // After the last frame was taken, further ones may have come before the loop was left.
    expect(source.dropped - gaps).toBeLessThanOrEqual(4);
  });

  it('catches up after the reader blocked the whole process', async () => {
    camera = await Camera.start(80, 10);
    const source = await openSource(camera.url);
    let count = 0;
    for await (const frame of source) {
      expect(camera.sent - 1 - frame.index).toBeLessThanOrEqual(8);
      frame.close();
      if (++count === 4) break;
      const until = performance.now() + 120;
      while (performance.now() < until);
    }
    expect(count).toBe(4);
  });

  it('gives every frame to a fast reader, with growing times, and ends with the stream', async () => {
    camera = await Camera.start(12, 25);
    const source = await openSource(camera.url);
    const times: number[] = [];
    for await (const frame of source) {
      times.push(frame.time);
      frame.close();
    }
    expect(times.length + source.dropped).toBeGreaterThanOrEqual(10);
    // Frames that came while the stream was opened lie before the first one delivered.
    expect(times[0]).toBeLessThan(0.3);
    for (let i = 1; i < times.length; i++) expect(times[i]!).toBeGreaterThan(times[i - 1]!);
  });

  it('stops waiting for a silent camera when it is aborted', async () => {
    camera = await Camera.start(80, 20);
    const abort = new AbortController();
    const source = await openSource(camera.url, {}, abort.signal);
    const read = (async () => {
      for await (const frame of source) frame.close();
    })();
    setTimeout(() => abort.abort(), 60);
    await expect(read).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('can be closed while a read waits', async () => {
    camera = await Camera.start(80, 20);
    const source = await openSource(camera.url);
    const frames = source[Symbol.asyncIterator]();
    (await frames.next()).value.close();
    const waiting = frames.next();
    await source.close();
    const last = await waiting;
    if (!last.done) last.value.close();
    expect(await frames.next()).toMatchObject({ done: true });
  });

  it.each([
    ['rtsp://127.0.0.1:1/x', 'cannot be opened'],
    ['http://127.0.0.1:1/x', 'cannot be opened'],
    ['camera:97', '/dev/video97'],
  ])('says that %s is not there', async (url, words) => {
    const opening = openSource(url, { timeoutMs: 500 });
    await expect(opening).rejects.toMatchObject({ name: 'MediaError', remedy: expect.any(String) });
    await expect(opening).rejects.toThrow(words);
  });

  it('keeps passwords out of names and errors', async () => {
    expect(withoutPassword('rtsp://me:secret@host/x')).toBe('rtsp://me:***@host/x');
    await expect(openSource('rtsp://me:secret@127.0.0.1:1/x')).rejects.not.toThrow('secret');
  });
});
