import { cos, sin } from '../exact-maths.ts';
import { body, named, scaled } from './assemble.ts';
import type { Model, ModelOptions } from './contract.ts';
import { lathe, type ProfilePoint } from './mesh/lathe.ts';
import type { Point } from './mesh/mesh-builder.ts';
import { tube } from './mesh/tube.ts';
import { paint, paints } from './paints.ts';

/** Mug with a handle on its +x side. */
export function mug({ color = 'blue', accent, scale = 1, random }: ModelOptions = {}): Model {
  const pattern = accent && ({ kind: 'stripes', color: paints[accent], scale: 0.05, upright: true } as const);
  const china = paint(color, 0.25, { pattern }, random);
  const wall = lathe([
    [0, 0.002],
    [0.028, 0.002],
    [0.03, 0],
    [0.036, 0],
    [0.039, 0.004],
    [0.041, 0.02],
    [0.041, 0.09],
    [0.0405, 0.0935],
    [0.039, 0.095],
    [0.0375, 0.0935],
    [0.037, 0.09],
    [0.037, 0.01],
    [0.033, 0.006],
    [0, 0.006],
  ]);
  const arc = Array.from({ length: 13 }, (_, i): Point => {
    const angle = (-0.62 + (1.24 * i) / 12) * Math.PI;
    return [0.039 + 0.026 * (cos(angle) - cos(0.62 * Math.PI)) * 0.8, 0.049 + 0.029 * sin(angle), 0];
  });
  return scaled(
    {
      noun: 'mug',
      wider: ['cup', 'container', 'thing to drink from', 'thing'],
      shapes: [],
      colors: accent ? [color, accent] : [color],
      size: [0.115, 0.095, 0.082],
      parts: [body('body', wall, china), named('handle', tube(arc, 0.0062, 10), paint(color, 0.25, {}, random))],
    },
    scale,
  );
}

/** Opaque tumbler; turned upside down it hides a ball of up to 3 cm radius. Open at the top. */
export function cup({ color = 'red', accent, scale = 1, random }: ModelOptions = {}): Model {
  const pattern = accent && ({ kind: 'stripes', color: paints[accent], scale: 0.07, upright: true } as const);
  const wall = lathe([
    [0, 0.004],
    [0.03, 0.004],
    [0.032, 0],
    [0.036, 0],
    [0.0375, 0.003],
    [0.046, 0.108],
    [0.0485, 0.109],
    [0.0492, 0.112],
    [0.0485, 0.115],
    [0.046, 0.1155],
    [0.0442, 0.113],
    [0.0355, 0.008],
    [0, 0.007],
  ]);
  return scaled(
    {
      noun: 'cup',
      wider: ['tumbler', 'container', 'thing to drink from', 'thing'],
      shapes: ['tall'],
      colors: accent ? [color, accent] : [color],
      size: [0.098, 0.1155, 0.098],
      parts: [body('body', wall, paint(color, 0.4, { pattern }, random))],
    },
    scale,
  );
}

/** Bottle with a cap and a label of paper. */
export function bottle({ color = 'green', accent = 'white', scale = 1, random }: ModelOptions = {}): Model {
  const glass = paint(color, 0.15, {}, random);
  const wall = lathe([
    [0, 0.004],
    [0.026, 0.002],
    [0.032, 0],
    [0.0365, 0.004],
    [0.038, 0.012],
    [0.038, 0.14],
    [0.0365, 0.158],
    [0.031, 0.174],
    [0.023, 0.188],
    [0.0165, 0.202],
    [0.0145, 0.216],
    [0.014, 0.25],
    [0, 0.25],
  ]);
  const paper = lathe(ring(0.0384, 0.038, 0.045, 0.115), { segments: 28 });
  const cap = lathe([
    [0, 0.24],
    [0.0165, 0.24],
    [0.0168, 0.243],
    [0.0168, 0.262],
    [0.0155, 0.265],
    [0, 0.265],
  ]);
  return scaled(
    {
      noun: 'bottle',
      wider: ['container', 'thing to drink from', 'thing'],
      shapes: ['elongated', 'tall'],
      colors: [color],
      size: [0.076, 0.265, 0.076],
      parts: [
        body('body', wall, glass),
        named('label', paper, paint('white', 0.8, { pattern: { kind: 'stripes', color: paints[color], scale: 0.05 } })),
        named('cap', cap, paint(accent, 0.4)),
      ],
    },
    scale,
  );
}

