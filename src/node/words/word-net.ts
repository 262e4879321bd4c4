import { allNouns, coreWords, maxNames, mayBeKind, verbForms, type WordKnowledge } from '../../core/plan/index.ts';
import { type Synset, WordNetFiles } from './word-net-files.ts';

/** Fields of what can be seen: animals, things made, bodies, food, people, plants, natural things. */
const visibleFields = new Set([5, 6, 8, 13, 17, 18, 20]);
/** Meanings of a word that are looked at; rarer ones mislead more than they help. */
const maxMeanings = 3;
const maxSteps = 12;
/** How far above a thing its purpose may be told: "chair" is a "seat", which is "for sitting on". */
const purposeSteps = 2;

/**
 * Word knowledge from WordNet on top of the built-in lexicon: what is a kind of what, and what a thing is for, by the
 * verbs in its explanation and in those of its nearest wider names. Nothing is read before the first question. Without
 * the package the built-in lexicon answers alone.
 */
export function wordNetWords(open: () => WordNetFiles = () => new WordNetFiles()): WordKnowledge {
  let reader: WordNetReader | null | undefined;
  const read = (): WordNetReader | null => {
    if (reader === undefined) reader = openReader(open);
    return reader;
  };
  const both = (known: readonly string[], more: readonly string[] | undefined) =>
    [...new Set([...known, ...(more ?? [])])].slice(0, maxNames);
  return {
    synonyms: (noun) => both(coreWords.synonyms(noun), read()?.synonyms(noun)),
    widerNames: (noun) => both(coreWords.widerNames(noun), read()?.widerNames(noun)),
    narrowerNames: (noun) =>
      both(
        coreWords.narrowerNames(noun),
        read()
          ?.narrowerNames(noun)
          .filter((name) => mayBeKind(name, noun)),
      ),
    isA: (narrow, wide) => coreWords.isA(narrow, wide) || (read()?.isA(narrow, wide) ?? false),
    usedFor: (verb) => both(coreWords.usedFor(verb), read()?.usedFor(verb)),
  };
}

function openReader(open: () => WordNetFiles): WordNetReader | null {
  try {
    return new WordNetReader(open());
  } catch {
    return null;
  }
}

class WordNetReader {
  private readonly files: WordNetFiles;
  /** Names that each noun of the lexicon is a kind of, read once. */
  private readonly wider = new Map<string, ReadonlySet<string>>();

  constructor(files: WordNetFiles) {
    this.files = files;
  }

  synonyms(noun: string): readonly string[] {
    return (this.seen(noun)[0]?.words ?? []).filter((word) => word !== noun);
  }

  widerNames(noun: string): readonly string[] {
    return [...this.widerOf(noun)];
  }

  narrowerNames(noun: string): readonly string[] {
    return allNouns().filter((name) => name !== noun && this.widerOf(name).has(noun));
  }

  isA(narrow: string, wide: string): boolean {
    return this.widerOf(narrow).has(wide);
  }

  usedFor(verb: string): readonly string[] {
    const forms = new Set(verbForms(verb));
    return allNouns().filter((name) => this.made(name).some((meaning) => this.serves(meaning, forms, 0)));
  }

  /** The commonest meanings of a noun that can be seen. */
  private seen(noun: string): Synset[] {
    return this.files
      .meanings(noun)
      .filter(({ field }) => visibleFields.has(field))
      .slice(0, maxMeanings);
  }

  /** The commonest meaning as something made or eaten: only such things are for something. */
  private made(noun: string): Synset[] {
    return this.seen(noun)
      .slice(0, 1)
      .filter(({ field }) => field === 6 || field === 13);
  }

  /** Of its first visible meaning alone: a "mouse" that is a device is no animal. */
  private widerOf(noun: string): ReadonlySet<string> {
    const known = this.wider.get(noun);
    if (known !== undefined) return known;
    const names = new Set<string>();
    let level = this.seen(noun).slice(0, 1);
    for (let step = 0; step < maxSteps && level.length > 0; step++) {
      level = level.flatMap(({ wider }) => wider.map((offset) => this.files.synset(offset)));
      for (const { words } of level) for (const word of words) names.add(word);
    }
    this.wider.set(noun, names);
    return names;
  }

  private serves(meaning: Synset, forms: ReadonlySet<string>, step: number): boolean {
    if (tellsPurpose(meaning.gloss, forms)) return true;
    return (
      step < purposeSteps && meaning.wider.some((offset) => this.serves(this.files.synset(offset), forms, step + 1))
    );
  }
}

const beforeDoing = /^(for|while|in|a|an|any|or|and|when)$/;
const beforeDo = /^(to|or|and)$/;

/** "used for drinking", "to stir", "a writing implement": a purpose, not something that is done to the thing. */
function tellsPurpose(gloss: string, forms: ReadonlySet<string>): boolean {
  const plain = gloss.split(';')[0]?.replace(/"[^"]*"/g, '') ?? '';
  const all = /used (to|for|as|in)/.test(gloss) ? gloss.replace(/"[^"]*"/g, '') : plain;
  const words = all.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.some(
    (word, i) => forms.has(word) && (word.endsWith('ing') ? beforeDoing : beforeDo).test(words[i - 1] ?? ''),
  );
}
