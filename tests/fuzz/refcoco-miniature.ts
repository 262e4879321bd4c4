import type { Miniature } from './miniatures.ts';

const text = (value: string) => new TextEncoder().encode(value);

interface Pictures {
  readonly jpg: Uint8Array;
  readonly png: Uint8Array;
  readonly height: number;
  readonly width: number;
}

/** A RefCOCO data set with two sentences, its references as a pickle or as JSON. */
export function refCocoMiniature(
  name: string,
  author: string,
  asPickle: boolean,
  { jpg, png, height, width }: Pictures,
): Miniature {
  const instances = {
    images: [{ id: 7, file_name: 'a.jpg', height, width }],
    annotations: [
      { id: 3, image_id: 7, segmentation: [[1, 1, 4, 1, 4, 3, 1, 3]] },
      { id: 4, image_id: 7, segmentation: { size: [height, width], counts: [5, 3, 16] } },
    ],
  };
  return {
    reader: name,
    files: {
      [`${name}/instances.json`]: text(JSON.stringify(instances)),
      [`${name}/refs(${author}).${asPickle ? 'p' : 'json'}`]: text(asPickle ? pickle : JSON.stringify(refs)),
      'images/mscoco/images/train2014/a.jpg': jpg,
    },
    predictions: { '1/5.png': png, '2/6.png': png },
    protocol: { name, gt: '.' },
  };
}

const refs = [
  { ref_id: 1, ann_id: 3, image_id: 7, split: 'val', sentences: [{ sent_id: 5, sent: 'left cup' }] },
  { ref_id: 2, ann_id: 4, image_id: 7, split: 'val', sentences: [{ sent_id: 6, sent: 'right cup' }] },
];

/** The same as Python 2 writes it, protocol 0. */
const pickle = `(lp0\n${refs.map(pickledRef).join('')}.`;

function pickledRef({ ref_id, ann_id, image_id, split, sentences }: (typeof refs)[number], i: number): string {
  const pair = (key: string, value: string) => `S'${key}'\n${value}s`;
  const numbers = Object.entries({ ref_id, ann_id, image_id }).map(([key, value]) => pair(key, `I${value}\n`));
  const said = sentences.map(
    ({ sent_id, sent }) => `(d${pair('sent_id', `I${sent_id}\n`)}${pair('sent', `S'${sent}'\n`)}a`,
  );
  return `(dp${i + 1}\n${numbers.join('')}${pair('split', `S'${split}'\n`)}${pair('sentences', `(l${said.join('')}`)}a`;
}
