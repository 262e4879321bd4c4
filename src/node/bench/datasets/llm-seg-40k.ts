import { z } from 'zod';
import { decodeNoted, runLengthsSchema } from './coco-run-lengths.ts';
import type { DataSetReader, Sample, SampleTruth } from './contract.ts';
import { DataFolder } from './data-folder.ts';
import { claimedMask } from './label-picture.ts';

const pairSchema = z.object({
  question: z.string(),
  rle_seg: runLengthsSchema.optional(),
  segmentation_path: z.string().optional(),
});
const indexSchema = z.record(z.string(), z.object({ from_dataset: z.string(), qa_pairs: z.array(pairSchema) }));
type Pair = z.infer<typeof pairSchema>;

/** LLM-Seg40K (Wang and Ke 2024): questions about COCO and EgoObjects pictures; a sample is one question. */
export const llmSeg40k: DataSetReader = {
  name: 'llmseg40k',
  summary: 'LLM-Seg40K: LLMSeg-40K/SPLIT.json, pictures in coco/train2017 and ego_objects/images',
  splits: ['validation', 'test', 'train'],
  async read(root, options = {}) {
    const folder = DataFolder.open(root, options);
    const { split = 'validation' } = options;
    const index = await folder.index(`LLMSeg-40K/${split}.json`, indexSchema);
    const samples: Sample[] = [];
    for (const [name, { from_dataset, qa_pairs }] of Object.entries(index)) {
      const path = folder.media(`${from_dataset === 'coco' ? 'coco/train2017' : 'ego_objects/images'}/${name}`);
      if (path === null) continue;
      for (const [i, pair] of qa_pairs.entries()) {
        const truth = truthOf(folder, `${name}: question ${i}`, pair);
        if (truth === null) continue;
        samples.push({ id: `${name}/${i}`, query: pair.question, media: { type: 'image', path }, tags: {}, truth });
      }
    }
    return { name: 'llmseg40k', samples, problems: folder.problems };
  },
};

/** Training files hold run lengths, the published validation class reads grey PNGs: both are taken. */
function truthOf(folder: DataFolder, at: string, { rle_seg, segmentation_path }: Pair): SampleTruth | null {
  if (rle_seg !== undefined) {
    const mask = decodeNoted(folder, at, rle_seg);
    return mask === null ? null : { frames: [0], read: async () => ({ mask }) };
  }
  const path = segmentation_path === undefined ? null : folder.file(segmentation_path);
  if (path === null) {
    if (segmentation_path === undefined) folder.note(at, 'it has neither rle_seg nor segmentation_path');
    return null;
  }
  return { frames: [0], read: async () => ({ mask: await claimedMask(path) }) };
}
