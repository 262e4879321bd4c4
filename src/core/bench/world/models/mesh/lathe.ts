import { cos, sin } from '../../exact-maths.ts';
import type { Mesh } from '../contract.ts';
import { MeshBuilder } from './mesh-builder.ts';

/** Radius and height of a point of a profile. */
export type ProfilePoint = readonly [radius: number, y: number];

export interface LatheOptions {
  /** Sides of the round. @default 28 */
  readonly segments?: number;
  /** Corners sharper than this stay sharp, as the cosine of the turn. @default 0.8 */
  readonly crease?: number;
}

/**
 * Turns a profile about the y axis. Walk the profile from bottom to top to see its outside; start and end on the axis
 * for a closed body, or come back down inside for a vessel. u runs around, v along the profile.
 */
export function lathe(profile: readonly ProfilePoint[], { segments = 28, crease = 0.8 }: LatheOptions = {}): Mesh {
  const builder = new MeshBuilder();
  const ring = circle(segments);
  for (let i = 0; i + 1 < profile.length; i++) {
    const below = cornerNormal(profile, i, i, crease);
    const above = cornerNormal(profile, i + 1, i, crease);
    const from = addRing(builder, profile[i]!, below, ring, i / (profile.length - 1));
    const to = addRing(builder, profile[i + 1]!, above, ring, (i + 1) / (profile.length - 1));
    for (let k = 0; k < segments; k++) builder.quad(from + k, to + k, to + k + 1, from + k + 1);
  }
  return builder.build();
}

/** Points of the unit circle, first and last the same. */
export function circle(segments: number): readonly (readonly [number, number])[] {
  return Array.from({ length: segments + 1 }, (_, k) => {
    const angle = (2 * Math.PI * (k % segments)) / segments;
    return [cos(angle), sin(angle)] as const;
  });
}

function addRing(
  builder: MeshBuilder,
  [radius, y]: ProfilePoint,
  [out, up]: readonly [number, number],
  ring: ReturnType<typeof circle>,
  v: number,
): number {
  const first = ring.map(([c, s], k) =>
    builder.vertex([radius * c, y, radius * s], [out * c, up, out * s], k / (ring.length - 1), v),
  )[0]!;
  return first;
}

/** Normal (outward, up) at a point as seen by the piece that starts at `piece`: shared with the next unless creased. */
function cornerNormal(profile: readonly ProfilePoint[], point: number, piece: number, crease: number) {
  const own = pieceNormal(profile, piece);
  const neighbour = pieceNormal(profile, point === piece ? piece - 1 : piece + 1);
  if (neighbour === undefined || own === undefined) return own ?? ([0, 1] as const);
  if (own[0] * neighbour[0] + own[1] * neighbour[1] < crease) return own;
  return [own[0] + neighbour[0], own[1] + neighbour[1]] as const;
}

function pieceNormal(profile: readonly ProfilePoint[], piece: number): readonly [number, number] | undefined {
  const [a, b] = [profile[piece], profile[piece + 1]];
  if (a === undefined || b === undefined) return undefined;
  const [dr, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = Math.sqrt(dr * dr + dy * dy) || 1;
  return [dy / length, -dr / length];
}
