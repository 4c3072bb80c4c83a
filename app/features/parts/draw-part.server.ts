import { visibleTo } from '#app/features/pictures/picture-access.server.ts';
import { db } from '#app/platform/db.server.ts';
import { env } from '#app/platform/env.server.ts';
import { readStoredFile } from '#app/platform/storage.server.ts';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import type { Decomposer } from '#worker/engine/control/annotators/decomposer.ts';
import type { PartName } from '#worker/engine/control/annotators/part-names.ts';
import { decodeImage, encodePng, resizeImage } from '#worker/engine/image/image-file.ts';
import { findDecomposer } from './find-decomposer.server.ts';

interface Size {
  widthPx: number;
  heightPx: number;
}

interface DrawPartOptions {
  viewerId: string;
  pictureId: string;
  part: PartName;
  /** The size to draw it in, cut to its shape; left out, the picture's shape in the decomposer's size. */
  size?: Size;
}

/** The decomposer has learned from pictures of about so many pixels. */
const KNOWN_AREA_PX = 128 * 128;
/** Thirty students may ask at once, and the pages go on. */
const THREADS = 1;

let opened: Promise<Decomposer> | undefined;

/**
 * One part of a picture (its lines, its depth, …) as a PNG that can guide another; null where this person
 * may not see the picture, or nothing on this computer finds that part.
 */
export async function drawPart(options: DrawPartOptions): Promise<Buffer | null> {
  const { viewerId, pictureId, part } = options;
  const { folder, parts } = await findDecomposer();
  const picture = await db.picture.findFirst({
    where: { AND: [{ id: pictureId }, await visibleTo(viewerId)] },
    select: { sha256: true },
  });
  if (!picture || !parts.includes(part)) return null;
  const image = await decodeImage(await readStoredFile(picture.sha256), 'picture');
  const fitted = await resizeImage(image, options.size ?? knownSize(image));
  const decomposer = await openDecomposer(folder);
  return encodePng(await decomposer.draw(part, fitted));
}

function knownSize({ widthPx, heightPx }: RgbImage): Size {
  const scale = Math.min(1, Math.sqrt(KNOWN_AREA_PX / (widthPx * heightPx)));
  const scaled = (px: number) => Math.max(1, Math.round(px * scale));
  return { widthPx: scaled(widthPx), heightPx: scaled(heightPx) };
}

/** Opened at the first ask: a site that nobody asks never loads the library that computes. */
function openDecomposer(folder: string): Promise<Decomposer> {
  if (opened) return opened;
  opened = load(folder);
  // A damaged folder may be mended while the site runs.
  opened.catch(() => (opened = undefined));
  return opened;
}

async function load(folder: string): Promise<Decomposer> {
  const { loadDecomposer } = await import('#worker/engine/control/annotators/decomposer.ts');
  return loadDecomposer(folder, { device: env().EASEL_DEVICE, threads: THREADS });
}
