import { type Checked, type Issue, issue } from '../../../core/base/index.ts';
import type { AnnotatedFrame, MediaItem, MediaQuery, MediaSet, MediaTruth } from './contract.ts';

type Path = readonly (string | number)[];
type Fields = Readonly<Record<string, unknown>>;

/** Reads the data of a `media.json`; lists every fault at once. */
export function parseMediaSet(data: unknown): Checked<MediaSet> {
  const reader = new Reader();
  const items = reader.list(reader.fields(data, []).items, ['items'], (item, path) => readItem(reader, item, path));
  reader.noTwins(
    items.map(({ id }) => id),
    ['items'],
  );
  return reader.issues.length === 0 ? { ok: true, value: { items }, issues: [] } : { ok: false, issues: reader.issues };
}

function readItem(reader: Reader, data: unknown, path: Path): MediaItem {
  const fields = reader.fields(data, path);
  const type = fields.type === 'image' || fields.type === 'video' ? fields.type : 'image';
  if (type !== fields.type) reader.fault([...path, 'type'], `expected "image" or "video", got ${show(fields.type)}`);
  const objects = reader.list(fields.objects ?? [], [...path, 'objects'], (object, at) => {
    const { id, name } = reader.fields(object, at);
    return { id: reader.whole(id, [...at, 'id'], 1), name: reader.text(name, [...at, 'name']) };
  });
  const known = new Set(objects.map(({ id }) => id));
  return {
    id: reader.text(fields.id, [...path, 'id']),
    type,
    file: reader.path(fields.file, [...path, 'file']),
    width: reader.whole(fields.width, [...path, 'width'], 1),
    height: reader.whole(fields.height, [...path, 'height'], 1),
    frames: type === 'image' ? 1 : reader.whole(fields.frames, [...path, 'frames'], 1, mostFrames),
    objects,
    ...(fields.gt !== undefined && fields.gt !== null && { gt: readTruth(reader, fields.gt, [...path, 'gt']) }),
    queries: reader.list(fields.queries ?? [], [...path, 'queries'], (q, at) => readQuery(reader, q, at, known)),
  };
}

function readTruth(reader: Reader, data: unknown, path: Path): MediaTruth {
  const { file, dir, frames } = reader.fields(data, path);
  if ((file === undefined) === (dir === undefined)) reader.fault(path, 'expected either a "file" or a "dir"');
  return {
    ...(file !== undefined && { file: reader.path(file, [...path, 'file']) }),
    ...(dir !== undefined && { dir: reader.path(dir, [...path, 'dir']) }),
    frames: Array.isArray(frames)
      ? reader.list(frames, [...path, 'frames'], (frame, at) => readAnnotated(reader, frame, at))
      : reader.oneOf(frames ?? 'all', 'all', [...path, 'frames']),
  };
}

function readAnnotated(reader: Reader, data: unknown, path: Path): AnnotatedFrame {
  const { frame, annotated } = reader.fields(data, path);
  return {
    frame: reader.whole(frame, [...path, 'frame'], 0),
    annotated: reader.list(annotated, [...path, 'annotated'], (id, at) => reader.whole(id, at, 1)),
  };
}

function readQuery(reader: Reader, data: unknown, path: Path, known: ReadonlySet<number>): MediaQuery {
  const { text, kind, level, answer, answer_by_frame: byFrame, eval_frames: evalFrames } = reader.fields(data, path);
  const ids = (value: unknown, at: Path) =>
    reader.list(value, at, (id, where) => reader.known(reader.whole(id, where, 1), known, where));
  return {
    text: reader.text(text, [...path, 'text']),
    kind: reader.list(kind, [...path, 'kind'], (word, at) => reader.text(word, at)),
    ...(level !== undefined && { level: reader.whole(level, [...path, 'level'], 1) }),
    answer: answer === null || answer === undefined ? null : ids(answer, [...path, 'answer']),
    ...(byFrame !== undefined && {
      answerByFrame: new Map(
        Object.entries(reader.fields(byFrame, [...path, 'answer_by_frame'])).map(([frame, value]) => {
          const at = [...path, 'answer_by_frame', frame];
          return [reader.whole(/^\d+$/.test(frame) ? Number(frame) : frame, at, 0), ids(value, at)];
        }),
      ),
    }),
    ...(evalFrames !== undefined && {
      evalFrames: reader.list(evalFrames, [...path, 'eval_frames'], (frame, at) => reader.whole(frame, at, 0)),
    }),
  };
}

/** Frames of a video of 100 hours at 25 frames a second: more are a mistake. */
const mostFrames = 9_000_000;

/** A list or object is not shown whole: it may be nested deeper than can be written. */
const show = (value: unknown): string => {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  return JSON.stringify(value)?.slice(0, 40) ?? 'nothing';
};

/** Reads values of unknown kind; notes a fault and goes on with a harmless stand-in. */
class Reader {
  readonly issues: Issue[] = [];

  fault(path: Path, message: string): void {
    this.issues.push(issue('bad-value', path, message));
  }

  fields(value: unknown, path: Path): Fields {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
    this.fault(path, `expected an object, got ${show(value)}`);
    return {};
  }

  list<T>(value: unknown, path: Path, read: (item: unknown, path: Path) => T): T[] {
    if (Array.isArray(value)) return value.map((item, i) => read(item, [...path, i]));
    this.fault(path, `expected a list, got ${show(value)}`);
    return [];
  }

  text(value: unknown, path: Path): string {
    if (typeof value === 'string' && value.trim() !== '') return value;
    this.fault(path, `expected text, got ${show(value)}`);
    return '';
  }

  /** A path that stays inside the folder. */
  path(value: unknown, at: Path): string {
    const path = this.text(value, at);
    if (/^([/\\]|[A-Za-z]:)/.test(path) || path.split(/[\\/]/).includes('..')) {
      this.fault(at, `"${path}" leads out of the folder`);
    }
    return path;
  }

  whole(value: unknown, path: Path, least: number, most = Number.MAX_SAFE_INTEGER): number {
    if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most) return value as number;
    const upTo = most < Number.MAX_SAFE_INTEGER ? `to ${most}` : 'on';
    this.fault(path, `expected a whole number from ${least} ${upTo}, got ${show(value)}`);
    return least;
  }

  oneOf<T extends string>(value: unknown, word: T, path: Path): T {
    if (value !== word) this.fault(path, `expected a list or "${word}", got ${show(value)}`);
    return word;
  }

  known(id: number, ids: ReadonlySet<number>, path: Path): number {
    if (!ids.has(id)) this.fault(path, `no object has the id ${id}`);
    return id;
  }

  noTwins(names: readonly string[], path: Path): void {
    const [seen, twins] = [new Set<string>(), new Set<string>()];
    for (const name of names) (seen.has(name) ? twins : seen).add(name);
    for (const name of twins) this.fault(path, `the id "${name}" occurs twice`);
  }
}
