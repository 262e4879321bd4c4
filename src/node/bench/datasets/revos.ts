import { expressionReader } from './expressions.ts';

/** ReVOS (Yan et al. 2024, VISA): referring and reasoning expressions; `type_id` 2 means nothing in the video. */
export const reVos = expressionReader({
  name: 'revos',
  summary: 'ReVOS: meta_expressions_{valid,train}_.json, mask_dict.json, mask_dict_foreground.json, JPEGImages/VIDEO',
  splits: ['valid', 'train'],
  files: (split) => ({
    meta: `meta_expressions_${split}_.json`,
    frames: 'JPEGImages',
    masks: 'mask_dict.json',
    foreground: 'mask_dict_foreground.json',
  }),
  fps: 6,
});
