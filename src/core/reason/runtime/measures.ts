import type { Engine } from './engine.ts';
import { Measure, type Tolerance } from './measure.ts';
import type { Node } from './node.ts';
import type { Objects } from './objects.ts';
import { centreDistance, gapBetween } from './pair-rules.ts';
import { settings } from './settings.ts';
import type { Thing } from './thing.ts';

/** A rule for a number that one listing gives. */
export interface MeasureRule {
  readonly word: string;
  readonly tolerance: 'place' | number;
  readonly group?: 'sum' | 'number';
  /** Needs the object in the picture. */
  readonly here: boolean;
  read(o: Thing): number | null;
  sure?(o: Thing): number;
}

const length = settings.lengthTolerance;
/** The measures without arguments; positions in px with y down, speed in px/s. */
export const measureRules: readonly MeasureRule[] = [
  { word: 'x', tolerance: 'place', here: true, read: (o) => o.cx },
  { word: 'y', tolerance: 'place', here: true, read: (o) => o.cy },
  { word: 'area', tolerance: settings.areaTolerance, group: 'sum', here: true, read: (o) => o.area },
  { word: 'width', tolerance: length, here: true, read: (o) => o.width },
  { word: 'height', tolerance: length, here: true, read: (o) => o.height },
  { word: 'length', tolerance: length, here: true, read: (o) => (o.long >= 0 ? o.long : Math.max(o.width, o.height)) },
  {
    word: 'depth',
    tolerance: settings.depthStep,
    here: true,
    read: (o) => o.depth,
    sure: (o) => o.depthConfidence,
  },
  { word: 'speed', tolerance: length, here: true, read: (o) => o.speed },
  { word: 'brightness', tolerance: length, here: false, read: (o) => o.words.bright ?? null },
  { word: 'count', tolerance: 0, group: 'number', here: false, read: () => 1 },
];

export class ListedMeasure extends Measure {
  private readonly rule: MeasureRule;

  constructor(engine: Engine, key: string, rule: MeasureRule) {
    super(engine, key);
    this.rule = rule;
  }

  override get settles(): boolean {
    return true;
  }

  describe(): string {
    return this.rule.word;
  }

  inner(): readonly Node[] {
    return [];
  }

  tolerance(): Tolerance {
    const { tolerance } = this.rule;
    return tolerance === 'place' ? placeTolerance(this.engine) : { share: tolerance };
  }

  override confidence(o: Thing): number {
    return this.rule.sure?.(o) ?? 1;
  }

  override groupValue(members: readonly Thing[]): number | null {
    if (this.rule.group === 'number') return members.length;
    return this.rule.group === 'sum' ? this.sum(members) : super.groupValue(members);
  }

  protected compute(o: Thing): number | null {
    return this.rule.here && !o.present ? null : this.rule.read(o);
  }
}

/** 1 % of the diagonal, in px. */
export const placeTolerance = (engine: Engine): Tolerance => ({ units: settings.placeStep * engine.world.diagonal });

/** px between the boxes, to the nearest of them; 0.001 of the centre distance breaks ties. */
export class Distance extends Measure {
  private readonly to: Objects;

  constructor(engine: Engine, key: string, to: Objects) {
    super(engine, key);
    this.to = to;
  }

  describe(): string {
    return `distance(${this.to.show()})`;
  }

  inner(): readonly Node[] {
    return [this.to];
  }

  tolerance(): Tolerance {
    return placeTolerance(this.engine);
  }

  protected compute(o: Thing): number | null {
    let nearest: number | null = null;
    for (const { thing } of this.to.resolve().members) {
      if (thing === o || !thing.present || !o.present) continue;
      const px = gapBetween(o, thing) + settings.distanceTie * centreDistance(o, thing);
      if (nearest === null || px < nearest) nearest = px;
    }
    return nearest;
  }
}
