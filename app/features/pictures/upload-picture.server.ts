import { randomUUID } from 'node:crypto';
import { enqueueGeneration } from '#app/features/generations/enqueue-generation.server.ts';
import { takeTurns } from '#app/features/generations/take-turns.server.ts';
import { checkUploads } from '#app/features/limits/check-limits.server.ts';
import { db } from '#app/platform/db.server.ts';
import { storeFile } from '#app/platform/storage.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { encodePng, resizeImage } from '#worker/engine/image/image-file.ts';
import { readUpload } from './read-upload.server.ts';

/** As large as Easel draws; a photograph is made smaller. */
const LONGEST_SIDE_PX = 1024;
const MAX_WAITING_UPLOADS = 5;

interface UploadPictureOptions {
  user: { id: string };
  classId: string;
  bytes: Uint8Array;
}

/**
 * Takes a picture from outside. It goes through the queue and the picture gate as one that is drawn does, and
 * nobody sees or uses it before; classmates never see it. Returns its generation.
 *
 * Throws the UserErrors of `readUpload`, and one where this person has several waiting, or the class takes none.
 */
export async function uploadPicture(options: UploadPictureOptions): Promise<{ id: string }> {
  const { user, classId, bytes } = options;
  const image = await readUpload(bytes);
  const shrink = Math.min(1, LONGEST_SIDE_PX / Math.max(image.widthPx, image.heightPx));
  const size = {
    widthPx: Math.max(1, Math.round(image.widthPx * shrink)),
    heightPx: Math.max(1, Math.round(image.heightPx * shrink)),
  };
  const startSha256 = await storeFile(await encodePng(await resizeImage(image, size)));
  const row = await db.$transaction(async (tx) => {
    const membership = await tx.membership.findFirst({
      where: { classId, userId: user.id, removedAt: null, class: { archivedAt: null } },
      select: { classId: true },
    });
    if (!membership) throw new UserError('This class is not yours to work in.', { status: 404 });
    await checkUploads(tx, { userId: user.id, classId });
    const { turns } = await takeTurns(tx, { userId: user.id, count: 1 });
    const open = {
      userId: user.id,
      mode: 'upload',
      state: { in: ['waiting' as const, 'running' as const] },
    };
    if ((await tx.generation.count({ where: open })) >= MAX_WAITING_UPLOADS)
      throw new UserError('Wait until your other pictures have been looked at.', { status: 429 });
    return tx.generation.create({
      data: {
        id: randomUUID(),
        classId,
        userId: user.id,
        mode: 'upload',
        ...size,
        startSha256,
        ...NOTHING_DRAWN,
        turn: turns[0] ?? 0,
      },
      select: { id: true, turn: true },
    });
  });
  await enqueueGeneration(row);
  return { id: row.id };
}

/** What the log says of a picture that no model drew. */
const NOTHING_DRAWN = {
  prompt: '',
  dialect: 'classroom',
  parsedPrompt: [],
  seed: 0n,
  noiseSource: 'none',
  steps: 0,
  guidance: 0,
  sampler: 'none',
  schedule: 'none',
  modelId: 'none',
};
