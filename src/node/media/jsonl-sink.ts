import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { encodeRle } from '../../core/masks/index.ts';
import type { FrameObjectMask, FrameSink } from '../../core/media/index.ts';

/**
 * Writes one JSON object a line and frame: `{index, time, objects: [{id, label?, score, bbox, segmentation}]}` with
 * COCO's boxes [x, y, w, h] and compressed run lengths. Waits where the stream is full; does not end the stream,
 * which may be standard output.
 */
export function jsonlSink(stream: Writable): FrameSink {
  return {
    async write({ index, time }, objects) {
      const line = JSON.stringify({ index, time, objects: objects.map(objectJson) });
      if (!stream.write(`${line}\n`)) await once(stream, 'drain');
    },
    async close() {},
  };
}

function objectJson({ id, label, score, mask }: FrameObjectMask) {
  return { id, label, score, bbox: mask.bbox, segmentation: { size: mask.size, counts: encodeRle(mask) } };
}
