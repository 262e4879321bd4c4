/** What a check of one part found. */
export interface Finding {
  readonly part: string;
  readonly ok: boolean;
  /** Version, measured time, or what is wrong. */
  readonly detail: string;
  readonly remedy?: string;
}

/** One line a part, with the remedy under what is wrong. */
export function formatFindings(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ part }) => part.length));
  return findings
    .map(({ part, ok, detail, remedy }) => {
      const line = `${ok ? 'ok     ' : 'missing'}  ${part.padEnd(width)}  ${detail}`;
      return ok || remedy === undefined ? line : `${line}\n         ${' '.repeat(width)}  ${remedy}`;
    })
    .join('\n');
}
