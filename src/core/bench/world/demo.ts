/**
 * The three questions of the demo, one of each kind, each on the beginning of a scene that shows why it is asked: something
 * passes before the mug, the first bottle is taken away, another ball hides behind the screen.
 */
export const demoQuestions = [
  { scene: 'tabletop', seed: 7, frames: 100, text: 'the blue mug', kind: 'attribute' },
  { scene: 'shelf', seed: 7, frames: 90, text: 'the second bottle from the left', kind: 'spatial' },
  { scene: 'crossing', seed: 7, frames: 110, text: 'the ball that has never moved', kind: 'temporal' },
] as const;
