import { readControls } from '#app/features/generations/control-record.ts';
import { db } from '#app/platform/db.server.ts';
import type { Prisma } from '#prisma/generated/client.ts';

const BATCH = 500;

/** The files of an export with their names in it: approved pictures by their request, drawings by their content. */
export async function* listExportFiles(
  where: Prisma.GenerationWhereInput,
): AsyncGenerator<{ name: string; sha256: string }> {
  const drawings = new Set<string>();
  let after = '';
  for (;;) {
    const batch = await db.generation.findMany({
      where: { ...where, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: {
        id: true,
        mode: true,
        startPictureId: true,
        startSha256: true,
        maskSha256: true,
        controls: true,
        pictures: { where: { state: 'approved' }, select: { index: true, sha256: true } },
      },
    });
    for (const { id, mode, pictures, ...row } of batch) {
      for (const { index, sha256 } of pictures)
        yield { name: `pictures/${id}${index > 0 ? `-${index}` : ''}.png`, sha256 };
      // A start that is somebody's picture is theirs, and an upload is a picture that the gate looks at.
      const start = row.startPictureId || mode === 'upload' ? null : row.startSha256;
      const controls = readControls(row.controls).map(({ sha256 }) => sha256);
      for (const sha256 of [start, row.maskSha256, ...controls])
        if (sha256 && !drawings.has(sha256)) {
          drawings.add(sha256);
          yield { name: `drawings/${sha256}.png`, sha256 };
        }
    }
    if (batch.length < BATCH) return;
    after = batch.at(-1)?.id ?? '';
  }
}
