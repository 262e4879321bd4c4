/** A fault found in data, as data: formatted later, sent back to whoever wrote it. */
export interface Issue {
  /** Stable kebab-case word, such as `unknown-specialist`. */
  readonly code: string;
  /** Where in the data, outermost first; empty for the whole. */
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** Result of reading data that somebody else wrote: the value, or the reasons why there is none. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Makes an issue; an error unless said otherwise. */
export function issue(
  code: string,
  path: readonly (string | number)[],
  message: string,
  severity: Issue['severity'] = 'error',
): Issue {
  return { code, path, message, severity };
}

/** One line an issue: `graph.nodes[2].needs: no node "track2"`. */
export function formatIssue({ path, message }: Issue): string {
  const where = path.map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`)).join('');
  return where === '' ? message : `${where}: ${message}`;
}
