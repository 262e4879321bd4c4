import { expressionReader } from './expressions.ts';

/**
 * The layout of ReVOS with `category` and `level` on each expression: what `twinseg world generate` writes, and a form for
 * any set of queries by kind (semantic, spatial, temporal) and level (steps of reasoning).
 */
export const jitStyle = expressionReader({
  name: 'jit',
  summary: 'kinds x levels: meta_expressions.json, mask_dict.json, JPEGImages/VIDEO',
  splits: ['all'],
  files: () => ({ meta: 'meta_expressions.json', frames: 'JPEGImages', masks: 'mask_dict.json' }),
  fps: 25,
});
