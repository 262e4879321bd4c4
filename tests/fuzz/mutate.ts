import type { Random } from '../../src/core/base/random.ts';
import { damageBytes } from './damage-bytes.ts';
import { claimHugeJpeg, damagePng } from './damage-pictures.ts';

/** Damages the bytes of a file, by what its name says it is. */
export function mutate(path: string, bytes: Uint8Array, random: Random): Uint8Array {
  const ways = [damageBytes];
  if (path.endsWith('.json')) ways.push(damageJson, damageJson, damageJson);
  if (path.endsWith('.png')) ways.push(damagePng);
  if (path.endsWith('.jpg')) ways.push(claimHugeJpeg);
  if (path.endsWith('.p')) ways.push(damagePickle, damagePickle);
  if (path.endsWith('.txt')) ways.push(damageList);
  return random.pick(ways)(bytes, random);
}

const encode = (text: string) => new TextEncoder().encode(text);

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const huge = 46340;
/** JSON texts to put in place of a value. */
const hostileValues: readonly (() => string)[] = [
  ...['null', 'true', '-1', '0', '1.5', '1e308', '-1e308', '2147483648', '9007199254740993', 'NaN', 'Infinity'],
  ...[
    '""',
    '"../../../../etc/passwd"',
    '"/etc/passwd"',
    '"..\\\\..\\\\x"',
    '"a\\u0000b"',
    '"\\ud800"',
    '"NaN"',
    '".."',
  ],
  ...[
    '"__proto__"',
    '"constructor"',
    '[]',
    '{}',
    '[[]]',
    '[null]',
    '{"__proto__": {"polluted": 1}}',
    '1000000000',
    '65535',
  ],
  ...[`{"size": [${huge}, ${huge}], "counts": [${huge * huge}]}`, '{"size": [4, 6], "counts": "zzzz"}'],
  ...[
    '{"size": [2, 1073741824], "counts": [2147483648]}',
    '{"size": [NaN, 6], "counts": []}',
    '{"size": [-4, 6], "counts": [0]}',
  ],
  ...['[[1e9, 1e9, -1e9, 1e9, 0, -1e9]]', '[[0, 0, 5]]', '[[]]', '[[1e300, 1, 2, 3, 4, 5]]'],
].map((text) => () => text);
const largeValues: readonly (() => string)[] = [
  () => deep(20_000),
  () => `"${'x'.repeat(100_000)}"`,
  () => `[${'0,'.repeat(20_000)}0]`,
  () => `{${Array.from({ length: 2000 }, (_, i) => `"${i}": {"exp": "${i}"}`).join()}}`,
];
const hostileKeys = [
  '../../../x',
  '/etc/passwd',
  '__proto__',
  'constructor',
  'a\0b',
  'C:\\x',
  '',
  '..',
  '.',
  'é\ud800',
  'x'.repeat(300),
];

/** Replaces, drops, doubles or renames something at a random place of the tree. */
function damageJson(bytes: Uint8Array, random: Random): Uint8Array {
  let tree: unknown;
  try {
    tree = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return damageBytes(bytes, random);
  }
  const places: { holder: Record<string, unknown> | unknown[]; key: string | number }[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || places.length > 5000) return;
    for (const key of Object.keys(value)) {
      places.push({ holder: value as Record<string, unknown>, key });
      visit((value as Record<string, unknown>)[key]);
    }
  };
  visit(tree);
  if (places.length === 0) return encode(random.pick(hostileValues)());
  const { holder, key } = random.pick(places);
  const slots = holder as Record<string, unknown>;
  const marker = '@@here@@';
  const way = random.int(0, 7);
  if (way === 0) delete slots[key];
  else if (way === 1 && Array.isArray(holder)) holder.push(holder[Number(key)], holder[Number(key)]);
  else if (way <= 3 && !Array.isArray(holder)) {
    const value = slots[key];
    if (way === 2) delete slots[key];
    Object.defineProperty(slots, random.pick(hostileKeys), {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  } else slots[key] = marker;
  const value = (random.int(0, 19) === 0 ? random.pick(largeValues) : random.pick(hostileValues))();
  return encode(JSON.stringify(tree).replaceAll(`"${marker}"`, () => value));
}

/** Snippets of Python's pickle language: calls, names, endless lengths, lists in themselves and many times over. */
const pickles: readonly (() => string)[] = [
  () => "cos\nsystem\n(S'touch x'\ntR",
  () => '(i__main__\nA\n',
  () => '\x80\x04\x8c\x02os\x8c\x06system\x93',
  () => '}b',
  () => 'Pid\n',
  () => '\x82\x01',
  () => 'X\xff\xff\xff\x7f',
  () => '\x8a\xff',
  () => `I${'9'.repeat(400)}\n`,
  () => 'Fnan\n',
  () => '(lp9\ng9\na',
  () => `${']'.repeat(20_000)}${'a'.repeat(20_000)}`,
  () => `(l${Array.from({ length: 30 }, (_, i) => `p${100 + i}\n(lg${100 + i}\nag${100 + i}\na`).join('')}`,
  () => `S'${'\xff'.repeat(200_000)}'\n`,
  () => 'p99999999999999999999\n',
];

function damagePickle(bytes: Uint8Array, random: Random): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const at = random.int(0, text.length);
  return Buffer.from(text.slice(0, at) + random.pick(pickles)() + text.slice(at), 'latin1');
}

function damageList(bytes: Uint8Array, random: Random): Uint8Array {
  const lines = ['../../etc', '/etc', 'v v v', 'a\0b', '/JPEGImages/480p/../../x/0.jpg 1', 'é'.repeat(300), '%2e%2e'];
  const many = Array.from({ length: 3000 }, (_, i) => `name-${i}`).join('\n');
  return Buffer.concat([bytes, encode(random.int(0, 9) === 0 ? many : random.pick(lines))]);
}
