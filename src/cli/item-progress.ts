const leastMs = 2000;

/** How many are done and how long the rest will take, on stderr, at most every two seconds; the last one always. */
export function itemProgress(what: string, quiet = false): (done: number, total: number, id?: string) => void {
  if (quiet) return () => {};
  const started = performance.now();
  let first: number | undefined;
  let last = 0;
  return (done, total, id) => {
    const now = performance.now();
    first ??= done;
    if (now - last < leastMs && done < total) return;
    last = now;
    const since = done - first;
    const left = since === 0 ? '' : `, ${Math.ceil(((now - started) / since) * (total - done) * 1e-3)} s left`;
    console.error(`${done}/${total} ${what}${left}${id === undefined ? '' : ` (${id})`}`);
  };
}
