import type { RgbImage } from '#worker/engine/contract/request.ts';

/** Lays rows of pictures on white, each in a cell as large as the largest of its row and column. */
export function layGrid(rows: readonly (readonly RgbImage[])[]): RgbImage {
  const columns = Math.max(...rows.map((row) => row.length));
  const heights = rows.map((row) => Math.max(...row.map(({ heightPx }) => heightPx)));
  const widths = Array.from({ length: columns }, (_, x) =>
    Math.max(...rows.map((row) => row[x]?.widthPx ?? 0)),
  );
  const [widthPx, heightPx] = [sum(widths), sum(heights)];
  const canvas = { widthPx, heightPx, data: new Uint8Array(widthPx * heightPx * 3).fill(255) };
  rows.forEach((row, y) => {
    row.forEach((image, x) => {
      const left = sum(widths.slice(0, x)) + Math.floor((widths[x]! - image.widthPx) / 2);
      const top = sum(heights.slice(0, y)) + Math.floor((heights[y]! - image.heightPx) / 2);
      paste(canvas, image, left, top);
    });
  });
  return canvas;
}

/** As square a grid as pictures make. */
export function squareRows<T>(items: readonly T[]): T[][] {
  const columns = Math.ceil(Math.sqrt(items.length));
  return Array.from({ length: Math.ceil(items.length / columns) }, (_, y) =>
    items.slice(y * columns, (y + 1) * columns),
  );
}

function paste(canvas: RgbImage, image: RgbImage, left: number, top: number): void {
  for (let y = 0; y < image.heightPx; y++) {
    const row = image.data.subarray(y * image.widthPx * 3, (y + 1) * image.widthPx * 3);
    canvas.data.set(row, ((top + y) * canvas.widthPx + left) * 3);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
