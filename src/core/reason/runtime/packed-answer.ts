import type { ExplanationRecord, ProgramAnswer } from '../contract.ts';

/** An answer as it leaves the sandbox: texts that were sent before go as numbers, and numbers in flat lists. */
export interface PackedAnswer {
  readonly ids: readonly number[];
  /** In ten thousandths, as all probabilities here. */
  readonly scores: readonly number[];
  readonly groups?: readonly (readonly number[])[];
  readonly warnings: ProgramAnswer['warnings'];
  /** Texts that are new in this frame, numbered on from those before. */
  readonly texts: readonly string[];
  /** The table of texts starts anew with this frame. */
  readonly fresh: boolean;
  /** op, text, number kept, then id, because, p each; number dropped, then id, because, truth (0, or 2 for unknown), p. Absent: as in the frame before. */
  readonly records?: readonly (readonly number[])[];
}

const parts = 1e4;
/** Texts after which the table starts anew. */
const tableLimit = 4096;

/** Packs the answers of one session. */
export class AnswerPacker {
  private readonly numbers = new Map<string, number>();
  private texts: string[] = [];

  pack({ ids, scores, groups, explanation, warnings }: Omit<ProgramAnswer, 'explanation'> & Explained): PackedAnswer {
    const fresh = this.numbers.size > tableLimit;
    if (fresh) this.numbers.clear();
    this.texts = [];
    const records = explanation?.map((record) => this.packRecord(record));
    const packed = {
      ids,
      scores: scores.map(partsOf),
      warnings,
      texts: this.texts,
      fresh,
      ...(records && { records }),
    };
    return groups === undefined ? packed : { ...packed, groups };
  }

  private packRecord({ op, text, kept, dropped }: ExplanationRecord): number[] {
    const out = [this.number(op), this.number(text), kept.length];
    for (let i = 0; i < kept.length; i++) {
      const { id, because, p } = kept[i]!;
      out.push(id, this.number(because), partsOf(p));
    }
    out.push(dropped.length);
    for (let i = 0; i < dropped.length; i++) {
      const { id, because, truth, p } = dropped[i]!;
      out.push(id, this.number(because), truth === null ? 2 : 0, partsOf(p));
    }
    return out;
  }

  private number(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(text, number);
    this.texts.push(text);
    return number;
  }
}

interface Explained {
  readonly explanation?: ProgramAnswer['explanation'];
}

const partsOf = (p: number): number => Math.round(p * parts);

/** Unpacks the answers of one session, in order. */
export class AnswerReader {
  private texts: string[] = [];
  private explanation: readonly ExplanationRecord[] = [];

  /** @throws TypeError or RangeError for anything that no packer made */
  read({ ids, scores, groups, warnings, texts, fresh, records }: PackedAnswer): ProgramAnswer {
    this.texts = fresh ? [...texts] : [...this.texts, ...texts];
    if (this.texts.length > 4 * tableLimit) throw new RangeError('more texts than a session has');
    if (records !== undefined) this.explanation = records.map((record) => this.readRecord(record));
    const answer = { ids, scores: scores.map((score) => score / parts), explanation: this.explanation, warnings };
    return groups === undefined ? answer : { ...answer, groups };
  }

  private readRecord(list: readonly number[]): ExplanationRecord {
    let at = 0;
    const next = (): number => {
      const value = list[at++];
      if (typeof value !== 'number') throw new RangeError('a record ends too early');
      return value;
    };
    const text = (): string => String(this.texts[next()] ?? '');
    const many = <T>(one: () => T): T[] => Array.from({ length: Math.min(next(), list.length) }, one);
    return {
      op: text(),
      text: text(),
      kept: many(() => ({ id: next(), because: text(), p: next() / parts })),
      dropped: many(() => ({ id: next(), because: text(), truth: next() === 2 ? null : false, p: next() / parts })),
    };
  }
}
