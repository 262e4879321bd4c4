import type { Command } from 'commander';
import { describeAssumption, planToMermaid } from '../../core/plan/index.ts';
import { createSegmenter } from '../../node/segmenter/index.ts';
import { useOf } from '../specialists-flag.ts';

const examples = `
Examples:
  $ twinseg plan "the second bottle from the left"
  $ twinseg plan "what passed behind the yellow box" --mermaid
  $ twinseg plan "the red mug" --image | jq -r .program`;

export function planCommand(program: Command): void {
  program
    .command('plan')
    .description('print the plan of a query as JSON: concepts, specialists with reasons, graph, program')
    .argument('<query>', 'what to segment, in words')
    .option('--mermaid', 'print the plan graph as a Mermaid flowchart')
    .option('--image', 'plan for a picture instead of a stream')
    .option('--specialists <list>', 'comma-separated ids that the plan may use, or auto', 'auto')
    .addHelpText('after', examples)
    .action(async (query: string, flags: { mermaid?: boolean; image?: boolean; specialists: string }) => {
      const segmenter = await createSegmenter();
      try {
        const use = useOf(flags.specialists);
        const { plan, warnings } = await segmenter.core.plan(query, { still: flags.image === true, live: false }, use);
        for (const warning of warnings) console.error(`note: ${warning}`);
        const assumed = (plan.assumptions ?? []).map((assumption) => describeAssumption(assumption, plan));
        if (assumed.length > 0) console.error(`assumed of the stream: ${assumed.join('; ')}`);
        console.log(flags.mermaid === true ? planToMermaid(plan) : JSON.stringify(plan, null, 2));
      } finally {
        await segmenter.close();
      }
    });
}
