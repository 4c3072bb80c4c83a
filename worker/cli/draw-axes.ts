import type { RgbImage } from '#worker/engine/contract/request.ts';
import { drawLabel } from '#worker/engine/image/draw-label.ts';
import type { Axis } from './axis.ts';
import { layGrid } from '#worker/engine/image/lay-grid.ts';

const LABEL = { widthPx: 128, heightPx: 40 };
const CORNER: RgbImage = { widthPx: 1, heightPx: 1, data: new Uint8Array(3).fill(255) };
/** A side along which nothing changes. */
const BLANK: Axis = { field: '', values: [''] };

/**
 * Draws a grid with one field along each side, cell after cell, and writes the values beside it.
 *
 * @param draw the picture for a value of each side
 */
export async function drawAxes(
  x: Axis = BLANK,
  y: Axis = BLANK,
  draw: (xValue: string, yValue: string) => Promise<RgbImage>,
): Promise<RgbImage> {
  const cells: RgbImage[][] = [];
  for (const yValue of y.values) {
    const row: RgbImage[] = [];
    for (const xValue of x.values) row.push(await draw(xValue, yValue));
    cells.push(row);
  }
  const widest = Math.max(...cells.flat().map(({ widthPx }) => widthPx));
  const top = { widthPx: widest, heightPx: LABEL.heightPx };
  const write = (axis: Axis, room: typeof LABEL) =>
    Promise.all(axis.values.map((value) => drawLabel(`${axis.field} ${value}`, room)));
  const hasHeads = x !== BLANK;
  const heads = hasHeads ? await write(x, top) : [];
  if (y === BLANK) return layGrid([heads, ...cells]);
  const sides = await write(y, LABEL);
  const rows = cells.map((row, i) => [sides[i]!, ...row]);
  return layGrid(hasHeads ? [[CORNER, ...heads], ...rows] : rows);
}
