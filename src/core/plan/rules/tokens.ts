import { findNoun, singularOf } from './lexicon.ts';
import { colorWords, lookUp } from './vocabulary.ts';

/** Longest query that is read, characters. */
export const maxQueryLength = 2000;
const maxTokens = 240;

/** Query to lower-case words; commas stay as tokens, other punctuation goes. */
export function tokenize(query: string): string[] {
  const text = query
    .slice(0, maxQueryLength)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’´`]/g, "'")
    .replace(/\b(left|right|top|bottom|upper|lower|front|rear)[- ]most\b/g, '$1most')
    .replace(/\b(is|are|was|were|do|does|did|has|have|had|ca|wo)n't\b/g, '$1 not')
    .replace(/\b(what|who|which|that|it|there|here)'s\b/g, '$1 is')
    .replace(/\b(you|we|they)'re\b/g, '$1 are')
    .replace(/\bi'm\b/g, 'i am')
    .replace(/\blet's\b/g, 'let us')
    .replace(/\b(i|you|he|she|it|we|they|that|who|what)'d\b/g, '$1 would')
    .replace(
      /\b(i|you|we|they|that|who|which)'(ll|ve)\b/g,
      (_, who, verb) => `${who} ${verb === 'll' ? 'will' : 'have'}`,
    )
    .replace(/\b(he|she|where|how|when|everything|nobody)'s\b/g, '$1 is')
    .replace(/\b(one|thing)'s (\p{L}+)/gu, (said, thing, word) => (mayBeHad(word) ? said : `${thing} is ${word}`))
    .replace(/\bcannot\b/g, 'can not')
    .replace(/\b(colour|color)-?coded\b/g, 'coloured')
    .replace(/\bcolored\b/g, 'coloured')
    .replace(/\bcolor\b/g, 'colour')
    .replace(/\bin-between\b/g, 'between');
  const words = text.match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*|[,;]/gu) ?? [];
  return words
    .slice(0, maxTokens)
    .flatMap(splitHyphens)
    .map((w) => (w === ';' ? ',' : w).slice(0, 40));
}

/** "the red thing's lid", and not "the red thing's moving". */
const mayBeHad = (word: string) =>
  findNoun(singularOf(word)) !== undefined && lookUp(colorWords, word) === undefined && !/ing$/.test(word);

const keptHyphens = /^(t-shirt|see-through|left-hand|right-hand|non-\p{L}+|right-now)$/u;

function splitHyphens(word: string): string[] {
  const bare = word.replace(/'s$/, '');
  const owner = bare !== word && bare.length > 0 ? [`${bare}'s`] : undefined;
  if (owner) return owner;
  return keptHyphens.test(word) ? [word] : word.split('-').filter((w) => w !== '');
}
