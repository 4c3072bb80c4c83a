import { expect, test } from 'vitest';
import { UserError } from '#app/platform/user-error.ts';
import { encodePng } from '#worker/engine/image/image-file.ts';
import { MOST_UPLOAD_BYTES, readUpload } from './read-upload.server.ts';

const PICTURE = { widthPx: 2, heightPx: 1, data: Uint8Array.of(255, 0, 0, 0, 0, 255) };

test('gives the pixels of a picture', async () => {
  expect(await readUpload(await encodePng(PICTURE))).toEqual(PICTURE);
});

test('refuses with a sentence that names the form’s field', async () => {
  const text = readUpload(Buffer.from('a poem'), 'sketch');
  await expect(text).rejects.toBeInstanceOf(UserError);
  await expect(text).rejects.toMatchObject({ field: 'sketch', status: 400 });
  const large = readUpload(new Uint8Array(MOST_UPLOAD_BYTES + 1));
  await expect(large).rejects.toMatchObject({ field: 'picture', status: 413 });
});
