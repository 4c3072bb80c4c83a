import { readUpload } from '#app/features/pictures/read-upload.server.ts';
import { formatSettings } from '#worker/engine/metadata/settings.ts';
import { readPictureSettings } from '#worker/engine/metadata/read-picture-settings.ts';
import { readPngTexts } from '#worker/engine/metadata/png-text.ts';
import { INFOTEXT_KEY, parseInfotext } from '#worker/engine/metadata/infotext.ts';
import { readBase64Picture } from './take-picture.server.ts';

/** What a picture says of how it was made, as WebUI's `png-info` answers; empty where it says nothing. */
export async function pngInfo({ image }: { image: string }) {
  const bytes = new Uint8Array(readBase64Picture(image));
  await readUpload(bytes, 'image');
  const settings = readPictureSettings(bytes);
  const info = readPngTexts(bytes).get(INFOTEXT_KEY) ?? (settings ? formatSettings(settings) : '');
  const { prompt, negativePrompt, parameters } = parseInfotext(info);
  return {
    info,
    items: info ? { parameters: info } : {},
    parameters: info
      ? { Prompt: prompt, 'Negative prompt': negativePrompt, ...Object.fromEntries(parameters) }
      : {},
  };
}
