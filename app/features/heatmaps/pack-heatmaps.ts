import type { WordHeatmap } from '#worker/engine/contract/result.ts';

/** Maps as a row keeps them: a byte for each place of each word, 0 its weakest place and 255 its strongest. */
export interface PackedHeatmaps {
  words: string[];
  widthPlaces: number;
  heightPlaces: number;
  values: Uint8Array<ArrayBuffer>;
}

const STRONGEST = 255;

/** Packs the maps of a picture's words; all have one size. */
export function packHeatmaps(heatmaps: readonly WordHeatmap[]): PackedHeatmaps {
  const { width = 0, height = 0 } = heatmaps[0] ?? {};
  const values = new Uint8Array(heatmaps.length * width * height);
  heatmaps.forEach((map, index) => {
    const least = Math.min(...map.values);
    const span = Math.max(...map.values) - least || 1;
    values.set(
      map.values.map((value) => Math.round(((value - least) / span) * STRONGEST)),
      index * width * height,
    );
  });
  return {
    words: heatmaps.map(({ text }) => text),
    widthPlaces: width,
    heightPlaces: height,
    values,
  };
}

/** One word's map again, its values from 0 to 1; null where there is no such word. */
export function unpackHeatmap(packed: PackedHeatmaps, index: number): WordHeatmap | null {
  const { words, widthPlaces: width, heightPlaces: height, values } = packed;
  const text = words[index];
  if (text === undefined) return null;
  const bytes = values.subarray(index * width * height, (index + 1) * width * height);
  return { text, width, height, values: Float32Array.from(bytes, (byte) => byte / STRONGEST) };
}
