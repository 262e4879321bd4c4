import { maxValues, type Opcodes, PickleReader } from './pickle-reader.ts';
import { countValues, type PickleValue } from './pickle-value.ts';

/**
 * Reads a Python pickle of plain data: None, booleans, numbers, text, lists, tuples and dicts, protocols 0 to 5. Nothing
 * in it is ever run: an opcode that would look up or call something is an error. Byte strings (Python 2) become text by
 * UTF-8, or Latin-1 where that fails; tuples become lists; dict keys become text.
 * @throws InputError with the offset of what is wrong
 */
export function readPickle(bytes: Uint8Array): PickleValue {
  const reader = new PickleReader(bytes);
  const value = reader.run(opcodes);
  // A list may stand in many places, so few bytes can mean very many values: whoever walks through them would never end.
  if (countValues(value) > maxValues)
    throw reader.fault(`it means more than ${maxValues} values, or a list in it holds itself`);
  return value;
}

const emptyDict = (): { [key: string]: PickleValue } => Object.create(null);

/** Opcodes of plain data (Python's pickletools); the ones that name or call anything are left out on purpose. */
const opcodes: Opcodes = {
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
