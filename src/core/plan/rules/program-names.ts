import { pluralOf } from './lexicon.ts';
import type { Phrase } from './phrase.ts';

/** Words of the program language and of JavaScript, which no constant may be called. */
const reserved =
  'twin state select init color shape texture label inState visible hidden present moving heading inZone leftOf rightOf above below behind inFrontOf nearTo touching on under inside contains holds heldBy hides hiddenBy partOf hasPart approaching recedingFrom sameColor sameShape sameLabel between withOne among exists not all any maybe more less about check measure x y area width height length depth speed brightness count distance travelled duration times change start firstSeen ago at ever always held current begins ends did every atLeast exactly break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield await async undefined eval arguments globalThis object symbol map set proxy'.split(
    ' ',
  );

/** The constants of a program: each expression is written once, under a name that says what it is. */
export class ProgramNames {
  readonly lines: string[] = [];
  private readonly names = new Map<string, string>();
  private readonly taken = new Set(reserved);

  /** Name of the constant that holds the expression. */
  keep(expression: string, hint: string): string {
    const known = this.names.get(expression);
    if (known !== undefined) return known;
    const name = this.fresh(hint);
    this.names.set(expression, name);
    this.lines.push(`const ${name} = ${expression};`);
    return name;
  }

  private fresh(hint: string): string {
    const word = hint.replace(/[^a-z]/g, '').slice(0, 24);
    const base = word === '' ? 'thing' : word;
    let name = base;
    for (let i = 2; this.taken.has(name); i++) name = `${base}${i}`;
    this.taken.add(name);
    return name;
  }
}

/** What the things of a phrase may be called. */
export function nameFor(phrase: Phrase): string {
  const noun = phrase.noun?.split(' ').at(-1);
  if (noun === undefined) return adjectiveOf(phrase) ?? 'thing';
  return phrase.plural ? pluralOf(noun) : noun;
}

function adjectiveOf(phrase: Phrase): string | undefined {
  const first = phrase.conditions[0];
  return first !== undefined && 'word' in first ? first.word.split(' ').at(-1) : undefined;
}
