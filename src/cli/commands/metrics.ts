import type { Command } from 'commander';
import { folderProtocol, folderProtocols, protocolText } from '../../node/bench/index.ts';

const help = `
Protocols:
${folderProtocols.map(({ name, summary }) => `  ${name.padEnd(20)}${summary}`).join('\n')}

Examples:
  $ twinseg metrics davis --gt DAVIS/Annotations/480p --pred results
  $ twinseg metrics reasonseg --gt ReasonSeg --split val --pred masks --json
  $ twinseg metrics revos --gt ReVOS --pred Annotations`;

export function metricsCommand(program: Command): void {
  program
    .command('metrics')
    .description('score a folder of predicted masks against a data set, by the rules of its published evaluation')
    .argument('<protocol>', 'whose rules: see below')
    .requiredOption('--gt <dir>', 'folder of the truth')
    .requiredOption('--pred <dir>', 'folder of the predictions')
    .option('--split <name>', 'part of the data set')
    .option('--json', 'print everything as JSON')
    .addHelpText('after', help)
    .action(async (name: string, { gt, pred, split, json }: Flags) => {
      const report = await folderProtocol(name).score(gt, pred, split === undefined ? {} : { split });
      console.log(json === true ? JSON.stringify(report, null, 2) : protocolText(report));
    });
}

interface Flags {
  readonly gt: string;
  readonly pred: string;
  readonly split?: string;
  readonly json?: boolean;
}
