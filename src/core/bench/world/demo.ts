/** The three questions of the demo, one of each kind, each on a scene that shows why it is asked. */
export const demoQuestions = [
  { scene: 'tabletop', seed: 7, text: 'the blue mug', kind: 'attribute' },
  { scene: 'shelf', seed: 7, text: 'the second bottle from the left', kind: 'spatial' },
  { scene: 'crossing', seed: 7, text: 'the ball that has never moved', kind: 'temporal' },
] as const;
