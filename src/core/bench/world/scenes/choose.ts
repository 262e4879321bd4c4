import type { Color } from '../../../specialists/contract.ts';
import type { EventName } from '../../../twin/program-frame.ts';
import type { QueryMoment } from '../script.ts';
import type { Thing } from '../stage/thing.ts';
import { speedOf, type ThingState } from '../truth/records.ts';

type Test = (thing: ThingState) => boolean;
type Choice = (moment: QueryMoment) => readonly ThingState[];

/** It is called that, by a wider name too. */
export const isA =
  (noun: string): Test =>
  ({ labels }) =>
    labels.includes(noun);

/** Its main colour. */
export const colored =
  (color: Color): Test =>
  ({ colors }) =>
    colors[0] === color;

export const textured =
  (texture: ThingState['textures'][number]): Test =>
  ({ textures }) =>
    textures.includes(texture);

export const isMoving: Test = ({ moving }) => moving;
export const isStill: Test = ({ moving }) => !moving;
export const neverMoved: Test = ({ hasMoved }) => !hasMoved;
export const heading =
  (side: 'left' | 'right'): Test =>
  ({ moving, velocity: [x, y] }) =>
    moving && (side === 'left' ? -x : x) >= Math.SQRT1_2 * Math.sqrt(x * x + y * y);

/** All tests hold. */
export const where =
  (...tests: readonly Test[]): Choice =>
  ({ things }) =>
    things.filter((thing) => tests.every((test) => test(thing)));

export const nobody: Choice = () => [];

export const centerX = ({ centroid }: ThingState): number => centroid[0];
export const centerY = ({ centroid }: ThingState): number => centroid[1];
export const boxHeight = ({ box }: ThingState): number => box[3];
export const speed = speedOf;

/** The one with the largest value among those chosen. */
export const most =
  (choice: Choice, value: (thing: ThingState) => number): Choice =>
  (moment) => {
    const all = [...choice(moment)].sort((a, b) => value(b) - value(a) || a.id - b.id);
    return all.slice(0, 1);
  };

export const least = (choice: Choice, value: (thing: ThingState) => number): Choice =>
  most(choice, (thing) => -value(thing));

/** The nth (from 1) by rising value. */
export const nth =
  (choice: Choice, value: (thing: ThingState) => number, n: number): Choice =>
  (moment) =>
    [...choice(moment)].sort((a, b) => value(a) - value(b) || a.id - b.id).slice(n - 1, n);

/** That thing, while it is in the picture. */
export const only =
  (...meant: readonly Thing[]): Choice =>
  ({ things }) =>
    things.filter(({ id }) => meant.some((thing) => thing.id === id));

/** Those `a` for which the relation to the thing holds now. */
export const related =
  (relation: 'on' | 'in' | 'holds' | 'touches' | 'hides', to: Thing): Choice =>
  ({ things, record }) =>
    things.filter(({ id }) =>
      record.relations.some((one) => one.relation === relation && one.a === id && one.b === to.id),
    );

/** Those `b` that the thing has the relation to now. */
export const relatedBy =
  (by: Thing, relation: 'on' | 'in' | 'holds' | 'touches' | 'hides'): Choice =>
  ({ things, record }) =>
    things.filter(({ id }) =>
      record.relations.some((one) => one.relation === relation && one.b === id && one.a === by.id),
    );

/** Those to which such an event has happened; `other` and `by` limit it. */
export const did =
  (type: EventName, roles: { readonly other?: Thing; readonly by?: Thing } = {}): Choice =>
  ({ things, events }) =>
    things.filter(({ id }) =>
      events.some(
        (event) =>
          event.type === type &&
          event.who === id &&
          (roles.other === undefined || event.other === roles.other.id) &&
          (roles.by === undefined || event.by === roles.by.id),
      ),
    );

/** Who such an event happened to first or last. */
export const whoOf =
  (type: EventName, which: 'first' | 'last', test: Test = () => true): Choice =>
  ({ things, events, past }) => {
    const fits = (id: number) => past.some((record) => record.things.some((thing) => thing.id === id && test(thing)));
    const meant = events.filter((event) => event.type === type && fits(event.who)).sort((a, b) => a.time - b.time);
    const event = which === 'first' ? meant[0] : meant.at(-1);
    return things.filter(({ id }) => id === event?.who);
  };

/** Farther from the camera, and partly covered by it. */
export const behind =
  (near: Thing): Choice =>
  ({ things, record }) =>
    things.filter(({ id }) =>
      record.relations.some(({ relation, a, b }) => relation === 'hides' && a === near.id && b === id),
    );

/** In this choice and not in that one. */
export const except =
  (choice: Choice, other: Choice): Choice =>
  (moment) => {
    const left = new Set(other(moment).map(({ id }) => id));
    return choice(moment).filter(({ id }) => !left.has(id));
  };

/** In both. */
export const both =
  (choice: Choice, ...tests: readonly Test[]): Choice =>
  (moment) =>
    choice(moment).filter((thing) => tests.every((test) => test(thing)));
