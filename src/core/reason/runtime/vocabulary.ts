import { basicColors as colors, shapeWords as shapes, textureWords as textures } from '../../specialists/contract.ts';
import { conditionOf, measureOf, numberOf, objectsOf, oneOf, optionsOf, refOf, textOf, wholeOf } from './arguments.ts';
import {
  AttributeCondition,
  type AttributeRule,
  colorRule,
  hiddenRule,
  listedRule,
  movingRule,
  presentRule,
  visibleRule,
} from './attributes.ts';
import { Comparison, type ComparisonOptions, type ComparisonWord, type Than } from './comparison.ts';
import type { Condition } from './condition.ts';
import type { Engine } from './engine.ts';
import { Fault } from './fault.ts';
import { directions, headingRule } from './heading.ts';
import { labelCondition } from './label-condition.ts';
import { Junction, Maybe, Not } from './logic.ts';
import type { Measure } from './measure.ts';
import { Distance, ListedMeasure, measureRules } from './measures.ts';
import { Check, OwnMeasure } from './own-code.ts';
import { type PairRule, pairRules } from './pair-rules.ts';
import { Quantified, type Quantity } from './quantifiers.ts';
import { Among, Between, Exists, RelationCondition } from './relations.ts';
import { type ApiValue, ConditionValue, MeasureValue, nodeOf, QuantifiedValue } from './values.ts';
import { InZone, type Zone, zones } from './zones.ts';

/** The words that a program may use, by name. */
export type Vocabulary = Record<string, unknown>;

/** All words that do not speak of time. */
export function plainVocabulary(engine: Engine): Vocabulary {
  return {
    ...attributeWords(engine),
    ...relationWords(engine),
    ...logicWords(engine),
    ...comparisonWords(engine),
    ...measureWords(engine),
    ...ownWords(engine),
  };
}

function attributeWords(engine: Engine): Vocabulary {
  const attribute = (rule: AttributeRule): ConditionValue => {
    const key = `${rule.word} ${rule.argument ?? ''}`;
    return new ConditionValue(engine.intern(key, () => new AttributeCondition(engine, key, rule)));
  };
  return {
    color: (name: unknown) => attribute(colorRule(oneOf(name, 'color', colors))),
    shape: (name: unknown) => attribute(listedRule('shape', 'shapes', oneOf(name, 'shape', shapes))),
    texture: (name: unknown) => attribute(listedRule('texture', 'textures', oneOf(name, 'texture', textures))),
    inState: (name: unknown) => attribute(listedRule('inState', 'states', textOf(name, 'inState'))),
    label: (name: unknown) => new ConditionValue(labelCondition(engine, textOf(name, 'label'))),
    heading: (name: unknown) => attribute(headingRule(oneOf(name, 'heading', directions))),
    inZone: (zone: unknown) => inZone(engine, zone),
    visible: fixed(attribute(visibleRule)),
    hidden: fixed(attribute(hiddenRule)),
    present: fixed(attribute(presentRule)),
    moving: fixed(attribute(movingRule)),
  };
}

/** Words without arguments are made once and stay. */
function fixed<T extends ApiValue>(value: T): T {
  nodeOf(value).fixed = true;
  return value;
}

function inZone(engine: Engine, value: unknown): ConditionValue {
  const zone = typeof value === 'object' && value !== null ? zoneOf(value) : zones[oneOf(value, 'inZone', zoneNames)]!;
  const words =
    typeof value === 'string' ? JSON.stringify(value) : `{ x: ${zone.x}, y: ${zone.y}, w: ${zone.w}, h: ${zone.h} }`;
  const key = `inZone ${words}`;
  return new ConditionValue(engine.intern(key, () => new InZone(engine, key, zone, words)));
}

const zoneNames = Object.keys(zones);

function zoneOf(value: object): Zone {
  const { x, y, w, h } = optionsOf(value, 'inZone', ['x', 'y', 'w', 'h']);
  return {
    x: numberOf(x, 'inZone x'),
    y: numberOf(y, 'inZone y'),
    w: numberOf(w, 'inZone w'),
    h: numberOf(h, 'inZone h'),
  };
}

/** The rule behind each relation word, for `withOne`. */
const ruleOfWord = new WeakMap<object, PairRule>();

function relationWords(engine: Engine): Vocabulary {
  const words: Vocabulary = {};
  for (const rule of pairRules) {
    const word = (r: unknown): ConditionValue => relation(engine, [rule], refOf(r, rule.word));
    ruleOfWord.set(word, rule);
    words[rule.word] = word;
  }
  return { ...words, ...otherRelationWords(engine), ...quantifierWords(engine) };
}

function relation(engine: Engine, rules: readonly PairRule[], ref: Quantified): ConditionValue {
  const key = `rel ${rules.map((rule) => rule.word).join('+')} ${ref.n}`;
  return new ConditionValue(engine.intern(key, () => new RelationCondition(engine, key, rules, ref)));
}

function ruleOf(word: unknown): PairRule {
  const rule = typeof word === 'function' ? ruleOfWord.get(word) : undefined;
  if (rule !== undefined) return rule;
  throw new Fault('bad-argument', 'withOne wants relations without arguments', 'withOne(boxes, leftOf, sameColor)');
}

