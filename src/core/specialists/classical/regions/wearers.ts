import type { Concept } from '../../concept.ts';
import type { Color } from '../../contract.ts';
import { colorIndex } from '../color/index.ts';
import type { Candidate } from './concept-candidates.ts';
import { type GarmentSpan, garmentSpan } from './garment.ts';
import { colorShareOf } from './node-features.ts';
import { personAround } from './person-around.ts';
import { commonArea, largestPart, type Region, regionIou } from './region.ts';
import type { RegionForest } from './region-forest.ts';

/** The people around the coloured garments, each once: what lies on a better candidate's wearer is of his clothes. */
export function wearers(
  forest: RegionForest,
  garments: readonly Candidate[],
  concept: Concept,
  earlier: readonly Region[],
): Candidate[] {
  const span = garmentSpan(concept.phrase);
  const found: Candidate[] = [];
  for (const { region, score } of garments) {
    const garment = coloredPart(forest, region, concept.colors);
    if (found.some((wearer) => isWithin(forest, garment, wearer.region))) continue;
    for (const wearer of wearersOf(forest, garment, span, earlier))
      if (!found.some(({ region: other }) => isSame(forest, wearer, other))) found.push({ region: wearer, score });
  }
  return found;
}

/**
 * Who wears a garment. A body's outline is guessed anew in each frame, and one guess that spills over the floor must not
 * replace ten that did not: a region known before that holds the garment is the wearer, and where alike garments of
 * several people have become one region, those whom it was known to belong to are.
 */
function wearersOf(
  forest: RegionForest,
  garment: Region,
  span: GarmentSpan,
  earlier: readonly Region[],
): readonly Region[] {
  const fresh = personAround(forest, garment, span);
  const known = knownWearer(forest, garment, fresh, earlier);
  if (known !== undefined) return [known];
  const several = earlier
    .filter((region) => {
      const common = commonArea(garment.leaves, region.leaves, forest.nodes.area);
      return (
        common > leastOfGarment * garment.area &&
        common > leastOfWearer * region.area &&
        common < mostOfWearer * region.area
      );
    })
    .sort((a, b) => b.area - a.area);
  if (several.length > 0) return several;
  const { width, height } = forest.image;
  const spilled =
    fresh.area > mostOfPicture * width * height && fresh.area * (span.bottom - span.top) > mostSpilled * garment.area;
  return [spilled ? garment : fresh];
}

/** Of the regions known before that hold a garment, the one that agrees best with the wearer seen now. */
function knownWearer(
  forest: RegionForest,
  garment: Region,
  fresh: Region,
  earlier: readonly Region[],
): Region | undefined {
  let best: Region | undefined;
  let most = 0;
  for (const region of earlier) {
    if (region.area > mostGrown * fresh.area || region.area < leastBody * garment.area) continue;
    if (!isWithin(forest, garment, region)) continue;
    const iou = regionIou(forest, region, fresh);
    if (iou <= most) continue;
    most = iou;
    best = region;
  }
  return best;
}

const isWithin = ({ nodes }: RegionForest, inner: Region, outer: Region): boolean =>
  commonArea(inner.leaves, outer.leaves, nodes.area) > 0.8 * inner.area;

/** Two guesses at one person. */
const isSame = (forest: RegionForest, a: Region, b: Region): boolean =>
  isWithin(forest, a, b) || regionIou(forest, a, b) > 0.5;

/** A wearer is not known by what is so much larger: it holds more than one thing. */
const mostGrown = 1.3;
/** What is hardly larger than the garment is the garment. */
const leastBody = 1.25;
/** Someone's share of a region that is several people's garments; and its share of that person, who is more than clothes. */
const leastOfGarment = 0.3;
const leastOfWearer = 0.4;
const mostOfWearer = 0.85;
/** A body that fills so much of the picture, and is so many times larger than its garment says, has spilled over. */
const mostOfPicture = 0.2;
const mostSpilled = 1.5;

/** The largest connected part of a region whose leaves are mostly of the wanted colours. */
function coloredPart(forest: RegionForest, region: Region, colors: readonly Color[]): Region {
  const wanted = colors.map((c) => colorIndex[c]);
  const colored = region.leaves.filter((p) => colorShareOf(forest.nodes, p, wanted) > 0.4);
  return largestPart(forest, colored) ?? region;
}
