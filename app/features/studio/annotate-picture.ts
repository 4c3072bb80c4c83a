import type { RgbImage } from '#worker/engine/contract/request.ts';
import { annotate } from '#worker/engine/control/annotators/annotate.ts';
import type { AnnotatorId } from '#worker/engine/control/annotators/annotate.ts';

interface AnnotateOptions {
  image: HTMLImageElement;
  /** Left out for what is a control picture already, and is only cut to shape. */
  annotator: AnnotatorId | undefined;
  widthPx: number;
  heightPx: number;
}

/** Makes a control picture out of a picture, as a PNG in a data URL; runs in the browser. */
export function annotatePicture({ image, annotator, widthPx, heightPx }: AnnotateOptions): string {
  const sheet = document.createElement('canvas');
  sheet.width = widthPx;
  sheet.height = heightPx;
  const pen = sheet.getContext('2d');
  if (!pen) return '';
  // Cut to the shape that is drawn, as a start picture is.
  const scale = Math.max(widthPx / image.naturalWidth, heightPx / image.naturalHeight);
  const [wide, high] = [image.naturalWidth * scale, image.naturalHeight * scale];
  // The colours of a control picture mean something: none may be mixed.
  pen.imageSmoothingEnabled = annotator !== undefined;
  pen.drawImage(image, (widthPx - wide) / 2, (heightPx - high) / 2, wide, high);
  if (!annotator) return sheet.toDataURL('image/png');
  const pixels = pen.getImageData(0, 0, widthPx, heightPx);
  const drawn: RgbImage = annotate(annotator, {
    widthPx,
    heightPx,
    data: new Uint8Array(pixels.data.filter((_, i) => i % 4 !== 3)),
  });
  drawn.data.forEach((value, i) => {
    pixels.data[Math.floor(i / 3) * 4 + (i % 3)] = value;
  });
  pen.putImageData(pixels, 0, 0);
  return sheet.toDataURL('image/png');
}
