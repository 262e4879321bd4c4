import { expressionReader } from './expressions.ts';

/** MeViS (Ding et al. 2023): expressions of motion; the masks of `valid` and `test` only the server has. */
export const meViS = expressionReader({
  name: 'mevis',
  summary: 'MeViS: SPLIT/meta_expressions.json, SPLIT/mask_dict.json, SPLIT/JPEGImages/VIDEO',
  splits: ['valid_u', 'train', 'valid', 'test'],
  files: (split) => ({
    meta: `${split}/meta_expressions.json`,
    frames: `${split}/JPEGImages`,
    ...(split === 'valid_u' || split === 'train' ? { masks: `${split}/mask_dict.json` } : {}),
  }),
  fps: 6,
});
