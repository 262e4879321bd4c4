/** A place on the ground of a scene: x, the row of contact (depth follows from it), and the height above the ground. */
export interface Place {
  readonly x: number;
  readonly ground: number;
  readonly lift: number;
}

export type Path = (seconds: number) => Place;

/** A stop of a path: at this second, at this place. */
export type Stop = readonly [seconds: number, x: number, ground: number, lift?: number];

/** Straight lines at constant speed from stop to stop; still before the first and after the last. */
export function path(...stops: readonly Stop[]): Path {
  return (seconds) => {
    const after = stops.findIndex(([t]) => t > seconds);
    if (after === 0) return placeOf(stops[0]!);
    if (after < 0) return placeOf(stops[stops.length - 1]!);
    const [from, to] = [stops[after - 1]!, stops[after]!];
    const share = (seconds - from[0]) / (to[0] - from[0]);
    const between = (a: number, b: number) => a + (b - a) * share;
    return {
      x: between(from[1], to[1]),
      ground: between(from[2], to[2]),
      lift: between(from[3] ?? 0, to[3] ?? 0),
    };
  };
}

const placeOf = ([, x, ground, lift = 0]: Stop): Place => ({ x, ground, lift });
