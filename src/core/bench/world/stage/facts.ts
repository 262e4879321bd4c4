/** A relation that is a matter of fact on stage: `a` is on, in, or holds `b`. */
export type FactRelation = 'on' | 'in' | 'holds';

/** One relation over one stretch of time. */
export interface Fact {
  readonly relation: FactRelation;
  readonly a: number;
  readonly b: number;
  /** Seconds; -Infinity: from before the first frame. */
  readonly from: number;
  to: number;
}

/** What holds on stage, said by the actions that bring it about. */
export class Facts {
  readonly #facts: Fact[] = [];

  begin(relation: FactRelation, a: number, b: number, from: number): void {
    this.#facts.push({ relation, a, b, from, to: Number.POSITIVE_INFINITY });
  }

  /** Ends what holds then between `a` and `b`, or anyone where `b` is left out. */
  end(relation: FactRelation, a: number, b: number | null, to: number): void {
    for (const fact of this.#facts) {
      const meant = fact.relation === relation && fact.a === a && (b === null || fact.b === b);
      if (meant && fact.to === Number.POSITIVE_INFINITY && fact.from <= to) fact.to = to;
    }
  }

  /** Those that hold at a moment. */
  at(seconds: number): readonly Fact[] {
    return this.#facts.filter(({ from, to }) => from <= seconds + 1e-9 && seconds + 1e-9 < to);
  }

  /** What `a` is on or in at a moment. */
  supportOf(a: number, seconds: number): Fact | undefined {
    return this.at(seconds).find((fact) => fact.relation !== 'holds' && fact.a === a);
  }
}
