import { EngineError } from '#worker/engine/contract/errors.ts';
import { decodeLatents } from '#worker/engine/stages/decode-latents.ts';
import type { Model } from '#worker/engine/engine.ts';
import type { Picture } from '#worker/moderation/pictures/verdict.ts';
import { seededRandom } from '#worker/moderation/evaluate/obfuscations.ts';

const SIDE_PX = 128;

/** Pictures as a broken run leaves them, by name; null where the engine itself refuses to call it one. */
export async function drawFlawedPictures(model: Model): Promise<Map<string, Picture | null>> {
  const random = seededRandom(5);
  const paint = (color: (place: number) => number): Picture => ({
    widthPx: SIDE_PX,
    heightPx: SIDE_PX,
    data: new Uint8Array(
      Uint8ClampedArray.from({ length: SIDE_PX * SIDE_PX * 3 }, (_, place) => color(place)).buffer,
    ),
  });
  const gaussian = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const fromLatents = async (value: () => number): Promise<Picture | null> => {
    const side = SIDE_PX / model.latentScale;
    const shape = { pictures: 1, channels: model.latentChannels, height: side, width: side };
    const latents = Float32Array.from({ length: shape.channels * side * side }, value);
    try {
      const [image] = await decodeLatents(model, latents, shape, {
        clock: { sessionMs: 0 },
        signal: undefined,
        onStep: undefined,
      });
      return image!;
    } catch (error) {
      if (error instanceof EngineError) return null;
      throw error;
    }
  };
  return new Map([
    ['black', paint(() => 0)],
    ['white', paint(() => 255)],
    ['one grey', paint(() => 127)],
    ['one colour', paint((place) => [200, 40, 90][place % 3]!)],
    ['one colour with a grain of 1', paint(() => 100 + Math.round(random()))],
    ['noise, even', paint(() => Math.floor(random() * 256))],
    ['noise, Gaussian', paint(() => 128 + 40 * gaussian())],
    ['noise, faint', paint(() => 128 + 8 * gaussian())],
    ['full and empty pixels', paint(() => (random() < 0.5 ? 0 : 255))],
    ['glaring stripes', paint((place) => (Math.floor(place / 3 / 16) % 2 ? 255 : 0))],
    ['decoded from NaN', await fromLatents(() => NaN)],
    ['decoded from infinity', await fromLatents(() => Infinity)],
    ['decoded from 1e30', await fromLatents(() => 1e30)],
  ]);
}
