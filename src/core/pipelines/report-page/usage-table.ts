import type { ReportRun } from './contract.ts';
import { type Html, html } from './html.ts';

/** Calls made beside those of a pipeline that runs every specialist on every frame, and where the time went. */
export function usageTable({ plan, summary }: ReportRun): Html {
  const { usage, nodeMs } = summary;
  const frames = Math.max(1, usage.frames);
  const rows = plan.graph.nodes.map((node) => {
    const calls = node.kind === 'perception' ? (usage.specialistCalls[node.specialist] ?? 0) : undefined;
    const name = node.kind === 'perception' ? node.specialist : node.op;
    return html`<tr><th scope="row"><i class="dot ${node.kind}"></i>${name}</th><td>${calls ?? '–'}</td><td>${calls === undefined ? '–' : usage.frames}</td><td>${((nodeMs[node.id] ?? 0) / frames).toFixed(2)}</td></tr>`;
  });
  const made = Object.values(usage.specialistCalls).reduce((a, b) => a + b, 0);
  return html`<table><thead><tr><th scope="col">Step</th><th scope="col">Calls</th><th scope="col">Frames</th><th scope="col">ms a frame</th></tr></thead><tbody>${rows}</tbody></table>
<div class="saved">${savedBar(made, usage.alwaysOnCalls)}<p><b>${made}</b> specialist calls instead of <b>${usage.alwaysOnCalls}</b> with every specialist on every frame${usage.alwaysOnCalls > made ? html` — <b>${Math.round((1 - made / usage.alwaysOnCalls) * 100)} % saved</b>` : ''}. ${usage.llm.calls === 0 ? 'No language model was called.' : `${usage.llm.calls} language model calls, ${usage.llm.inputTokens + usage.llm.outputTokens} tokens.`}${usage.dropped > 0 ? ` ${usage.dropped} frames were dropped.` : ''}</p></div>`;
}

function savedBar(made: number, alwaysOn: number): Html {
  const share = alwaysOn === 0 ? 0 : Math.min(100, (made / alwaysOn) * 100);
  return html`<div class="bar" aria-hidden="true"><i style="width:${share.toFixed(1)}%"></i></div>`;
}
