/** Something new is said at most so often, and the same again only after the longer time: that it still works. */
const leastMs = 2000;
const sameMs = 15_000;

/** How many are done and how long the rest will take, on stderr; the last one always. */
export function itemProgress(what: string, quiet = false): (done: number, total: number, id?: string) => void {
  if (quiet) return () => {};
  const started = performance.now();
  let first: number | undefined;
  let said = -1;
  let last = started;
  return (done, total, id) => {
    const now = performance.now();
    first ??= done;
    if (now - last < (done === said ? sameMs : leastMs) && done < total) return;
    last = now;
    said = done;
    const since = done - first;
    const left =
      since === 0 || done === total ? '' : `, ${Math.ceil(((now - started) / since) * (total - done) * 1e-3)} s left`;
    console.error(`${done}/${total} ${what}${left}${id === undefined ? '' : ` (${id})`}`);
  };
}
