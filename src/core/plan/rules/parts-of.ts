import type { Cond, Happening, Measured, Moment, Phrase, Pick, Reference, Span } from './phrase.ts';

/** What a piece of a query is made of, one level down. */
export interface Parts {
  readonly conditions: readonly Cond[];
  readonly phrases: readonly Phrase[];
  readonly happenings: readonly Happening[];
  readonly measures: readonly Measured[];
}

type Some = { [K in keyof Parts]?: Parts[K] };
const parts = ({ conditions = [], phrases = [], happenings = [], measures = [] }: Some): Parts => ({
  conditions,
  phrases,
  happenings,
  measures,
});
const joined = (...all: readonly Parts[]): Parts => ({
  conditions: all.flatMap((p) => p.conditions),
  phrases: all.flatMap((p) => p.phrases),
  happenings: all.flatMap((p) => p.happenings),
  measures: all.flatMap((p) => p.measures),
});

/** Conditions, things, happenings and measures that a condition speaks of. */
export function partsOfCondition(condition: Cond): Parts {
  switch (condition.is) {
    case 'relation':
    case 'with-one':
      return parts({ phrases: [condition.to.phrase] });
    case 'between':
      return parts({ phrases: [condition.a, condition.b] });
    case 'exists':
    case 'among':
      return parts({ phrases: [condition.phrase] });
    case 'compare':
      return comparedParts(condition);
    case 'event':
      return partsOfHappening(condition);
    case 'role':
      return parts({ happenings: [condition.event] });
    case 'not':
    case 'held':
      return parts({ conditions: [condition.of] });
    case 'ever':
    case 'always':
      return joined(parts({ conditions: [condition.of] }), partsOfSpan(condition.span));
    case 'at':
      return joined(parts({ conditions: [condition.of] }), partsOfMoment(condition.moment));
    case 'all':
    case 'any':
      return parts({ conditions: condition.of });
    default:
      return parts({});
  }
}

function comparedParts({ measure, than }: Extract<Cond, { is: 'compare' }>): Parts {
  return parts({
    measures: than.is === 'measure' ? [measure, than.measure] : [measure],
    phrases: than.is === 'those' ? [than.to.phrase] : [],
  });
}

export function partsOfHappening({ edge, who, other, by, span }: Happening): Parts {
  const roles = [who, other, by].filter((to): to is Reference => to !== undefined);
  return joined(
    parts({ phrases: roles.map((to) => to.phrase), conditions: edge === undefined ? [] : [edge.of] }),
    partsOfSpan(span),
  );
}

export function partsOfMeasure(measure: Measured): Parts {
  switch (measure.is) {
    case 'then':
      return partsOfMoment(measure.moment);
    case 'change':
      return partsOfMoment(measure.since);
    case 'duration':
      return joined(parts({ conditions: [measure.of] }), partsOfSpan(measure.span));
    case 'times':
      return parts({ happenings: [measure.event] });
    case 'travelled':
      return partsOfSpan(measure.span);
    case 'distance':
      return parts({ phrases: [measure.to] });
    default:
      return parts({});
  }
}

export function partsOfPick(pick: Pick): Parts {
  if (pick.is === 'distance') return parts({ phrases: [pick.to] });
  if (pick.is === 'measure') return parts({ measures: [pick.measure] });
  return pick.is === 'event' ? parts({ happenings: [pick.event] }) : parts({});
}

function partsOfMoment(moment: Moment | undefined): Parts {
  return moment?.is === 'happening' ? parts({ happenings: [moment.event] }) : parts({});
}

function partsOfSpan(span: Span | undefined): Parts {
  if (span === undefined) return parts({});
  return joined(
    partsOfMoment(span.after),
    partsOfMoment(span.before),
    parts({ conditions: span.while === undefined ? [] : [span.while] }),
  );
}

/** All phrases that a piece refers to, nested ones of conditions, happenings and measures included, in reading order. */
export function phrasesIn({ conditions, phrases, happenings, measures }: Parts): Phrase[] {
  return [
    ...phrases,
    ...conditions.flatMap((c) => phrasesIn(partsOfCondition(c))),
    ...happenings.flatMap((h) => phrasesIn(partsOfHappening(h))),
    ...measures.flatMap((m) => phrasesIn(partsOfMeasure(m))),
  ];
}

/** All conditions in a piece, nested ones included; those of the phrases that it refers to are not. */
export function conditionsIn({ conditions, happenings, measures }: Parts): Cond[] {
  return [
    ...conditions.flatMap((c) => [c, ...conditionsIn(partsOfCondition(c))]),
    ...happenings.flatMap((h) => conditionsIn(partsOfHappening(h))),
    ...measures.flatMap((m) => conditionsIn(partsOfMeasure(m))),
  ];
}

/** Phrases that belong to a phrase itself: alternatives, exceptions, wholes, all that its conditions and choices name. */
export function phrasesOf(phrase: Phrase): Phrase[] {
  return [
    ...phrase.conditions.flatMap((c) => phrasesIn(partsOfCondition(c))),
    ...phrase.except,
    ...(phrase.partOf ? [phrase.partOf] : []),
    ...phrase.picks.flatMap((p) => phrasesIn(partsOfPick(p))),
  ];
}