function otherRelationWords(engine: Engine): Vocabulary {
  return {
    withOne: (r: unknown, ...words: unknown[]) => {
      if (words.length === 0)
        throw new Fault('bad-argument', 'withOne wants relations', 'withOne(boxes, leftOf, sameColor)');
      return relation(engine, words.map(ruleOf), refOf(r, 'withOne'));
    },
    between: (a: unknown, b: unknown) => {
      const [left, right] = [objectsOf(a, 'between'), objectsOf(b, 'between')];
      const key = `between ${left.n}:${right.n}`;
      return new ConditionValue(engine.intern(key, () => new Between(engine, key, left, right)));
    },
    among: (o: unknown) => {
      const of = objectsOf(o, 'among');
      const key = `among ${of.n}`;
      return new ConditionValue(engine.intern(key, () => new Among(engine, key, of)));
    },
    exists: (r: unknown) => {
      const ref = refOf(r, 'exists');
      const key = `exists ${ref.n}`;
      return new ConditionValue(engine.intern(key, () => new Exists(engine, key, ref)));
    },
  };
}

function quantifierWords(engine: Engine): Vocabulary {
  const quantify = (quantity: Quantity, number: number, o: unknown): QuantifiedValue => {
    const objects = objectsOf(o, quantity);
    const key = `${quantity} ${number} ${objects.n}`;
    return new QuantifiedValue(engine.intern(key, () => new Quantified(engine, key, quantity, number, objects)));
  };
  return {
    every: (o: unknown) => quantify('every', 0, o),
    atLeast: (n: unknown, o: unknown) => quantify('atLeast', wholeOf(n, 'atLeast', 1), o),
    exactly: (n: unknown, o: unknown) => quantify('exactly', wholeOf(n, 'exactly', 0), o),
  };
}

function logicWords(engine: Engine): Vocabulary {
  const one = (word: string, make: (key: string, of: Condition) => Condition) => (c: unknown) => {
    const of = conditionOf(c, word);
    const key = `${word} ${of.n}`;
    return new ConditionValue(engine.intern(key, () => make(key, of)));
  };
  const several =
    (word: 'all' | 'any') =>
    (...list: unknown[]) => {
      const of = list.map((c) => conditionOf(c, word));
      if (of.length === 0) throw new Fault('not-a-condition', `${word} wants conditions, got nothing`);
      const key = `${word} ${of.map(({ n }) => n).join(',')}`;
      return new ConditionValue(engine.intern(key, () => new Junction(engine, key, word, of)));
    };
  return {
    not: one('not', (key, of) => new Not(engine, key, of)),
    maybe: one('maybe', (key, of) => new Maybe(engine, key, of)),
    all: several('all'),
    any: several('any'),
  };
}

function comparisonWords(engine: Engine): Vocabulary {
  const compare = (word: ComparisonWord, option: 'by' | 'within') => (m: unknown, than: unknown, o?: unknown) => {
    const measure = measureOf(m, word);
    const reference = thanOf(than, word);
    const given = optionsOf(o, word, [option])[option];
    const options: ComparisonOptions = given === undefined ? {} : { [option]: factorOf(given, `${word} ${option}`) };
    const key = `${word} ${measure.n}:${typeof reference === 'number' ? `=${reference}` : reference.n}:${given ?? ''}`;
    return new ConditionValue(engine.intern(key, () => new Comparison(engine, key, word, measure, reference, options)));
  };
  return { more: compare('more', 'by'), less: compare('less', 'by'), about: compare('about', 'within') };
}

function factorOf(value: unknown, word: string): number {
  const number = numberOf(value, word);
  if (number < 0) throw new Fault('bad-argument', `${word} must not be negative`);
  return number;
}

function thanOf(value: unknown, word: string): Than {
  if (typeof value === 'number') return numberOf(value, word);
  if (value instanceof MeasureValue) return nodeOf(value) as Measure;
  return refOf(value, word);
}

function measureWords(engine: Engine): Vocabulary {
  const words: Vocabulary = {};
  for (const rule of measureRules) {
    const key = `measure ${rule.word}`;
    words[rule.word] = fixed(new MeasureValue(engine.intern(key, () => new ListedMeasure(engine, key, rule))));
  }
  words.distance = (o: unknown) => {
    const to = objectsOf(o, 'distance');
    const key = `distance ${to.n}`;
    return new MeasureValue(engine.intern(key, () => new Distance(engine, key, to)));
  };
  return words;
}

function ownWords(engine: Engine): Vocabulary {
  return {
    check: (name: unknown, code: unknown) => {
      const key = `check ${textOf(name, 'check')}`;
      const node = engine.intern(key, () => new Check(engine, key, name as string));
      node.code = functionOf(code, 'check') as Check['code'];
      return new ConditionValue(node);
    },
    measure: (name: unknown, code: unknown) => {
      const key = `own ${textOf(name, 'measure')}`;
      const node = engine.intern(key, () => new OwnMeasure(engine, key, name as string));
      node.code = functionOf(code, 'measure') as OwnMeasure['code'];
      return new MeasureValue(node);
    },
  };
}

function functionOf(value: unknown, word: string): unknown {
  if (typeof value === 'function') return value;
  throw new Fault('bad-argument', `${word} wants a function, got something else`, `${word}("name", o => ...)`);
}
