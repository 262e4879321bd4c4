export { ablationTable } from './ablation-table.ts';
export { readEvaluation } from './read-evaluation.ts';
export { type ReportRequest, type WrittenReport, writeReport } from './write-report.ts';
