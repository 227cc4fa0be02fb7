/** Numbers of four bytes, little-endian; a copy only where the bytes do not lie as the processor wants them. */
export function uint32sOf(bytes: Uint8Array, from: number, count: number): Uint32Array {
  const little = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
  const at = bytes.byteOffset + from;
  if (little && at % 4 === 0) return new Uint32Array(bytes.buffer, at, count);
  const view = new DataView(bytes.buffer, at, 4 * count);
  return Uint32Array.from({ length: count }, (_, i) => view.getUint32(4 * i, true));
}

/** Two sums of the bytes from `from` on but the four at `hole`, so that a byte lost, changed or moved shows. */
export function checksum(bytes: Uint8Array, from: number, hole: number): number {
  let a = 1;
  let b = 0;
  for (let i = from; i < bytes.length; i++) {
    if (i === hole) i += 4;
    a = (a + (bytes[i] ?? 0)) | 0;
    b = (b + a) | 0;
  }
  return (Math.imul(b, 0x9e3779b1) ^ a) >>> 0;
}
