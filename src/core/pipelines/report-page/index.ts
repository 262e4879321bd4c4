export type { ReportFrame, ReportInput, ReportMedia, ReportRun } from './contract.ts';
export { reportFrame } from './report-frame.ts';
export { reportPage } from './report-page.ts';
