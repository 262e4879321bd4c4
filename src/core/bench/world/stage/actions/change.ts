import type { Color } from '../../../../specialists/contract.ts';
import type { Material } from '../../models/contract.ts';
import type { Stage } from '../stage.ts';
import type { Thing } from '../thing.ts';
import { beat, during, mix, type Span } from './span.ts';

/** Moves a joint of the model to a value: a lid opens, a drawer comes out. */
export function move(thing: Thing, joint: string, value: number, span: Span): void {
  thing.joint(joint).add(during(span, (u, start) => mix(start, value, u)));
}

/** Tips over sideways (1: towards its right, +x at yaw 0; -1: its left), faster and faster, and lies. */
export function topple(thing: Thing, side: 1 | -1, span: Span): void {
  tip(thing, 'roll', (-side * Math.PI) / 2, span);
}

/** Tips over forwards and lies on its face. */
export function fallForwards(thing: Thing, span: Span): void {
  tip(thing, 'pitch', Math.PI / 2, span);
}

function tip(thing: Thing, angle: 'roll' | 'pitch', to: number, span: Span): void {
  const radius = (angle === 'roll' ? thing.model.size[0] : thing.model.size[2]) / 2;
  thing.way.add(
    during(span, (u, start) => {
      const value = mix(start[angle], to, u * u);
      // It turns about the edge of its foot: its axis is lifted by what is under it.
      const lifted = radius * Math.min(1, Math.abs(value));
      return { ...start, [angle]: value, y: start.y + lifted * start.scale };
    }),
  );
}

/** Drops to the plane y, faster and faster. */
export function drop(stage: Stage, thing: Thing, y: number, span: Span): void {
  stage.facts.end('on', thing.id, null, beat(span.at));
  thing.way.add(during(span, (u, start) => ({ ...start, y: mix(start.y, y, u * u) })));
}

/** Grows or shrinks about its foot to a factor of its model's size. */
export function grow(thing: Thing, scale: number, span: Span): void {
  thing.way.add(during(span, (u, start) => ({ ...start, scale: mix(start.scale, scale, u) })));
}

/** Has other colours from a moment on. `parts` names the parts that change; all of them where left out. */
export function recolor(thing: Thing, material: Material, at: number, parts?: readonly string[]): void {
  const before = thing.paint(beat(at));
  const others = thing.model.colors.slice(1).filter((color) => color !== material.colorName);
  // One object a part: what is drawn tells by it that nothing has changed.
  const painted = thing.model.parts.map((part) => ({ ...part.material, ...material }));
  const colors: readonly Color[] = [material.colorName, ...(parts === undefined ? [] : others)];
  thing.paints.push({
    from: beat(at),
    colors,
    material: (part) => {
      const meant = parts === undefined || parts.includes(thing.model.parts[part]!.name);
      return meant ? painted[part] : before?.material(part);
    },
  });
}

/** Comes into being: what it was made from is another thing. */
export function begin(thing: Thing, at: number): void {
  thing.from = beat(at);
}

/** Is no more: it bursts, is eaten. */
export function vanish(stage: Stage, thing: Thing, at: number): void {
  thing.to = beat(at);
  for (const relation of ['on', 'in'] as const) stage.facts.end(relation, thing.id, null, beat(at));
}

/** `piece` is one with `whole` between these seconds; before and after it is a thing of its own. */
export function join(stage: Stage, whole: Thing, piece: Thing, from: number, to = Number.POSITIVE_INFINITY): void {
  stage.joinings.push({ whole: whole.id, piece: piece.id, from: beat(from), to: beat(to) });
}
