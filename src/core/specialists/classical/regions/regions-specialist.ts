import { throwIfAborted } from '../../../base/index.ts';
import type { Frame } from '../../../media/frame.ts';
import type { Concept } from '../../concept.ts';
import type {
  Detection,
  Observation,
  Specialist,
  SpecialistRequest,
  SpecialistSession,
  StreamInfo,
} from '../../contract.ts';
import { type Candidate, conceptCandidates } from './concept-candidates.ts';
import { distinctNodes } from './distinct-nodes.ts';
import { fullLabels } from './full-labels.ts';
import { rankNodes } from './ranker.ts';
import type { Region } from './region.ts';
import type { RegionForest } from './region-forest.ts';
import { RegionMasks } from './region-mask.ts';
import { Segmenter, type SegmenterOptions, stillOptions, videoOptions } from './segmenter.ts';
import { findWholes } from './wholes.ts';

export interface RegionsOptions {
  /** Longer side at which regions are made, px. @default 640 for stills, 480 for video */
  readonly longSide?: number;
  /** Most regions reported besides those asked for. @default 80 for stills, 40 for video */
  readonly mostThings?: number;
}

/** Regions without weights: "everything" in the picture, and the best fits for what a concept says. */
export function createRegionsSpecialist(options: RegionsOptions = {}): Specialist {
  return {
    id: 'regions',
    summary: 'finds regions by colour, edges and texture, and those that fit colour, shape and position words',
    provides: ['masks', 'boxes'],
    needs: [],
    cost: { msPerFrame: 35, msPerRegion: 0.1 },
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

class RegionsSession implements SpecialistSession {
  readonly #stream: StreamInfo;
  readonly #mostThings: number;
  readonly #segmenter: Segmenter;
  readonly #labels: Int32Array;

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
    const chosen = request.concepts.map((concept) => ({
      concept,
      candidates: conceptCandidates(forest, objectness, rows, concept),
    }));
    const things = findWholes(forest, objectness, rows, this.#mostThings);
    return { detections: this.#detections(frame, forest, chosen, things) };
  }

  close(): void {}

  #detections(
    frame: Frame,
    forest: RegionForest,
    chosen: readonly { concept: Concept; candidates: readonly Candidate[] }[],
    things: ReturnType<typeof findWholes>,
  ): Detection[] {
    const { width, height } = this.#stream;
    fullLabels(frame.data, width, height, forest.image, forest.labels, this.#labels);
    const masks = new RegionMasks(this.#labels, { width, height }, forest.image, forest.leaves);
    const drafts = new Map<
      number,
      { region: Region; score: number; concepts: Record<string, number>; partOf?: number }
    >();
    for (const { concept, candidates } of chosen) {
      for (const { region, score } of candidates) {
        const draft = drafts.get(region.row) ?? { region, score: 0, concepts: {} };
        draft.concepts[concept.id] = score;
        draft.score = Math.max(draft.score, 0.5 + score);
        drafts.set(region.row, draft);
      }
    }
    const wholeRows: number[] = [];
    for (const { region, objectness, partOf } of things) {
      wholeRows.push(region.row);
      const draft = drafts.get(region.row) ?? { region, score: objectness * 0.5, concepts: {} };
      draft.partOf = partOf === undefined ? undefined : wholeRows[partOf];
      drafts.set(region.row, draft);
    }
    const list = [...drafts.values()];
    const places = new Map(list.map((draft, i) => [draft.region.row, i]));
    return list.map((draft) => ({
      mask: masks.cut(draft.region.leaves, draft.region.box),
      score: draft.score,
      concepts: draft.concepts,
      labels: labelsOf(
        draft.concepts,
        chosen.map((c) => c.concept),
      ),
      ...(draft.partOf === undefined ? {} : { partOf: places.get(draft.partOf)! }),
    }));
  }
}

/** Guesses for the nouns of concepts that the region may be, denials for the others. */
function labelsOf(scores: Readonly<Record<string, number>>, concepts: readonly Concept[]): [string, number][] {
  const labels = new Map<string, number>();
  for (const { id, noun } of concepts) {
    if (noun === undefined) continue;
    const p = scores[id] === undefined ? 0.1 : 0.3 + 0.19 * Math.min(1, scores[id] / 0.49);
    labels.set(noun, Math.max(labels.get(noun) ?? 0, p));
  }
  return [...labels];
}
