/** An id that the program says, with its score. */
export interface Said {
  readonly id: number;
  readonly score: number;
}

/** What the picture holds of an id: the thing, seen or hidden; some of its pixels. */
export interface WhereTheyAre {
  isPresent(id: number): boolean;
  isSeen(id: number): boolean;
}

interface Standing {
  /** Whether it is in the answer. */
  shown: boolean;
  /** Since when the program says otherwise, s; null while it agrees. */
  otherwiseSince: number | null;
  score: number;
}

/** A place in the answer whose object has gone out of the picture, or is hidden and no longer meant. */
interface Vacancy {
  readonly id: number;
  readonly since: number;
  /** Who has taken it. */
  by?: number;
}

/** Whose place is not given back: it was dropped by agreement. */
const nobody = -1;

/**
 * Adds an id to the answer, or drops it, after so many seconds of agreement; the first frame counts at once. Who takes
 * the place of one that has gone out of the picture, or is hidden and no longer meant, need not wait: there is nothing
 * left to flicker with. If the one that had gone is back within these seconds, it has its place again.
 */
export class Hysteresis {
  private readonly seconds: number;
  private readonly standings = new Map<number, Standing>();
  private vacancies: Vacancy[] = [];
  private first = true;

  constructor(seconds: number) {
    this.seconds = seconds;
  }

  /** What is shown at time `t`: said ids in their order, then those that are kept for a moment longer. */
  settle(said: readonly Said[], t: number, { isPresent, isSeen }: WhereTheyAre): Said[] {
    if (this.seconds === 0) return [...said];
    const now = new Map(said.map((one) => [one.id, one.score]));
    for (const id of now.keys()) if (!this.standings.has(id)) this.standings.set(id, this.newcomer());
    const before = this.shownIds();
    for (const [id, standing] of this.standings) {
      const score = now.get(id);
      if (score === undefined ? isSeen(id) : isPresent(id)) this.judge(id, standing, score, t);
      else this.vacate(id, standing, t);
    }
    this.noteArrivals(before, t);
    this.refill(said, t);
    this.first = false;
    const shown = said.filter(({ id }) => this.standings.get(id)?.shown === true);
    return [...shown, ...this.lingering(now)];
  }

  private newcomer(): Standing {
    return { shown: this.first, otherwiseSince: null, score: 0 };
  }

  private vacate(id: number, { shown }: Standing, t: number): void {
    if (shown) this.vacancies.push({ id, since: t });
    this.standings.delete(id);
  }

  private judge(id: number, standing: Standing, score: number | undefined, t: number): void {
    if (score !== undefined) standing.score = score;
    if ((score !== undefined) === standing.shown) standing.otherwiseSince = null;
    else standing.otherwiseSince ??= t;
    if (standing.otherwiseSince !== null && t - standing.otherwiseSince >= this.seconds - 1e-6) {
      standing.shown = !standing.shown;
      standing.otherwiseSince = null;
    }
    if (!standing.shown && score === undefined) this.standings.delete(id);
  }

  private shownIds(): number[] {
    return [...this.standings].filter(([, { shown }]) => shown).map(([id]) => id);
  }

  /**
   * Who has come in by agreement takes a place that has become empty. Where all have been dropped and nobody has come in,
   * the place is open to whoever is said now, though they may be said by turns.
   */
  private noteArrivals(before: readonly number[], t: number): void {
    const shown = this.shownIds();
    for (const id of shown) {
      const open = before.includes(id) ? undefined : this.vacancies.find(({ by }) => by === undefined);
      if (open !== undefined) open.by = id;
    }
    const isOpen = this.vacancies.some(({ by }) => by === undefined);
    if (shown.length === 0 && before.length > 0 && !isOpen) this.vacancies.push({ id: nobody, since: t });
  }

  /** Fills the places of those that have gone, first by themselves, then by who is said in their stead. */
  private refill(said: readonly Said[], t: number): void {
    this.vacancies = this.vacancies.filter(({ since }) => t - since < this.seconds - 1e-6);
    if (this.vacancies.length === 0) return;
    const waiting = said.filter(({ id }) => this.standings.get(id)?.shown === false).map(({ id }) => id);
    for (const id of waiting) {
      const own = this.vacancies.findIndex((vacancy) => vacancy.id === id);
      const vacancy = this.vacancies[own] ?? this.vacancies.find(({ by }) => by === undefined);
      if (vacancy === undefined) continue;
      if (own >= 0) this.giveBack(own);
      else vacancy.by = id;
      this.show(id);
    }
  }

  private giveBack(own: number): void {
    const [{ by }] = this.vacancies.splice(own, 1) as [Vacancy];
    if (by !== undefined) this.standings.delete(by);
  }

  private show(id: number): void {
    const standing = this.standings.get(id)!;
    standing.shown = true;
    standing.otherwiseSince = null;
  }

  private lingering(now: ReadonlyMap<number, number>): Said[] {
    const out: Said[] = [];
    for (const [id, { shown, score }] of this.standings) if (shown && !now.has(id)) out.push({ id, score });
    return out;
  }
}
