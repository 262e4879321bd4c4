/** Where on a standing person something worn sits: shares of the body's height from the crown, 0..1. */
export interface GarmentSpan {
  readonly top: number;
  readonly bottom: number;
}

const upper: GarmentSpan = { top: 0.16, bottom: 0.52 };
const spans: readonly (readonly [words: RegExp, span: GarmentSpan])[] = [
  [/\b(jeans|trousers|pants|leggings|shorts|skirt|tights)\b/, { top: 0.48, bottom: 0.94 }],
  [/\b(dress|suit|coat|robe|overall|overalls|uniform|gown)\b/, { top: 0.16, bottom: 0.75 }],
  [/\b(hat|cap|helmet|hair|hood|turban|scarf)\b/, { top: 0, bottom: 0.12 }],
  [/\b(shoes|boots|sneakers|socks)\b/, { top: 0.93, bottom: 1 }],
];

/** The span of the garment that a phrase names; the upper body where it names none that is known. */
export function garmentSpan(phrase: string): GarmentSpan {
  const words = phrase.toLowerCase();
  return spans.find(([pattern]) => pattern.test(words))?.[1] ?? upper;
}
