import type { Cond, EventRole, Happening, Moment, Reference, Span } from './phrase.ts';
import type { Wording } from './wording.ts';

type Of<K extends Cond['is']> = Extract<Cond, { is: K }>;

/** `did("touches", { other: box })`: it happened to the thing. */
export function didText(happening: Happening, wording: Wording): string {
  const filter = filterText({ ...happening, who: undefined }, wording);
  return anyOf(kindsText(happening, wording).map((kind) => `did(${kind}${filter})`));
}

/** `times("touches", { other: box })`; of several events the first is counted. */
export function timesText(happening: Happening, wording: Wording): string {
  return `times(${kindsText(happening, wording)[0] ?? '""'}${filterText({ ...happening, who: undefined }, wording)})`;
}

/** The things that had a role: `twin.events("touches", { who: ball }).other()`. */
export function roleText({ event, role, rank }: Omit<Of<'role'>, 'is'>, wording: Wording): string {
  const filter = filterText(event, wording);
  const one = rank === undefined ? '' : `.${occurrence(rank)}`;
  const [first = '', ...more] = kindsText(event, wording).map(
    (kind) => `twin.events(${kind}${filter})${one}.${role}()`,
  );
  return more.reduce((all, next) => `${all}.${rank === undefined ? 'or' : 'orElse'}(${next})`, first);
}

export function roleCondition(condition: Of<'role'>, wording: Wording): string {
  return `among(${wording.keep(roleText(condition, wording), roleName(condition.role, condition.event))})`;
}

const roleName = (role: EventRole, { word }: Happening) =>
  role === 'who' ? word : `${word}${role === 'by' ? 'By' : ''}`;

/** `{ after: stop, while: moving }`, or '' where nothing is said. */
export function spanText(span: Span | undefined, wording: Wording): string {
  const fields = spanFields(span, wording);
  return fields.length === 0 ? '' : `, { ${fields.join(', ')} }`;
}

function filterText(
  { types, who, other, by, span }: Happening,
  wording: Wording,
  handled = (to: Reference) => wording.things(to),
): string {
  const nameOf = (role: string, to: Reference) => {
    // What is covered cannot be seen, and "the ball" would be one that can.
    if (role === 'who' && types.includes('is covered by')) return wording.handledThings(to);
    return role === 'who' && by !== undefined ? handled(to) : wording.things(to);
  };
  const roles = Object.entries({ who, other, by }).flatMap(([role, to]) => {
    if (to === undefined) return [];
    const name = nameOf(role, to);
    return name === 'twin.objects' ? [] : [`${role}: ${name}`];
  });
  const fields = [...roles, ...spanFields(span, wording)];
  return fields.length === 0 ? '' : `, { ${fields.join(', ')} }`;
}

function spanFields(span: Span | undefined, wording: Wording): string[] {
  if (span === undefined) return [];
  const { after, before, within } = span;
  const condition = span.while === undefined ? null : wording.condition(span.while);
  return [
    ...(after === undefined ? [] : [`after: ${momentText(after, wording)}`]),
    ...(before === undefined ? [] : [`before: ${momentText(before, wording)}`]),
    ...(within === undefined ? [] : [`within: ${within}`]),
    ...(condition === null ? [] : [`while: ${condition}`]),
  ];
}

/** A moment as an argument; a happening gets a name of its own. */
export function momentText(moment: Moment, wording: Wording): string {
  switch (moment.is) {
    case 'start':
      return 'start';
    case 'first-seen':
      return 'firstSeen';
    case 'ago':
      return `ago(${moment.seconds})`;
    case 'second':
      return String(moment.seconds);
    default:
      return happeningMoment(moment.event, moment.rank, wording);
  }
}

function happeningMoment(event: Happening, rank: number, wording: Wording): string {
  const kind = kindsText(event, wording)[0] ?? '""';
  const filter = filterText(event, wording, (to) => wording.handledThings(to));
  const expression = `twin.events(${kind}${filter}).${occurrence(rank)}`;
  return wording.keep(expression, event.word.split(' ')[0] ?? 'moment');
}

function kindsText({ types, edge }: Happening, wording: Wording): string[] {
  if (edge === undefined) return types.map((type) => JSON.stringify(type));
  return [`${edge.way}(${wording.condition(edge.of) ?? 'present'})`];
}

function occurrence(rank: number): string {
  if (rank === -1) return 'last()';
  return rank === 1 ? 'first()' : `nth(${rank})`;
}

const anyOf = (texts: readonly string[]) => (texts.length === 1 ? (texts[0] ?? '') : `any(${texts.join(', ')})`);
