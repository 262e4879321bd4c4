import type { Color } from '../../specialists/contract.ts';
import { Condition } from './condition.ts';
import type { Engine } from './engine.ts';
import { certain, no, type Truth, unknown, type Verdict, yes } from './kleene.ts';
import type { Node } from './node.ts';
import { settings } from './settings.ts';
import type { KnownWords, Thing } from './thing.ts';

/** A rule about one object and an optional word: how it is tested and how the facts read. */
export interface AttributeRule {
  readonly word: string;
  readonly argument?: string;
  /** Defined also while the object is away. */
  readonly defined?: boolean;
  /** Needs the object in the picture; unknown while it is away. */
  readonly here?: boolean;
  /** The kind of words that a specialist must give. */
  readonly needs?: keyof KnownWords;
  /** The figure that the reason gives of an object in the picture; the reason changes with it. */
  figure?(o: Thing): number;
  test(o: Thing, engine: Engine): Verdict;
  tell(o: Thing, v: Truth, engine: Engine): string;
}

/** A condition about the object alone. */
export class AttributeCondition extends Condition {
  private readonly rule: AttributeRule;
  /** Verdicts on words stay until a specialist says other words. */
  private readonly wordsOf: KnownWords[] = [];
  private readonly verdictOf: Verdict[] = [];

  constructor(engine: Engine, key: string, rule: AttributeRule) {
    super(engine, key);
    this.rule = rule;
  }

  override get defined(): boolean {
    return this.rule.defined === true;
  }

  override get settles(): boolean {
    return true;
  }

  describe(): string {
    const { word, argument } = this.rule;
    return argument === undefined ? word : `${word}(${argument})`;
  }

  inner(): readonly Node[] {
    return [];
  }

  because(o: Thing, v: Truth): string {
    if (this.rule.here === true && !o.present) return 'away';
    return this.rule.tell(o, v, this.engine);
  }

  protected override basis(o: Thing): unknown {
    const { needs, figure } = this.rule;
    if (needs !== undefined) return o.words;
    return figure === undefined || !o.present ? undefined : figure(o);
  }

  protected test(o: Thing): Verdict {
    const { rule } = this;
    if (rule.needs !== undefined) return this.testWords(o, rule.needs);
    return rule.here === true && !o.present ? unknown : rule.test(o, this.engine);
  }

