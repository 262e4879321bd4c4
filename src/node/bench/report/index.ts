export { type ReportRequest, type WrittenReport, writeReport } from './write-report.ts';
