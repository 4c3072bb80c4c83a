import { zipSync } from 'fflate';
import { stringify } from 'csv-stringify/sync';
import { harmlessCell } from '#app/features/log/harmless-cell.ts';
import { readStoredFile } from '#app/platform/storage.server.ts';
import { decodeImage, encodePng, resizeImage } from '#worker/engine/image/image-file.ts';
import { drawLabel } from '#worker/engine/image/draw-label.ts';
import { layGrid, squareRows } from '#worker/engine/image/lay-grid.ts';
import type { FoundRow, FoundTable } from './find-table.server.ts';

const SHEET_SIDE_PX = 128;
const LABEL_HEIGHT_PX = 22;

/** A table as it was read, with what became of each row, as CSV. Cells that a spreadsheet would run are harmless. */
export function printTableCsv({ columns, rows }: FoundTable): string {
  const head = [
    ...columns,
    'easel_row',
    'easel_state',
    'easel_seed',
    'easel_file',
    'easel_sha256',
    'easel_note',
  ];
  const body = rows.map((row) => [
    ...row.cells.map(harmlessCell),
    row.position,
    row.generation?.state ?? (row.failure ? 'bad row' : 'waiting'),
    row.generation?.seed ?? '',
    row.generation?.picture ? fileOf(row) : '',
    row.generation?.picture?.sha256 ?? '',
    row.failure ?? '',
  ]);
  return stringify([head, ...body], { bom: true, record_delimiter: 'windows' });
}

/** The pictures of a table, each under its row's number, with the table's CSV, as a zip file. */
export async function zipTable(table: FoundTable): Promise<Uint8Array> {
  const files: Record<string, Uint8Array> = {
    'table.csv': new TextEncoder().encode(printTableCsv(table)),
  };
  for (const row of drawnRows(table))
    files[fileOf(row)] = new Uint8Array(await readStoredFile(row.generation!.picture!.sha256));
  // Pictures are packed already.
  return zipSync(files, { level: 0 });
}

/** All pictures of a table on one sheet, each above its row's number. Null where there is none. */
export async function drawContactSheet(table: FoundTable): Promise<Uint8Array | null> {
  const rows = drawnRows(table);
  if (rows.length === 0) return null;
  const cells = [];
  for (const row of rows) {
    const image = await decodeImage(
      await readStoredFile(row.generation!.picture!.sha256),
      'picture',
    );
    const scale = SHEET_SIDE_PX / Math.max(image.widthPx, image.heightPx);
    const size = {
      widthPx: Math.max(1, Math.round(image.widthPx * scale)),
      heightPx: Math.max(1, Math.round(image.heightPx * scale)),
    };
    const small = await resizeImage(image, size);
    const label = await drawLabel(String(row.position), {
      widthPx: SHEET_SIDE_PX,
      heightPx: LABEL_HEIGHT_PX,
    });
    cells.push(layGrid([[small], [label]]));
  }
  return new Uint8Array(await encodePng(layGrid(squareRows(cells))));
}

function drawnRows({ rows }: FoundTable): FoundRow[] {
  return rows.filter(({ generation }) => generation?.picture);
}

function fileOf({ position }: FoundRow): string {
  return `${String(position).padStart(4, '0')}.png`;
}
