export { alteredPlanner } from './altered-planner.ts';
export { alteredSample } from './altered-sample.ts';
export { alteredSource } from './altered-source.ts';
export { chooseAblations, requireFit, sweepAblations } from './choose.ts';
export { type CombinedChanges, combineChanges, noChanges, seedOfGroup } from './combine.ts';
export type { Ablation, ChosenAblation } from './contract.ts';
export { ablations, ablationsText } from './list.ts';
