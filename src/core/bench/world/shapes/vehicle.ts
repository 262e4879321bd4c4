import type { Box, Point } from '../../../base/geometry.ts';
import type { Part } from '../canvas.ts';
import { mix, over, type Rgb } from '../palette.ts';
import { turn } from './ball.ts';
import { boundsOf, polygonDistance, roundRectDistance } from './outline.ts';

export interface VehicleLook {
  readonly body: 'car' | 'van' | 'bus';
  /** Length, units. */
  readonly length: number;
  readonly paint: Rgb;
  /** -1 looks to the left, 1 to the right. */
  readonly facing: -1 | 1;
}

interface Plan {
  /** Height over length. */
  readonly height: number;
  /** Roof line as shares of length (from the tail) and of height. */
  readonly roof: readonly Point[];
  readonly windows: readonly (readonly Point[])[];
  readonly wheels: readonly number[];
  readonly wheelRadius: number;
}

const plans: Readonly<Record<VehicleLook['body'], Plan>> = {
  car: {
    height: 0.36,
    roof: [
      [0.14, 0.46],
      [0.26, 0.03],
      [0.58, 0.03],
      [0.76, 0.46],
    ],
    windows: [
      [
        [0.22, 0.44],
        [0.3, 0.12],
        [0.42, 0.12],
        [0.42, 0.44],
      ],
      [
        [0.45, 0.44],
        [0.45, 0.12],
        [0.565, 0.12],
        [0.69, 0.44],
      ],
    ],
    wheels: [0.22, 0.78],
    wheelRadius: 0.095,
  },
  van: {
    height: 0.5,
    roof: [
      [0.02, 0.56],
      [0.03, 0.03],
      [0.72, 0.03],
      [0.88, 0.52],
    ],
    windows: [
      [
        [0.58, 0.44],
        [0.58, 0.12],
        [0.705, 0.12],
        [0.81, 0.44],
      ],
    ],
    wheels: [0.2, 0.78],
    wheelRadius: 0.09,
  },
  bus: {
    height: 0.36,
    roof: [
      [0.0, 0.6],
      [0.005, 0.02],
      [0.985, 0.02],
      [1.0, 0.6],
    ],
    windows: Array.from({ length: 6 }, (_, i): Point[] => {
      const [a, b] = [0.04 + i * 0.158, 0.17 + i * 0.158];
      return [
        [a, 0.48],
        [a, 0.14],
        [b, 0.14],
        [b, 0.48],
      ];
    }),
    wheels: [0.2, 0.78],
    wheelRadius: 0.066,
  },
};

/** A toy vehicle from the side; `way` is how far it has driven, for the turning of its wheels. */
export function vehicle(look: VehicleLook, x: number, ground: number, way = 0): Part[] {
  const plan = plans[look.body];
  const [length, height] = [look.length, look.length * plan.height];
  const radius = plan.wheelRadius * length;
  const place = ([along, down]: Point): Point => [
    x + look.facing * (along - 0.5) * length,
    ground - height + down * (height - radius * 0.6),
  ];
  const lower: Box = [x - length / 2, ground - height + height * 0.4, length, height * 0.6 - radius * 0.55];
  return [
    panel(plan.roof.map(place), look.paint, ground - height, height),
    chassis(lower, look, ground - height, height),
    ...plan.windows.map((corners) => glass(corners.map(place))),
    ...plan.wheels.map((along) => wheel(x + look.facing * (along - 0.5) * length, ground, radius, way)),
  ];
}

function panel(corners: Point[], paint: Rgb, top: number, height: number): Part {
  const round = height * 0.05;
  const edge = polygonDistance(corners);
  return {
    box: boundsOf(corners, round),
    distance: (x, y) => edge(x, y) - round,
    paint: (_x, y, out) => mix(out, paint, 1.12 - 0.5 * ((y - top) / height), 10),
  };
}

function chassis(area: Box, { paint, facing, length }: VehicleLook, top: number, height: number): Part {
  const round = Math.min(area[3] * 0.42, length * 0.06);
  const front = area[0] + (facing > 0 ? length : 0);
  const middle = area[1] + area[3] * 0.34;
  return {
    box: area,
    distance: roundRectDistance(area, round),
    paint: (x, y, out) => {
      mix(out, paint, 1.14 - 0.62 * ((y - top) / height), 6);
      over(out, [255, 255, 255], 0.3 - Math.abs(y - area[1] - 3) * 0.2);
      over(out, [20, 20, 24], (y - area[1] - area[3] + 3) * 0.5);
      const ahead = (front - x) * facing;
      const lamp = Math.min(area[3] * 0.16 - Math.abs(y - middle), length * 0.045 - ahead);
      over(out, [255, 246, 205], 0.5 + lamp);
      const tail = Math.min(area[3] * 0.16 - Math.abs(y - middle), length * 0.035 - (length - ahead));
      over(out, [150, 20, 24], 0.5 + tail);
    },
  };
}

function glass(corners: Point[]): Part {
  const area = boundsOf(corners);
  return {
    box: area,
    distance: polygonDistance(corners),
    paint: (x, y, out) => {
      const down = (y - area[1]) / area[3];
      mix(out, [112, 138, 158], 1.05 - 0.45 * down);
      const glint = (x - area[0]) / area[2] + down * 0.5;
      over(out, [225, 236, 244], glint > 0.45 && glint < 0.7 ? 0.35 : 0);
    },
  };
}

function wheel(x: number, ground: number, radius: number, way: number): Part {
  const cy = ground - radius;
  const [cos, sin] = turn(way / radius);
  return {
    box: [x - radius, cy - radius, 2 * radius, 2 * radius],
    distance: (px, py) => Math.sqrt((px - x) * (px - x) + (py - cy) * (py - cy)) - radius,
    paint: (px, py, out) => {
      const dx = px - x;
      const dy = py - cy;
      const far = Math.sqrt(dx * dx + dy * dy) / radius;
      mix(out, [42, 42, 46], 1.15 - 0.35 * far);
      over(out, [196, 200, 206], 0.5 + (0.56 - far) * radius);
      const spoke = Math.min(Math.abs(dx * cos + dy * sin), Math.abs(dy * cos - dx * sin));
      over(out, [92, 96, 104], far < 0.5 && far > 0.16 ? 1.2 - spoke * (5 / radius) : 0);
    },
  };
}
