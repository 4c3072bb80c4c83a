/** Above this mean cosine two noises are as good as parallel, and a straight line will do. */
const PARALLEL = 0.9995;

/**
 * Turns one picture's noise some way towards another's on the sphere, in place: WebUI's variation
 * seed. As there, each column of a channel is a vector of its own.
 *
 * @param noise [channels, height, width]
 * @param strength 0 leaves the noise, 1 makes it the other
 */
export function varyNoise(
  noise: Float32Array,
  other: Float32Array,
  { height, width }: { height: number; width: number },
  strength: number,
): void {
  const columns = columnsOf(noise.length, height, width);
  const cosines = columns.map((indexes) => cosine(noise, other, indexes));
  const mean = cosines.reduce((sum, cos) => sum + cos, 0) / cosines.length;
  columns.forEach((indexes, i) => {
    const angle = Math.acos(cosines[i]!);
    const [kept, taken] =
      mean > PARALLEL
        ? [1 - strength, strength]
        : [
            Math.sin((1 - strength) * angle) / Math.sin(angle),
            Math.sin(strength * angle) / Math.sin(angle),
          ];
    for (const at of indexes) noise[at] = kept * noise[at]! + taken * other[at]!;
  });
}

function columnsOf(length: number, height: number, width: number): number[][] {
  const plane = height * width;
  return Array.from({ length: length / height }, (_, i) => {
    const start = Math.floor(i / width) * plane + (i % width);
    return Array.from({ length: height }, (_unused, y) => start + y * width);
  });
}

function cosine(a: Float32Array, b: Float32Array, indexes: readonly number[]): number {
  let [dot, lengthA, lengthB] = [0, 0, 0];
  for (const at of indexes) {
    dot += a[at]! * b[at]!;
    lengthA += a[at]! ** 2;
    lengthB += b[at]! ** 2;
  }
  return dot / Math.sqrt(lengthA * lengthB);
}
