import { throwIfAborted } from '../../../base/abort.ts';
import type { Point } from '../../../base/geometry.ts';
import { maskCentroid } from '../../../masks/centroid.ts';
import type { Frame } from '../../../media/frame.ts';
import type {
  MotionObservation,
  Observation,
  RegionMotion,
  RegionPrompt,
  SpecialistRequest,
  SpecialistSession,
} from '../../contract.ts';
import { type Affine, applyAffine, displacement, growth, identityAffine, scaleAffine } from './affine.ts';
import { type CameraMotion, cameraMotion } from './camera-motion.ts';
import { isCut } from './cut.ts';
import { GrayPyramid } from './gray-pyramid.ts';
import { movingBoxes } from './moving-boxes.ts';
import { maskPoints, PointList } from './points.ts';
import { regionShift } from './region-shift.ts';

/** Points looked at in a region before the strongest are chosen. */
const pointsPerRegion = 1500;
/** Below this the region's own measurement is worse than the assumption that it goes with the background. */
const leastConfidence = 0.08;
/** A camera that is followed better than this has not been cut. */
const mostWhenCut = 0.4;

/** One stream's motion: keeps the last frame in gray and small, the camera's last movement and the tracks' last shifts. */
export class MotionSession implements SpecialistSession {
  #previous: GrayPyramid | null = null;
  #spare: GrayPyramid | null = null;
  #camera: Affine = identityAffine;
  #velocities = new Map<number, Point>();
  readonly #points = new PointList();

  async run(frame: Frame, request: SpecialistRequest, signal?: AbortSignal): Promise<Observation> {
    throwIfAborted(signal);
    const current = this.#take(frame);
    const previous = this.#previous;
    const motion =
      previous === null ? nothingBefore(request.regions) : this.#compare(previous, current, request.regions);
    this.#spare = previous;
    this.#previous = current;
    return { motion };
  }

  close(): void {
    this.#previous = null;
    this.#spare = null;
    this.#velocities.clear();
  }

  /** A change of size starts anew. */
  #take(frame: Frame): GrayPyramid {
    if (!fits(this.#previous, frame)) this.#previous = null;
    const pyramid = this.#spare !== null && fits(this.#spare, frame) ? this.#spare : null;
    return (pyramid ?? new GrayPyramid(frame.width, frame.height)).fill(frame);
  }

  #compare(previous: GrayPyramid, current: GrayPyramid, prompts: readonly RegionPrompt[]): MotionObservation {
    const masks = prompts.map(({ mask }) => mask).filter((mask) => matches(mask.size, previous));
    const camera = cameraMotion(previous, current, masks, this.#camera);
    if (camera.confidence < mostWhenCut && isCut(previous, current, camera.affine)) return this.#startAnew(prompts);
    this.#camera = camera.affine;
    const velocities = new Map<number, Point>();
    const regions = prompts.map((prompt) => this.#region(previous, current, prompt, camera, velocities));
    this.#velocities = velocities;
    return {
      camera: scaleAffine(camera.affine, current.factor),
      regions,
      cut: false,
      moving: camera.confidence < 0.2 ? [] : movingBoxes(previous, current, camera.affine, camera.gain),
    };
  }

  #startAnew(prompts: readonly RegionPrompt[]): MotionObservation {
    this.#camera = identityAffine;
    this.#velocities.clear();
    return { ...nothingBefore(prompts), cut: true };
  }

  #region(
    previous: GrayPyramid,
    current: GrayPyramid,
    { mask, track }: RegionPrompt,
    camera: CameraMotion,
    velocities: Map<number, Point>,
  ): RegionMotion | null {
    const centroid = matches(mask.size, previous) ? maskCentroid(mask) : null;
    if (centroid === null) return null;
    const { factor } = previous;
    const center: Point = [centroid[0] / factor, centroid[1] / factor];
    maskPoints(mask, factor, pointsPerRegion, this.#points);
    const found = regionShift({
      ...{ previous, current, center },
      points: this.#points,
      extent: Math.sqrt(mask.area) / factor,
      camera: camera.affine,
      gain: camera.gain,
      velocity: track === undefined ? undefined : this.#velocities.get(track),
    });
    const trusted = found.confidence >= leastConfidence;
    const affine = trusted ? found.affine : camera.affine;
    if (trusted && track !== undefined) velocities.set(track, displacement(affine, ...center));
    return regionMotion(affine, camera.affine, center, factor, found.confidence);
  }
}

function regionMotion(affine: Affine, camera: Affine, center: Point, factor: number, confidence: number): RegionMotion {
  const [x, y] = applyAffine(affine, ...center);
  const [cx, cy] = applyAffine(camera, ...center);
  return {
    shift: [(x - center[0]) * factor, (y - center[1]) * factor],
    ownShift: [(x - cx) * factor, (y - cy) * factor],
    scale: growth(affine),
    confidence,
  };
}

function nothingBefore(regions: readonly RegionPrompt[]): MotionObservation {
  return { camera: identityAffine, regions: regions.map(() => null), moving: [] };
}

const fits = (pyramid: GrayPyramid | null, { width, height }: Frame): boolean =>
  pyramid !== null && pyramid.width === width && pyramid.height === height;

const matches = ([h, w]: readonly [number, number], { width, height }: GrayPyramid): boolean =>
  h === height && w === width;
