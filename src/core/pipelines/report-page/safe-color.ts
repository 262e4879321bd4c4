/** Colours go into style attributes: only `#rrggbb` gets through. */
export const safeColor = (color: string): string => (/^#[0-9a-f]{6}$/i.test(color) ? color : '#888888');
