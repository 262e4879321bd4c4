import { Html, html } from './html.ts';

const tokens =
  /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)|(?<number>\b\d+(?:\.\d+)?\b)|(?<keyword>\b(?:function|return|const|let|var|if|else|for|of|in|while|new|true|false|null|undefined)\b)|(?<call>[A-Za-z_$][\w$]*(?=\s*\())/g;

/** A program with light colouring; the text itself is unchanged (and escaped). */
export function programCode(program: string): Html {
  const parts: Html[] = [];
  let at = 0;
  for (const match of program.matchAll(tokens)) {
    parts.push(html`${program.slice(at, match.index)}`);
    const kind = Object.entries(match.groups!).find(([, text]) => text !== undefined)![0];
    parts.push(html`<span class="t-${kind}">${match[0]}</span>`);
    at = match.index + match[0].length;
  }
  parts.push(html`${program.slice(at)}`);
  return new Html(`<pre class="code" tabindex="0" aria-label="Program"><code>${parts.join('')}</code></pre>`);
}
