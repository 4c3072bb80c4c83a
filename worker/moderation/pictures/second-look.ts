import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { Picture, PictureScores } from './verdict.ts';

/** The side of what the classifier sees; left to itself it enlarges a small picture linearly. */
const SEEN_PX = 224;

/** The same picture as it might be shown as well: mirrored, enlarged more smoothly, and both. */
export async function otherViews(picture: Picture): Promise<Picture[]> {
  const large = await asPicture(
    open(picture).resize(SEEN_PX, SEEN_PX, { kernel: 'cubic', fit: 'fill' }),
  );
  return [await mirrored(picture), large, await mirrored(large)];
}

/** The mean of several looks at one picture, class by class. */
export function meanScores(looks: readonly PictureScores[]): PictureScores {
  const mean = (name: keyof PictureScores) =>
    looks.reduce((sum, scores) => sum + scores[name], 0) / looks.length;
  return {
    drawing: mean('drawing'),
    hentai: mean('hentai'),
    neutral: mean('neutral'),
    porn: mean('porn'),
    sexy: mean('sexy'),
  };
}

function open({ widthPx, heightPx, data }: Picture): Sharp {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}

function mirrored(picture: Picture): Promise<Picture> {
  return asPicture(open(picture).flop());
}

async function asPicture(image: Sharp): Promise<Picture> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return { widthPx: info.width, heightPx: info.height, data: new Uint8Array(data) };
}
