import type { Concept } from '../specialists/concept.ts';
import { type RelationName, relationsOf } from './relations/relations-of.ts';
import type { Node, SceneGraph } from './scene-graph.ts';

/** What the text form of a scene graph says. */
export interface GraphTextOptions {
  /** Says for each object how well it fits these. */
  readonly concepts?: readonly Concept[];
  /** Relations to write out. @default those that come with every frame: touches, on, in, holds, hides */
  readonly relations?: readonly RelationName[];
}

/** A scene graph in words, a line an object, for language models and people. Rounded to whole px. */
export function graphToText(graph: SceneGraph, { concepts = [], relations }: GraphTextOptions = {}): string {
  const head = `frame ${graph.index}, ${graph.time.toFixed(2)} s, ${graph.width}x${graph.height} px`;
  const lines = graph.nodes.map((node) => nodeLine(node, concepts));
  const related = relations === undefined ? contactLines(graph) : relationLines(graph, relations);
  const events = graph.events.map(
    ({ t, type, who, other, by }) =>
      `event ${t.toFixed(2)} s: #${who} ${type}${other === undefined ? '' : ` #${other}`}${by === undefined ? '' : ` by #${by}`}`,
  );
  return [head, ...lines, ...related, ...events].join('\n');
}

function nodeLine(node: Node, concepts: readonly Concept[]): string {
  const { spa } = node.attr;
  const [x, y, w, h] = spa.box.map(Math.round);
  const facts = [
    `#${node.id}${names(node)}`,
    `box ${x},${y} ${w}x${h}`,
    ...(spa.visible <= 0.05 ? ['hidden'] : spa.visible < 0.95 ? [`${Math.round(spa.visible * 100)} % visible`] : []),
    ...(spa.depth ? [`depth ${spa.depth.value.toFixed(2)} ${spa.depth.unit}`] : []),
    ...motion(node),
    ...(node.partOf === undefined ? [] : [`part of #${node.partOf}`]),
    ...concepts.flatMap(({ id, phrase }) =>
      node.concepts[id] === undefined ? [] : [`"${phrase}" ${node.concepts[id].toFixed(2)}`],
    ),
  ];
  return facts.join('; ');
}

/** Words a program would take for true, and guesses with their probability. */
function names({ attr: { vis } }: Node): string {
  const { colors = [], shapes = {}, textures = {}, labels = [] } = vis.words;
  const words = [
    ...colors.filter(([, share], i) => share >= 0.4 || (i === 0 && share > 0.15)).map(([color]) => color),
    ...Object.keys(textures).filter((word) => textures[word]! >= 0.5),
    ...Object.keys(shapes).filter((word) => shapes[word]! >= 0.5),
    ...labels.filter(([, p]) => p >= 0.3).map(([name, p]) => (p >= 0.5 ? name : `${name}? (${p.toFixed(2)})`)),
  ];
  return words.length === 0 ? '' : ` ${words.join(' ')}`;
}

function motion({ attr: { temp } }: Node): string[] {
  if (temp.velocity === null) return [];
  if (!temp.moving) return ['still'];
  return [`moving ${Math.round(temp.velocity[0])},${Math.round(temp.velocity[1])} px/s`];
}

const contactLines = (graph: SceneGraph): string[] =>
  graph.contacts.map(({ relation, a, b }) => `#${a} ${relation} #${b}`);

/** `leftOf` -> `left of`. */
const inWords = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function relationLines(graph: SceneGraph, names: readonly RelationName[]): string[] {
  return names.flatMap((name) =>
    relationsOf(graph)
      .pairs(name)
      .map(([a, b]) => `#${a} ${inWords(name)} #${b}`),
  );
}
