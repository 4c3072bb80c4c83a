import { readStoredFile } from '#app/platform/storage.server.ts';
import { findPictureFile } from './find-picture-file.server.ts';

interface SendPictureOptions {
  request: Request;
  viewerId: string;
  pictureId: string;
  size: 'full' | 'thumbnail';
  /** Leaves out what was made in other classes. */
  classId?: string;
  /** As a file to keep; its name says nothing about the prompt. */
  download?: boolean;
}

/**
 * The picture's bytes, or 404 where this person may not see them. A browser keeps them but asks again each
 * time, so that a picture held or removed later is gone at once.
 */
export async function sendPicture(options: SendPictureOptions): Promise<Response> {
  const { request, pictureId, download } = options;
  const sha256 = await findPictureFile(options);
  if (!sha256) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } });
  const etag = `"${sha256}"`;
  const headers = new Headers({
    'Cache-Control': 'private, no-cache',
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  if (isKnown(request.headers.get('if-none-match'), etag)) {
    return new Response(null, { status: 304, headers });
  }
  const bytes = await readStoredFile(sha256);
  const type = imageType(bytes);
  headers.set('Content-Type', type.mime);
  headers.set('Content-Length', String(bytes.byteLength));
  if (download) {
    const fileName = `easel-${pictureId.slice(0, 8)}.${type.extension}`;
    headers.set('Content-Disposition', `attachment; filename="${fileName}"`);
  }
  return new Response(new Uint8Array(bytes), { headers });
}

/** A compressing proxy may have made the tag weak. */
function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  const tags = ifNoneMatch?.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags?.includes(etag) ?? false;
}

function imageType(bytes: Buffer): { mime: string; extension: string } {
  if (bytes.subarray(1, 4).toString('latin1') === 'PNG')
    return { mime: 'image/png', extension: 'png' };
  if (bytes.subarray(8, 12).toString('latin1') === 'WEBP') {
    return { mime: 'image/webp', extension: 'webp' };
  }
  throw new Error('A stored picture is neither PNG nor WebP.');
}
