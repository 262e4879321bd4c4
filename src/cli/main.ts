import { Command, CommanderError } from 'commander';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evalCommand } from './commands/eval.ts';
import { metricsCommand } from './commands/metrics.ts';
import { planCommand } from './commands/plan.ts';
import { reportCommand } from './commands/report.ts';
import { segmentCommand } from './commands/segment.ts';
import { worldCommand } from './commands/world.ts';
import { exitCodeOf, reportError } from './report-error.ts';
import { packageVersion } from './version.ts';

/** Runs the command line; gives back the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const program = new Command('twinseg')
    .description('Ask an image or a video a question in words; get pixel masks and the reasons for them.')
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError('(twinseg --help shows all commands)')
    .addHelpText(
      'after',
      '\nExit codes: 0 answered (also when nothing matches), 2 bad usage or input, 3 something needed is missing, 1 our own fault.',
    );
  const commands = [
    ...[
      segmentCommand,
      planCommand,
      metricsCommand,
      evalCommand,
      reportCommand,
      worldCommand,
      demoCommand,
      doctorCommand,
    ],
  ];
  for (const add of commands) add(program);
  try {
    await program.parseAsync(argv.slice(2), { from: 'user' });
    return typeof process.exitCode === 'number' ? process.exitCode : 0;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : 2;
    reportError(thrown);
    return exitCodeOf(thrown);
  }
}