  private testWords(o: Thing, needs: keyof KnownWords): Verdict {
    const { words, slot } = o;
    if (words[needs] === undefined && o.present) this.engine.missing(needs, this);
    if (slot < 0) return this.rule.test(o, this.engine);
    while (this.wordsOf.length <= slot) {
      this.wordsOf.push({});
      this.verdictOf.push(unknown);
    }
    if (this.wordsOf[slot] !== words) {
      this.wordsOf[slot] = words;
      this.verdictOf[slot] = this.rule.test(o, this.engine);
    }
    return this.verdictOf[slot]!;
  }
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Share of the object's pixels: true from 0.4 on or as the largest above 0.15, false below 0.15. */
export function colorRule(color: Color): AttributeRule {
  return {
    word: 'color',
    argument: JSON.stringify(color),
    needs: 'colors',
    test: ({ words }) => colorVerdict(color, words.colors),
    tell: ({ words }) => tellColor(color, words.colors),
  };
}

function colorVerdict(color: Color, colors: KnownWords['colors']): Verdict {
  if (colors === undefined || colors.length === 0) return unknown;
  const share = shareOf(color, colors);
  if (share >= settings.colorShare) return yes;
  if (colors[0]![0] === color && share > settings.colorTrace) return { v: true, p: share / settings.colorShare };
  return share < settings.colorTrace ? { v: false, p: 1 - share } : unknown;
}

const shareOf = (color: Color, colors: NonNullable<KnownWords['colors']>): number =>
  colors.find(([name]) => name === color)?.[1] ?? 0;

function tellColor(color: Color, colors: KnownWords['colors']): string {
  const largest = colors?.[0];
  if (colors === undefined || largest === undefined) return 'colour unknown';
  const own = `${color} ${percent(shareOf(color, colors))}`;
  return largest[0] === color ? own : `${own}, ${largest[0]} ${percent(largest[1])}`;
}

/** true from 0.5 on, false below 0.3, unknown between. */
function wordVerdict(p: number): Verdict {
  if (p >= settings.wordTrue) return { v: true, p };
  return p < settings.wordFalse ? { v: false, p: 1 - p } : unknown;
}

/** `shape`, `texture`: what is not listed is false; `inState`: what is not listed is unknown. */
export function listedRule(
  word: 'shape' | 'texture' | 'inState',
  list: 'shapes' | 'textures' | 'states',
  name: string,
): AttributeRule {
  return {
    word,
    argument: JSON.stringify(name),
    needs: list,
    test: ({ words }) => listedVerdict(words[list]?.[name], words[list] !== undefined && list !== 'states'),
    tell: ({ words }) =>
      `${name} ${words[list]?.[name]?.toFixed(2) ?? (words[list] === undefined ? 'unknown' : 'not said')}`,
  };
}

const listedVerdict = (p: number | undefined, deniedByAbsence: boolean): Verdict =>
  p === undefined ? (deniedByAbsence ? no : unknown) : wordVerdict(p);

/**
 * true from 0.5 on; false below 0.3, or when not listed while another name is claimed (>= 0.5);
 * unknown between (a guess), and when nothing is claimed.
 */
export function labelRule(name: string): AttributeRule {
  const wanted = name.toLowerCase();
  return {
    word: 'label',
    argument: JSON.stringify(name),
    needs: 'labels',
    test: ({ words }) => labelVerdict(wanted, words.labels ?? []),
    tell: ({ words }) => tellLabel(wanted, words.labels ?? []),
  };
}

function labelVerdict(wanted: string, labels: NonNullable<KnownWords['labels']>): Verdict {
  const p = labels.find(([name]) => name === wanted)?.[1];
  if (p !== undefined) return wordVerdict(p);
  const claimed = labels.find((one) => one[1] >= settings.wordTrue);
  return claimed === undefined ? unknown : { v: false, p: claimed[1] };
}

function tellLabel(wanted: string, labels: NonNullable<KnownWords['labels']>): string {
  const own = labels.find(([name]) => name === wanted);
  if (own !== undefined) return own[1] >= settings.wordTrue ? wanted : `${wanted} ${own[1].toFixed(2)}`;
  const claimed = labels.find((one) => one[1] >= settings.wordTrue);
  return claimed === undefined ? `nothing says whether ${wanted}` : claimed[0];
}

const isVisible = (o: Thing): boolean => o.present && o.vis > settings.hiddenVis;
const visiblePercent = (o: Thing): number => Math.round(o.vis * 100);
const tellVisibility = (o: Thing): string => (o.present ? `${percent(o.vis)} visible` : 'not in the picture');

export const visibleRule: AttributeRule = {
  word: 'visible',
  defined: true,
  figure: visiblePercent,
  test: (o) => certain(isVisible(o)),
  tell: tellVisibility,
};

export const hiddenRule: AttributeRule = {
  word: 'hidden',
  defined: true,
  figure: visiblePercent,
  test: (o) => certain(o.present && !isVisible(o)),
  tell: tellVisibility,
};

export const presentRule: AttributeRule = {
  word: 'present',
  defined: true,
  test: (o) => certain(o.present),
  tell: (o) => (o.present ? 'in the picture' : 'not in the picture'),
};

export const movingRule: AttributeRule = {
  word: 'moving',
  here: true,
  figure: (o) => Math.round(o.speed ?? -1),
  test: (o) => certain(o.moving),
  tell: (o) => (o.speed === null ? 'speed not known yet' : `speed ${Math.round(o.speed)} px/s`),
};
