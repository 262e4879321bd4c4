import { InputError } from '../../../core/base/index.ts';

/** What a pickle of plain data can hold. */
export type PickleValue = null | boolean | number | string | PickleValue[] | { [key: string]: PickleValue };

const maxValues = 50_000_000;

/**
 * Reads a Python pickle of plain data: None, booleans, numbers, text, lists, tuples and dicts, protocols 0 to 5. Nothing
 * in it is ever run: an opcode that would look up or call something is an error. Byte strings (Python 2) become text by
 * UTF-8, or Latin-1 where that fails; tuples become lists; dict keys become text.
 * @throws InputError with the offset of what is wrong
 */
export function readPickle(bytes: Uint8Array): PickleValue {
  return new PickleReader(bytes).run();
}

type Slot = PickleValue | typeof mark;
const mark = Symbol('mark');

class PickleReader {
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

  run(): PickleValue {
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
      return String.fromCharCode(...part);
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

const emptyDict = (): { [key: string]: PickleValue } => Object.create(null);

/** Opcodes of plain data (Python's pickletools); the ones that name or call anything are left out on purpose. */
const opcodes: Readonly<Record<string, (reader: PickleReader) => void>> = {
  '\x80': (r) => void r.unsigned(1),
  '\x95': (r) => void r.unsigned(8),
  '(': (r) => r.pushMark(),
  '0': (r) => r.drop(),
  '1': (r) => void r.popToMark(),
  '2': (r) => r.push(r.top()),
  N: (r) => r.push(null),
  '\x88': (r) => r.push(true),
  '\x89': (r) => r.push(false),
  I: (r) => r.push(lineNumber(r)),
  J: (r) => r.push(r.int32()),
  K: (r) => r.push(r.unsigned(1)),
  M: (r) => r.push(r.unsigned(2)),
  L: (r) => r.push(number(r, r.line().replace(/L$/, ''))),
  '\x8a': (r) => r.push(r.long(r.unsigned(1))),
  F: (r) => r.push(number(r, r.line())),
  G: (r) => r.push(r.double()),
  S: (r) => r.push(quoted(r, r.line())),
  T: (r) => r.push(r.text(r.int32())),
  U: (r) => r.push(r.text(r.unsigned(1))),
  B: (r) => r.push(r.text(r.unsigned(4))),
  C: (r) => r.push(r.text(r.unsigned(1))),
  V: (r) => r.push(rawUnicode(r.line())),
  X: (r) => r.push(r.text(r.unsigned(4))),
  '\x8c': (r) => r.push(r.text(r.unsigned(1))),
  '\x8d': (r) => r.push(r.text(r.unsigned(8))),
  ']': (r) => r.push([]),
  l: (r) => r.push(r.popToMark()),
  t: (r) => r.push(r.popToMark()),
  ')': (r) => r.push([]),
  '\x85': (r) => r.push([r.pop()]),
  '\x86': (r) => r.push(lastOf(r, 2)),
  '\x87': (r) => r.push(lastOf(r, 3)),
  a: (r) => {
    const value = r.pop();
    r.append([value]);
  },
  e: (r) => {
    const values = r.popToMark();
    r.append(values);
  },
  '}': (r) => r.push(emptyDict()),
  d: (r) => {
    const pairs = r.popToMark();
    r.push(emptyDict());
    r.setItems(pairs);
  },
  s: (r) => {
    const pair = lastOf(r, 2);
    r.setItems(pair);
  },
  u: (r) => {
    const pairs = r.popToMark();
    r.setItems(pairs);
  },
  p: (r) => r.put(slot(r)),
  q: (r) => r.put(r.unsigned(1)),
  r: (r) => r.put(r.unsigned(4)),
  '\x94': (r) => r.memoize(),
  g: (r) => r.get(slot(r)),
  h: (r) => r.get(r.unsigned(1)),
  j: (r) => r.get(r.unsigned(4)),
};

function lastOf(reader: PickleReader, count: number): PickleValue[] {
  return Array.from({ length: count }, () => reader.pop()).reverse();
}

function lineNumber(reader: PickleReader): number | boolean {
  const line = reader.line();
  if (line === '00') return false;
  return line === '01' ? true : number(reader, line);
}

function number(reader: PickleReader, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || Number.isNaN(value)) throw reader.fault(`"${text.slice(0, 20)}" is no number`);
  return value;
}

function slot(reader: PickleReader): number {
  const value = number(reader, reader.line());
  if (!Number.isInteger(value) || value < 0) throw reader.fault(`${value} is no slot`);
  return value;
}

/** A Python string literal of protocol 0. */
function quoted(reader: PickleReader, line: string): string {
  const quote = line[0];
  if ((quote !== "'" && quote !== '"') || line.length < 2 || !line.endsWith(quote))
    throw reader.fault('a string is not quoted');
  return line.slice(1, -1).replace(/\\(x[0-9a-fA-F]{2}|[0-7]{1,3}|.)/g, (_, code: string) => unescaped(code));
}

function unescaped(code: string): string {
  if (code.startsWith('x') && code.length === 3) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
  if (/^[0-7]+$/.test(code)) return String.fromCharCode(Number.parseInt(code, 8));
  return { n: '\n', r: '\r', t: '\t', a: '\x07', b: '\b', f: '\f', v: '\v' }[code] ?? code;
}

/** Python's raw-unicode-escape. */
const rawUnicode = (line: string): string =>
  line.replace(/\\u([0-9a-fA-F]{4})|\\U([0-9a-fA-F]{8})/g, (whole, short?: string, long?: string) => {
    const code = Number.parseInt(short ?? long ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
