// A benchmark file default-exports { name, title, run(report) }. Every figure stands beside a named reference of the same run.

/** Alternates the candidates, takes the minimum of each: { name: ms }. */
export async function race(candidates, { rounds = 7, warmup = 2 } = {}) {
  const best = Object.fromEntries(Object.keys(candidates).map((name) => [name, Infinity]));
  for (let round = -warmup; round < rounds; round++) {
    for (const [name, work] of Object.entries(candidates)) {
      const from = process.hrtime.bigint();
      await work();
      const ms = Number(process.hrtime.bigint() - from) / 1e6;
      if (round >= 0) best[name] = Math.min(best[name], ms);
    }
  }
  return best;
}

export class Report {
  constructor(write = (line) => console.log(line)) {
    this.write = write;
  }

  title(text) {
    this.write(`\n${text}\n${'-'.repeat(text.length)}`);
  }

  /** One line: what, value with unit, and the ratio to the named reference. */
  row(what, value, unit, reference) {
    const figure = `${format(value)} ${unit}`;
    const ratio =
      reference === undefined
        ? ''
        : `   ${format(value / reference.value)}x ${reference.name} (${format(reference.value)} ${unit})`;
    this.write(`  ${what.padEnd(52)} ${figure.padStart(16)}${ratio}`);
  }

  note(text) {
    this.write(`  ${text}`);
  }
}

const format = (x) => (Math.abs(x) >= 100 ? x.toFixed(0) : Math.abs(x) >= 1 ? x.toFixed(2) : x.toPrecision(3));
