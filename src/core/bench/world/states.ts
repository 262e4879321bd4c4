import { type Box, boxUnion } from '../../base/geometry.ts';
import type { View } from './canvas.ts';
import { movingSpeed } from './choose.ts';
import type { Prop, PropState, Stage } from './script.ts';

/** How a prop is drawn at a time: its parts in scene units, the row of its foot, its scale. */
export function pose(stage: Stage, prop: Prop, seconds: number) {
  const place = prop.path(seconds);
  const scale = stage.scale(place.ground);
  return { place, scale, parts: prop.draw(place.x, place.ground - place.lift * scale, scale) };
}

/** The state of every prop in a frame, by id; `before` are those of the frame before. */
export function statesAt(
  stage: Stage,
  view: View,
  index: number,
  fps: number,
  before?: readonly PropState[],
): PropState[] {
  return stage.props.map((prop, i) => {
    const { parts, scale } = pose(stage, prop, index / fps);
    const velocity = velocityAt(stage, prop, view, index, fps);
    const box = toPixels(view, parts.map((part) => part.box).reduce(boxUnion));
    return {
      id: i + 1,
      noun: prop.noun,
      colors: prop.colors,
      box,
      depth: 1 / scale,
      scale,
      velocity,
      hasMoved: before?.[i]?.hasMoved === true || isFast(velocity),
      inView: box[0] < view.width && box[1] < view.height && box[0] + box[2] > 0 && box[1] + box[3] > 0,
    };
  });
}

function toPixels({ unit, left }: View, [x, y, w, h]: Box): Box {
  return [(x - left) * unit, y * unit, w * unit, h * unit];
}

/** Way since the frame before, times frames a second; [0, 0] in the first frame. */
function velocityAt(stage: Stage, prop: Prop, view: View, index: number, fps: number): readonly [number, number] {
  if (index === 0) return [0, 0];
  const [now, before] = [prop.path(index / fps), prop.path((index - 1) / fps)];
  const row = ({ ground, lift }: typeof now) => ground - lift * stage.scale(ground);
  return [(now.x - before.x) * fps * view.unit, (row(now) - row(before)) * fps * view.unit];
}

const isFast = ([vx, vy]: readonly [number, number]) => vx * vx + vy * vy > movingSpeed * movingSpeed;
