import { generationRequestSchema } from '#worker/engine/contract/request.ts';
import { generateImages, loadModel } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import { pasteInside } from '#worker/engine/inpaint/paste-inside.ts';
import { drawMask } from './make-lesson-pictures.ts';

// How visible the edge of a painted part is: `npx tsx scripts/measure-seams.ts [PICTURES] [MODEL_DIR]`.
// The step from pixel to pixel across the mask's edge, over the steps a few pixels beside it: 1 is no
// edge at all. Beside it a part of another picture that is merely pasted in, and the picture untouched.

const pictures = Number(process.argv[2] ?? 30);
const dir = process.argv[3] ?? 'models/starter';
const SIDE_PX = 128;
const FROM_PX = 32;
const TO_PX = 96;
/** As far as this from the edge steps are compared with. */
const BESIDE_PX = [3, 4, 5, 6];
const SUBJECTS = ['a red house', 'a fox', 'a yellow balloon', 'a blue car', 'a tree', 'an owl'];
const PLACES = ['in a meadow', 'in the snow', 'on a beach', 'in a forest', 'in a city'];

/** The mean step between neighbours that a line of the square, `inPx` further in, lies between. */
function stepAcross({ data }: RgbImage, inPx: number): number {
  const at = (x: number, y: number, channel: number) => data[(y * SIDE_PX + x) * 3 + channel]!;
  const [low, high] = [FROM_PX + inPx, TO_PX - inPx];
  let [sum, count] = [0, 0];
  for (let along = low + 1; along < high - 1; along++)
    for (let channel = 0; channel < 3; channel++)
      for (const edge of [low, high]) {
        sum += Math.abs(at(edge - 1, along, channel) - at(edge, along, channel));
        sum += Math.abs(at(along, edge - 1, channel) - at(along, edge, channel));
        count += 2;
      }
  return sum / count;
}

const SQUARE_PX = TO_PX - FROM_PX;
const mask = drawMask([FROM_PX, FROM_PX, SQUARE_PX, SQUARE_PX], {
  widthPx: SIDE_PX,
  heightPx: SIDE_PX,
});
const WHOLE = { left: 0, top: 0, widthPx: SIDE_PX, heightPx: SIDE_PX };

interface Way {
  strength: number;
  blurPx: number;
}

async function draw(model: Model, prompt: string, seed: number, from?: Way & { image: RgbImage }) {
  const request = generationRequestSchema.parse({
    ...model.defaults,
    prompt,
    seeds: [BigInt(seed)],
    ...(from && {
      start: { image: from.image, strength: from.strength },
      inpaint: { mask, blurPx: from.blurPx },
    }),
  });
  const { pictures: drawn } = await generateImages(model, request);
  return drawn[0]!.image;
}

const WAYS: Record<string, Way> = {
  'painted anew, sharp mask': { strength: 1, blurPx: 0 },
  'painted anew, mask softened by 4 px': { strength: 1, blurPx: 4 },
  'changed by 0.6, mask softened by 4 px': { strength: 0.6, blurPx: 4 },
};
const steps = new Map<string, { across: number; beside: number }>();

function count(way: string, image: RgbImage): void {
  const sum = steps.get(way) ?? { across: 0, beside: 0 };
  const beside = BESIDE_PX.flatMap((px) => [stepAcross(image, px), stepAcross(image, -px)]);
  sum.across += stepAcross(image, 0);
  sum.beside += beside.reduce((total, step) => total + step, 0) / beside.length;
  steps.set(way, sum);
}

const model = await loadModel(dir);
for (let n = 0; n < pictures; n++) {
  const [subject, other] = [SUBJECTS[n % 6]!, SUBJECTS[(n + 1) % 6]!];
  const place = PLACES[n % 5]!;
  const original = await draw(model, `${subject}, ${place}`, n);
  count('untouched', original);
  const part = await draw(model, `${other}, ${place}`, n + 1000);
  count('pasted', pasteInside(original, part, WHOLE, mask, 0));
  for (const [name, way] of Object.entries(WAYS))
    count(name, await draw(model, `${other}, ${place}`, n, { ...way, image: original }));
}
await model.close();
console.log(`${pictures} pictures of ${dir}: step across the edge / beside it`);
for (const [way, { across, beside }] of steps)
  console.log(`${way.padEnd(40)} ${(across / beside).toFixed(2)}`);
