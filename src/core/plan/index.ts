export * from './build-graph.ts';
export * from './check-plan.ts';
export * from './contract.ts';
export * from './executor/index.ts';
export * from './mermaid.ts';
export * from './plan-query.ts';
export { parsePlan, planLimits, planSchema } from './plan-schema.ts';
export { planByRules, rulePlanner } from './rules/rule-planner.ts';
