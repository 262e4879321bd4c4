type Sharp = typeof import('sharp').default;

let loading: Promise<Sharp> | undefined;

/** Loads sharp on first use (its import costs about 80 ms). */
export function loadSharp(): Promise<Sharp> {
  loading ??= import('sharp').then((module) => module.default);
  return loading;
}
