import { generateImages } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { benchRequest } from './bench-request.ts';
import { compare, timeMs } from './compare.ts';

const CLASS = 30;
/** As many as the inference process draws at once of pictures of the starter's size. */
const AT_ONCE = 8;

/** Thirty students ask at the same moment: all pictures one by one, and in shared steps. */
export function benchClass(model: Model, rounds: number) {
  const draw = (seed: number) => generateImages(model, benchRequest(model, BigInt(seed)));
  const drawAll = async (atOnce: number) => {
    const seeds = Array.from({ length: CLASS }, (_, seed) => seed);
    const place = async () => {
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) await draw(seed);
    };
    await Promise.all(Array.from({ length: atOnce }, place));
  };
  return compare(
    rounds,
    () => timeMs(() => drawAll(1)),
    () => timeMs(() => drawAll(AT_ONCE)),
  );
}
