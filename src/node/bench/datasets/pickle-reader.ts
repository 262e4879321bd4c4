import { InputError } from '../../../core/base/index.ts';
import type { PickleValue } from './pickle-value.ts';

/** Most values of a pickle: far above any published one. */
export const maxValues = 50_000_000;

/** What each opcode does. */
export type Opcodes = Readonly<Record<string, (reader: PickleReader) => void>>;

type Slot = PickleValue | typeof mark;
const mark = Symbol('mark');

/** The stack, the memo and the bytes of a pickle that is being read. */
export class PickleReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #stack: Slot[] = [];
  readonly #memo = new Map<number, PickleValue>();
  #at = 0;
  #made = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Takes one opcode after another until the one that ends a pickle. */
  run(opcodes: Opcodes): PickleValue {
    for (;;) {
      const at = this.#at;
      const opcode = String.fromCharCode(this.#byte());
      if (opcode === '.') return this.#pop();
      const step = opcodes[opcode];
      if (step === undefined) throw this.fault(`opcode ${JSON.stringify(opcode)} is not plain data`, at);
      step(this);
    }
  }

  fault(message: string, at = this.#at): InputError {
    return new InputError(`not a pickle of plain data: ${message} at byte ${at}`, {
      remedy: 'Convert the file to JSON with the same structure, or fetch it again.',
    });
  }

  push(value: Slot): void {
    if (++this.#made > maxValues) throw this.fault(`more than ${maxValues} values`);
    this.#stack.push(value);
  }

  pushMark(): void {
    this.push(mark);
  }

  #pop(): PickleValue {
    const value = this.#stack.pop();
    if (value === undefined || value === mark) throw this.fault('nothing is there to take');
    return value;
  }

  pop(): PickleValue {
    return this.#pop();
  }

  drop(): void {
    if (this.#stack.pop() === undefined) throw this.fault('nothing is there to take');
  }

  /** Everything above the last mark; the mark goes too. */
  popToMark(): PickleValue[] {
    const from = this.#stack.lastIndexOf(mark);
    if (from < 0) throw this.fault('no mark is there');
    const values = this.#stack.splice(from);
    return values.slice(1) as PickleValue[];
  }

  top(): PickleValue {
    const value = this.#stack.at(-1);
    if (value === undefined || value === mark) throw this.fault('nothing is there');
    return value;
  }

  append(values: readonly PickleValue[]): void {
    const list = this.top();
    if (!Array.isArray(list)) throw this.fault('values are appended to what is no list');
    for (const value of values) list.push(value);
  }

  setItems(pairs: readonly PickleValue[]): void {
    const dict = this.top();
    if (typeof dict !== 'object' || dict === null || Array.isArray(dict))
      throw this.fault('items are set in what is no dict');
    if (pairs.length % 2 !== 0) throw this.fault('a key has no value');
    for (let i = 0; i < pairs.length; i += 2) dict[this.key(pairs[i]!)] = pairs[i + 1]!;
  }

  key(value: PickleValue): string {
    if (typeof value === 'string' || typeof value === 'number') return String(value);
    throw this.fault('a dict has a key that is neither text nor a number');
  }

  put(slot: number): void {
    this.#memo.set(slot, this.top());
  }

  memoize(): void {
    this.put(this.#memo.size);
  }

  get(slot: number): void {
    const value = this.#memo.get(slot);
    if (value === undefined) throw this.fault(`slot ${slot} is empty`);
    this.push(value);
  }

  #byte(): number {
    const byte = this.#bytes[this.#at++];
    if (byte === undefined) throw this.fault('it ends early');
    return byte;
  }

  unsigned(size: 1 | 2 | 4 | 8): number {
    const at = this.#need(size);
    if (size === 1) return this.#view.getUint8(at);
    if (size === 2) return this.#view.getUint16(at, true);
    if (size === 4) return this.#view.getUint32(at, true);
    return Number(this.#view.getBigUint64(at, true));
  }

  int32(): number {
    return this.#view.getInt32(this.#need(4), true);
  }

  double(): number {
    return this.#view.getFloat64(this.#need(8), false);
  }

  /** A little-endian number of any length, two's complement. */
  long(size: number): number {
    const at = this.#need(size);
    let value = 0n;
    for (let i = size - 1; i >= 0; i--) value = (value << 8n) | BigInt(this.#bytes[at + i]!);
    if (size > 0 && this.#bytes[at + size - 1]! & 128) value -= 1n << BigInt(8 * size);
    return Number(value);
  }

  text(size: number): string {
    const at = this.#need(size);
    const part = this.#bytes.subarray(at, at + size);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(part);
    } catch {
      return Buffer.from(part).toString('latin1');
    }
  }

  /** The rest of the line, without its end. */
  line(): string {
    const end = this.#bytes.indexOf(10, this.#at);
    if (end < 0) throw this.fault('a line has no end');
    const size = end - this.#at;
    if (size > 1_000_000) throw this.fault('a line is too long');
    const line = this.text(size);
    this.#at++;
    return line;
  }

  #need(size: number): number {
    const at = this.#at;
    if (!(size >= 0) || at + size > this.#bytes.length) throw this.fault('it ends early');
    this.#at += size;
    return at;
  }
}
