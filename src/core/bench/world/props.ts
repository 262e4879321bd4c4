import type { Color } from '../../specialists/contract.ts';
import type { Path } from './motion.ts';
import { paints } from './palette.ts';
import type { Prop } from './script.ts';
import { ball } from './shapes/ball.ts';
import { bottle } from './shapes/bottle.ts';
import { box } from './shapes/box.ts';
import { mug } from './shapes/mug.ts';
import { screen } from './shapes/screen.ts';
import { type VehicleLook, vehicle } from './shapes/vehicle.ts';

/** A ball; one with a band shows how it rolls. */
export function ballProp(color: Color, radius: number, path: Path, band?: Color): Prop {
  const start = path(0).x;
  return {
    noun: 'ball',
    colors: band === undefined ? [color] : [color, band],
    path,
    shadow: radius * 1.15,
    draw: (x, ground, scale) =>
      ball({ radius: radius * scale, paint: paints[color], ...(band && { band: paints[band] }) }, x, ground, x - start),
  };
}

/** A box; `print` adds stripes or a band in a second colour. */
export function boxProp(
  color: Color,
  [width, height]: readonly [number, number],
  path: Path,
  print: { stripes?: Color; band?: Color } = {},
): Prop {
  const { stripes, band } = print;
  return {
    noun: 'box',
    colors: stripes === undefined ? [color] : [color, stripes],
    path,
    shadow: width * 0.66,
    draw: (x, ground, scale) =>
      box(
        {
          width: width * scale,
          height: height * scale,
          back: width * 0.3 * scale,
          paint: paints[color],
          ...(stripes && { stripes: paints[stripes] }),
          ...(band && { band: paints[band] }),
        },
        x,
        ground,
      ),
  };
}

export function mugProp(color: Color, size: number, handle: -1 | 1, path: Path): Prop {
  return {
    noun: 'mug',
    colors: [color],
    path,
    shadow: size * 0.72,
    draw: (x, ground, scale) =>
      mug({ width: size * scale, height: size * 1.15 * scale, paint: paints[color], handle }, x, ground),
  };
}

export function bottleProp(
  color: Color,
  [width, height]: readonly [number, number],
  cap: Color,
  path: Path,
  label?: Color,
): Prop {
  return {
    noun: 'bottle',
    colors: [color],
    path,
    shadow: width * 0.72,
    draw: (x, ground, scale) =>
      bottle(
        {
          width: width * scale,
          height: height * scale,
          paint: paints[color],
          cap: paints[cap],
          ...(label && { label: paints[label] }),
        },
        x,
        ground,
      ),
  };
}

export function screenProp(color: Color, [width, height]: readonly [number, number], path: Path): Prop {
  return {
    noun: 'screen',
    colors: [color],
    path,
    shadow: width * 0.54,
    draw: (x, ground, scale) =>
      screen({ width: width * scale, height: height * scale, paint: paints[color] }, x, ground),
  };
}

/** A toy vehicle; its noun is its body (`car`, `van`, `bus`). */
export function vehicleProp(color: Color, look: Omit<VehicleLook, 'paint'>, path: Path): Prop {
  return {
    noun: look.body,
    colors: [color],
    path,
    shadow: look.length * 0.54,
    draw: (x, ground, scale) => vehicle({ ...look, length: look.length * scale, paint: paints[color] }, x, ground, x),
  };
}
