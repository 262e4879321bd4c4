import { throwIfAborted } from '../../../base/index.ts';
import type { Frame } from '../../../media/frame.ts';
import type { Concept, ConceptSort } from '../../concept.ts';
import type { Observation, Specialist, SpecialistRequest, SpecialistSession, StreamInfo } from '../../contract.ts';
import { CommonFates } from './common-fate.ts';
import { type ConceptFits, findConcept } from './concept-candidates.ts';
import { continuedRegions, settleFits, settleThings } from './continuity.ts';
import { toDetections } from './detections.ts';
import { distinctNodes } from './distinct-nodes.ts';
import { fullLabels } from './full-labels.ts';
import { isPair } from './pairs.ts';
import { rankNodes } from './ranker.ts';
import type { RegionForest } from './region-forest.ts';
import { RegionMasks } from './region-mask.ts';
import { Segmenter, type SegmenterOptions, stillOptions, videoOptions } from './segmenter.ts';
import { findWholes, type WholesOptions } from './wholes.ts';

export interface RegionsOptions {
  /** Longer side at which regions are made, px. @default 640 for stills, 480 for video */
  readonly longSide?: number;
  /** Most regions reported besides those asked for. @default 80 for stills, 40 for video */
  readonly mostThings?: number;
}

/** Regions without weights: "everything" in the picture, and the best fits for what a concept says. */
export function regionsSpecialist(options: RegionsOptions = {}): Specialist {
  return {
    id: 'regions',
    summary: 'finds regions by colour, edges and texture, and those that fit colour, shape and position words',
    provides: ['masks', 'boxes'],
    needs: [],
    cost: { msPerFrame: 45, msPerRegion: 0.1 },
    cannot: [
      'name things',
      'see a thing as one when its parts look unlike',
      'find things smaller than 0.02 % of the picture',
    ],
    async load() {},
    open: (stream) => new RegionsSession(stream, options),
    async dispose() {},
  };
}

/** People are of many colours, one above the other. */
const mayBePair = ({ sort, colorOfPart }: Concept): boolean => sort === 'person' || colorOfPart;

class RegionsSession implements SpecialistSession {
  readonly #stream: StreamInfo;
  readonly #mostThings: number;
  readonly #segmenter: Segmenter;
  readonly #labels: Int32Array;
  readonly #commonFates = new CommonFates();
  /** Best fit so far to each concept that is asked for, by its id. */
  #best: ReadonlyMap<string, number> = new Map();

  constructor(stream: StreamInfo, options: RegionsOptions) {
    const defaults: SegmenterOptions = stream.still ? stillOptions : videoOptions;
    this.#stream = stream;
    this.#mostThings = options.mostThings ?? (stream.still ? 80 : 40);
    this.#segmenter = new Segmenter(stream.width, stream.height, {
      ...defaults,
      longSide: options.longSide ?? defaults.longSide,
    });
    this.#labels = new Int32Array(stream.width * stream.height);
  }

  async run(frame: Frame, request: SpecialistRequest, signal?: AbortSignal): Promise<Observation> {
    throwIfAborted(signal);
    const forest = this.#segmenter.segment(frame.data);
    const objectness = rankNodes(forest);
    const rows = distinctNodes(forest, objectness);
    const kept = continuedRegions(forest, request.regions, this.#commonFates);
    const single = rows.filter((row) => !isPair(forest, objectness, row));
    const earlier = kept.map(({ region }) => region);
    const found = request.concepts.map((concept) => {
      const meant = mayBePair(concept) ? rows : single;
      return settleFits(findConcept(forest, objectness, meant, concept, this.#best.get(concept.id), earlier), kept);
    });
    this.#best = bestFits(found, this.#best);
    const things = settleThings(
      forest,
      objectness,
      findWholes(forest, objectness, single, this.#wanted(request)),
      kept,
      found.flatMap(({ concept, candidates }) => (concept.colorOfPart ? candidates.map(({ region }) => region) : [])),
    );
    return { detections: toDetections(forest, this.#masks(frame, forest), found, things) };
  }

  /** Parts and background only where a concept asks for such a thing; a picture may show doubtful things, a stream not. */
  #wanted({ concepts }: SpecialistRequest): WholesOptions {
    const asks = (...sorts: readonly ConceptSort[]) => concepts.some(({ sort }) => sorts.includes(sort));
    return {
      limit: this.#mostThings,
      parts: asks('part'),
      stuff: asks('stuff', 'surface'),
      leastObjectness: this.#stream.still ? 0.2 : 0.3,
    };
  }

  close(): void {}

  #masks(frame: Frame, forest: RegionForest): RegionMasks {
    const { width, height } = this.#stream;
    fullLabels(frame.data, width, height, forest.image, forest.labels, this.#labels);
    return new RegionMasks(this.#labels, { width, height }, forest.image, forest.leaves);
  }
}

/** Of the concepts at hand, with what was best before. */
function bestFits(found: readonly ConceptFits[], before: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (const { concept, best: now } of found) {
    const fit = Math.max(now ?? Number.NEGATIVE_INFINITY, before.get(concept.id) ?? Number.NEGATIVE_INFINITY);
    if (Number.isFinite(fit)) best.set(concept.id, fit);
  }
  return best;
}
