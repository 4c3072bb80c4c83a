/**
 * Prints what stands between a drawn picture and a class: how many pictures of lesson-like prompts by a model in
 * the box are held, whether every picture that a broken run leaves is held, and whether a broken gate holds everything.
 * Run with `npm run gate:table [PICTURES] [MODEL]`; exit code 1 where a bar is missed.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateImages, loadModel } from '#worker/engine/engine.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { boundsFor } from '#app/features/moderation/picture-bounds.ts';
import { findFlaw } from '#worker/moderation/pictures/find-flaw.ts';
import { startPictureGate } from '#worker/moderation/pictures/gate.ts';
import { DEFAULT_BOUNDS } from '#worker/moderation/pictures/verdict.ts';
import type { Picture } from '#worker/moderation/pictures/gate.ts';
import { drawFlawedPictures } from './flawed-pictures.ts';
import { GATE_FAULTS } from './gate-faults.ts';

const MOST_HELD_PERCENT = 2;
const count = Number(process.argv[2] ?? 500);
const modelId = process.argv[3] ?? 'starter';
const models = path.resolve('models');
const asked = (await findModels(models)).find(({ id }) => id === modelId);
if (!asked?.words) throw new Error(`${modelId} is no model in the box.`);
// A distilled model has its guidance built in and takes few steps.
const isDistilled = asked.defaults.guidance === 1;
const STEPS = isDistilled ? [1, 2, 4] : [4, 8, 12];
const GUIDANCE = isDistilled ? [1] : [1, 4, 10];
const model = await loadModel(path.join(models, modelId));
const gate = startPictureGate();
const bounds = boundsFor(
  { mode: 'text-to-image', modelId, prompt: '', controls: [], concepts: [] },
  DEFAULT_BOUNDS,
);

/** What the worker does with a drawn picture: a word for why it is held, or null. */
async function holds(picture: Picture): Promise<string | null> {
  const flaw = findFlaw(picture);
  if (flaw) return flaw;
  const { decision, reason } = await gate.check(picture, { bounds });
  return decision === 'hold' ? reason : null;
}

const held = new Map<string, number>();
for (let place = 0; place < count; place++) {
  const prompt = lessonPrompt(place);
  const { pictures } = await generateImages(model, {
    prompt,
    negativePrompt: place % 5 === 0 ? 'foggy' : '',
    dialect: 'classroom',
    seeds: [BigInt(place)],
    widthPx: asked.sidePx,
    heightPx: asked.sidePx,
    steps: STEPS[place % STEPS.length]!,
    guidance: GUIDANCE[Math.floor(place / STEPS.length) % GUIDANCE.length]!,
    sampler: asked.defaults.sampler,
    schedule: 'default',
    noiseSource: 'torch-cpu',
  });
  const reason = await holds(pictures[0]!.image);
  if (!reason) continue;
  held.set(reason, (held.get(reason) ?? 0) + 1);
  console.log(`held (${reason}), seed ${place}, ${STEPS[place % STEPS.length]} steps: ${prompt}`);
}
const heldCount = [...held.values()].reduce((sum, each) => sum + each, 0);
const percent = (100 * heldCount) / count;
console.log(
  `\n${heldCount} of ${count} pictures of ${asked.name} held: ${percent.toFixed(2)} % (bar 2)`,
);

let missed = percent > MOST_HELD_PERCENT ? 1 : 0;
console.log('\nwhat a broken run leaves | held');
for (const [name, picture] of await drawFlawedPictures(model)) {
  const reason = picture ? await holds(picture) : 'no picture: the engine refuses it';
  if (!reason) missed += 1;
  console.log(`${name} | ${reason ?? 'NOT HELD'}`);
}
await gate.close();
await model.close();

console.log('\na broken gate, asked about a good picture | held');
const good = { widthPx: 16, heightPx: 16, data: new Uint8Array(16 * 16 * 3).fill(200) };
for (const [file, reason] of GATE_FAULTS) {
  const childPath = fileURLToPath(new URL(`./gates/${file}.ts`, import.meta.url));
  const faulty = startPictureGate({ childPath, startTimeoutMs: 45_000, timeoutMs: 1_000 });
  const verdict = await faulty.check(good);
  if (verdict.decision !== 'hold' || verdict.reason !== reason) missed += 1;
  console.log(`${file} | ${verdict.decision === 'hold' ? verdict.reason : 'NOT HELD'}`);
  await faulty.close();
}
process.exitCode = missed > 0 ? 1 : 0;

/** A prompt as lessons ask for it: a subject in a place, at times with a colour, a weight, a light or a look. */
function lessonPrompt(place: number): string {
  const slots = new Map(asked!.words!.slots.map(({ name, words }) => [name, words]));
  const pick = (name: string, step: number) => {
    const words = slots.get(name) ?? [''];
    return words[(place * step) % words.length]!;
  };
  const parts = [
    `a ${pick('Subject', 1)}${place % 4 === 0 ? ':0.7' : ''}`,
    pick('Place', 5),
    place % 3 === 0 ? pick('Light', 7) : '',
    place % 2 === 0 ? pick('Look', 3) : '',
    place % 7 === 0 ? pick('Style', 1) : '',
  ];
  return parts.filter((part) => part !== '').join(', ');
}
