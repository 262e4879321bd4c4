import { describe, expect, it } from 'vitest';
import { MatScope } from './mat-scope.ts';
import { loadOpenCv } from './opencv.ts';

describe('loadOpenCv', () => {
  it('starts once, can be awaited, and leaves the process handlers alone', async () => {
    const before = process.listenerCount('unhandledRejection') + process.listenerCount('uncaughtException');
    const [first, second] = await Promise.all([loadOpenCv(), loadOpenCv()]);
    expect(first.cv).toBe(second.cv);
    expect(await first.cv).toBe(first.cv);
    expect(process.listenerCount('unhandledRejection') + process.listenerCount('uncaughtException')).toBe(before);
  });

  it('frees what a scope owns', async () => {
    const { cv } = await loadOpenCv();
    const scope = new MatScope();
    const mat = scope.own(new cv.Mat(4, 6, cv.CV_8UC1));
    expect(mat.rows).toBe(4);
    scope.close();
    scope.close();
    expect(() => mat.rows).toThrow();
  });
});
