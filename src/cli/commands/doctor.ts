import type { Command } from 'commander';
import { examine, formatFindings } from '../../node/doctor/index.ts';

export function doctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('check that every part works here, with a short timing of each')
    .option('--json', 'print the findings as JSON')
    .action(async (flags: { json?: boolean }) => {
      const findings = await examine();
      console.log(flags.json === true ? JSON.stringify(findings, null, 2) : formatFindings(findings));
      process.exitCode = findings.every((finding) => finding.ok) ? 0 : 3;
    });
}
