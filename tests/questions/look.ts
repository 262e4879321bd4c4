import type { Color } from '../../src/core/specialists/contract.ts';
import type { Words } from '../../src/core/twin/program-frame.ts';

const colors = new Set('red orange yellow green blue purple pink brown black gray white'.split(' '));
const shapes = new Set('round elongated rectangular triangular tall wide'.split(' '));
const textures = new Set('striped spotted plain shiny matte transparent'.split(' '));

/** Looks from plain words, such as `look('red shiny round', 'mug', 'cup')`: colours, shapes, textures; then names. */
export function look(adjectives: string, ...names: string[]): Words {
  const words = adjectives.split(' ');
  const share = 0.9 / Math.max(1, words.filter((word) => colors.has(word)).length);
  const sure = (set: Set<string>) =>
    Object.fromEntries(words.filter((word) => set.has(word)).map((word) => [word, 0.9]));
  const surface = sure(textures);
  return {
    colors: words.filter((word) => colors.has(word)).map((word) => [word as Color, share]),
    shapes: sure(shapes),
    textures: Object.keys(surface).length > 0 ? surface : { plain: 0.9 },
    ...(names.length > 0 && { labels: names.map((name): [string, number] => [name, 0.9]) }),
  };
}
