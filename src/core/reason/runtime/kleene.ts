/** true, false, or null for unknown (Kleene's strong three-valued logic). */
export type Truth = boolean | null;

/** A truth value and how sure it is, 0..1. */
export interface Verdict {
  readonly v: Truth;
  readonly p: number;
}

export const yes: Verdict = { v: true, p: 1 };
export const no: Verdict = { v: false, p: 1 };
export const unknown: Verdict = { v: null, p: 0 };

/** A verdict that rests on geometry alone. */
export const certain = (v: Truth): Verdict => (v === null ? unknown : v ? yes : no);

/** unknown stays unknown. */
export const notTruth = (a: Truth): Truth => (a === null ? null : !a);

/** False wins, then unknown; nothing at all is true. */
export function allTruth(values: readonly Truth[]): Truth {
  let out: Truth = true;
  for (const v of values) {
    if (v === false) return false;
    if (v === null) out = null;
  }
  return out;
}

/** True wins, then unknown; nothing at all is false. */
export function anyTruth(values: readonly Truth[]): Truth {
  let out: Truth = false;
  for (const v of values) {
    if (v === true) return true;
    if (v === null) out = null;
  }
  return out;
}

export const notVerdict = (a: Verdict): Verdict => (a.v === null ? a : { v: !a.v, p: a.p });

/** As `allTruth`; true with the least confidence, false with that of the surest false one. */
export function allVerdicts(verdicts: readonly Verdict[]): Verdict {
  const v = allTruth(verdicts.map((one) => one.v));
  return { v, p: v === false ? surest(verdicts, false) : v === null ? 0 : least(verdicts) };
}

/** As `anyTruth`; true with the greatest confidence. */
export function anyVerdicts(verdicts: readonly Verdict[]): Verdict {
  const v = anyTruth(verdicts.map((one) => one.v));
  return { v, p: v === true ? surest(verdicts, true) : v === null ? 0 : least(verdicts) };
}

function least(verdicts: readonly Verdict[]): number {
  let p = 1;
  for (const one of verdicts) p = Math.min(p, one.p);
  return p;
}

function surest(verdicts: readonly Verdict[], v: boolean): number {
  let p = 0;
  for (const one of verdicts) if (one.v === v) p = Math.max(p, one.p);
  return p;
}