/** Deep dish, open at the top. */
export function bowl({ color = 'yellow', accent, scale = 1, random }: ModelOptions = {}): Model {
  const pattern = accent && ({ kind: 'stripes', color: paints[accent], scale: 0.04, upright: true } as const);
  const wall = lathe([
    [0, 0.006],
    [0.035, 0.005],
    [0.037, 0],
    [0.043, 0],
    [0.045, 0.006],
    [0.062, 0.016],
    [0.078, 0.033],
    [0.087, 0.054],
    [0.091, 0.074],
    [0.0895, 0.0765],
    [0.0875, 0.075],
    [0.083, 0.055],
    [0.074, 0.036],
    [0.058, 0.02],
    [0.035, 0.011],
    [0, 0.0095],
  ]);
  return scaled(
    {
      noun: 'bowl',
      wider: ['dish', 'container', 'thing'],
      shapes: ['round', 'wide'],
      colors: accent ? [color, accent] : [color],
      size: [0.182, 0.0765, 0.182],
      parts: [body('body', wall, paint(color, 0.25, { pattern }, random))],
    },
    scale,
  );
}

/** Flat plate with a coloured rim. */
export function plate({ color = 'white', accent, scale = 1, random }: ModelOptions = {}): Model {
  const dish = lathe(
    [
      [0, 0.004],
      [0.06, 0.003],
      [0.064, 0],
      [0.072, 0],
      [0.076, 0.004],
      [0.115, 0.017],
      [0.117, 0.0195],
      [0.114, 0.0205],
      [0.078, 0.0105],
      [0.068, 0.0075],
      [0, 0.007],
    ],
    { segments: 40 },
  );
  const rim = lathe(
    [
      [0.102, 0.0178],
      [0.1135, 0.0212],
      [0.1118, 0.0216],
      [0.102, 0.0188],
      [0.102, 0.0178],
    ],
    { segments: 40 },
  );
  const china = paint(color, 0.2, {}, random);
  return scaled(
    {
      noun: 'plate',
      wider: ['dish', 'thing'],
      shapes: ['round', 'wide'],
      colors: [color],
      size: [0.234, 0.0216, 0.234],
      parts: [body('body', dish, china), ...(accent ? [named('rim', rim, paint(accent, 0.25))] : [])],
    },
    scale,
  );
}

/** Cooking pot with two handles and a lid (pose: how far the lid is lifted is the scene's business). */
export function pot({ color = 'gray', accent = 'black', scale = 1, random }: ModelOptions = {}): Model {
  const steel = paint(color, 0.2, {}, random);
  const wall = lathe([
    [0, 0.002],
    [0.09, 0],
    [0.1, 0.004],
    [0.103, 0.012],
    [0.103, 0.12],
    [0.107, 0.122],
    [0.107, 0.125],
    [0.1, 0.125],
    [0.1, 0.012],
    [0.09, 0.006],
    [0, 0.006],
  ]);
  const lid = lathe([
    [0, 0.125],
    [0.106, 0.125],
    [0.107, 0.129],
    [0.085, 0.138],
    [0.04, 0.146],
    [0.008, 0.148],
    [0.008, 0.156],
    [0.019, 0.162],
    [0.019, 0.17],
    [0.013, 0.175],
    [0, 0.175],
  ]);
  const handle = (side: 1 | -1) => {
    const points: Point[] = [
      [side * 0.1, 0.095, -0.035],
      [side * 0.128, 0.098, -0.032],
      [side * 0.135, 0.099, -0.02],
      [side * 0.135, 0.099, 0.02],
      [side * 0.128, 0.098, 0.032],
      [side * 0.1, 0.095, 0.035],
    ];
    return named('handle', tube(points, 0.006, 8), paint(accent, 0.5));
  };
  return scaled(
    {
      noun: 'pot',
      wider: ['container', 'thing'],
      shapes: ['wide'],
      colors: [color],
      size: [0.282, 0.175, 0.214],
      parts: [body('body', wall, steel), named('lid', lid, steel), handle(1), handle(-1)],
    },
    scale,
  );
}

/** Closed band of paper around a body. */
function ring(outer: number, inner: number, low: number, high: number): ProfilePoint[] {
  return [
    [inner, low],
    [outer, low],
    [outer, high],
    [inner, high],
    [inner, low],
  ];
}
