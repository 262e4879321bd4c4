import type { EventName } from '../../../twin/program-frame.ts';

/** Something a thing does by itself, in the forms in which it is said. */
export interface Doing {
  readonly type: EventName;
  /** `stopped` */
  readonly past: string;
  /** `had stopped` */
  readonly perfect: string;
  /** `stop` */
  readonly infinitive: string;
}

const doing = (type: EventName, past: string, infinitive: string, perfect = `had ${past}`): Doing => ({
  type,
  past,
  infinitive,
  perfect,
});

/** Events with nobody else in them. */
export const doings: readonly Doing[] = [
  doing('starts', 'started to move', 'start moving'),
  doing('stops', 'stopped', 'stop'),
  doing('enters', 'came into the picture', 'come into the picture', 'had come into the picture'),
  doing('leaves', 'left the picture', 'leave the picture'),
  doing('changes color', 'changed its colour', 'change its colour'),
  doing('splits', 'split in two', 'split in two'),
  doing('disappears', 'disappeared', 'disappear'),
  doing('is uncovered', 'was uncovered', 'be uncovered', 'had been uncovered'),
];

/** Events with a second role, as said of the first: `was put on` the table. */
export const doneTo: Readonly<Partial<Record<EventName, string>>> = {
  'is put on': 'was put on',
  'is put in': 'was put into',
  'is taken from': 'was taken from',
  'is taken out of': 'was taken out of',
  'is carried by': 'was carried by',
  'passes behind': 'passed behind',
  'passes in front of': 'passed in front of',
  touches: 'touched',
};

/** Before or after a moment; `span` is the program's word. */
export const afterWords = [
  { words: 'after', span: 'after' },
  { words: 'before', span: 'before' },
] as const;
