/**
 * The colour map of PASCAL VOC and DAVIS, 256 RGB triples: entry 0 is black, 1 is (128, 0, 0).
 * The bits of the index are dealt out to red, green and blue in turn, most significant colour bit first.
 */
export function davisPalette(): Uint8Array {
  const palette = new Uint8Array(256 * 3);
  for (let index = 0; index < 256; index++) {
    for (let bits = index, place = 7; bits > 0; bits >>= 3, place--) {
      for (let channel = 0; channel < 3; channel++) palette[index * 3 + channel]! |= ((bits >> channel) & 1) << place;
    }
  }
  return palette;
}
