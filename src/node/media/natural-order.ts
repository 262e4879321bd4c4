/** Compares names as people count: `frame2` before `frame10`; equal numbers by their text, so the order is total. */
export function naturalOrder(a: string, b: string): number {
  const as = a.match(parts) ?? [];
  const bs = b.match(parts) ?? [];
  for (let i = 0; i < as.length && i < bs.length; i++) {
    const order = comparePart(as[i]!, bs[i]!);
    if (order !== 0) return order;
  }
  return as.length - bs.length || compareText(a, b);
}

const parts = /\d+|\D+/g;

function comparePart(a: string, b: string): number {
  const numbers = /^\d/.test(a) && /^\d/.test(b);
  if (!numbers) return compareText(a.toLowerCase(), b.toLowerCase());
  const x = a.replace(/^0+(?=\d)/, '');
  const y = b.replace(/^0+(?=\d)/, '');
  return x.length - y.length || compareText(x, y);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
