// A specialist of your own: here one that finds bright spots and may name them. The rest of twinseg stays as it is.
import { createSegmenter, maskFromBitmap } from 'twinseg';

/** @type {import('twinseg').Specialist} */
const brightSpots = {
  id: 'bright-spots',
  summary: 'finds the pixels brighter than a threshold and calls them "spotlight"',
  provides: ['masks', 'labels'],
  needs: [],
  cost: { msPerFrame: 1, msPerRegion: 0 },
  cannot: ['see anything dark'],
  load: async () => {},
  open: () => ({
    run: async (frame) => {
      const bitmap = new Uint8Array(frame.width * frame.height);
      for (let i = 0; i < bitmap.length; i++) {
        bitmap[i] = Math.min(frame.data[3 * i], frame.data[3 * i + 1], frame.data[3 * i + 2]) > 235 ? 1 : 0;
      }
      const mask = maskFromBitmap(bitmap, [frame.height, frame.width]);
      return { detections: mask.isEmpty ? [] : [{ mask, score: 0.9, labels: [['spotlight', 0.8]] }] };
    },
    close: () => {},
  }),
  dispose: async () => {},
};

const segmenter = await createSegmenter({ extraSpecialists: [brightSpots] });
const answer = await segmenter.image('world:tabletop:7', 'the spotlight', { use: ['bright-spots'] });
console.log(answer.objects.map(({ id, label, bbox }) => ({ id, label, bbox })));
answer.frame.close();
await segmenter.close();
