import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Command } from 'commander';
import { generateImages, loadModel } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { encodePng } from '#worker/engine/image/image-file.ts';
import { caseFileSchema, parseCase, requestOfCase } from './conformance-case.ts';
import { readCases } from './read-cases.ts';

/** `easel conformance`: draws cases of diffusers' and writes what can be compared with it. */
export function conformanceCommand(): Command {
  return new Command('conformance')
    .description('draw the cases of a file; write their final latents and pictures')
    .requiredOption('--model <dir>', 'model folder')
    .requiredOption('--cases <file>', 'JSON file of cases, as in tests/golden/pictures.json')
    .requiredOption('--out <dir>', 'folder for NAME.latents.f32 and NAME.INDEX.png')
    .action(async (options: { model: string; cases: string; out: string }) => {
      const cases = await readCases(options.cases, caseFileSchema);
      const model = await loadModel(options.model);
      await mkdir(options.out, { recursive: true });
      for (const given of cases) {
        try {
          await drawCase(model, given, options.out);
        } catch (error) {
          process.stderr.write(`${given.name}: ${describe(error)}\n`);
          process.exitCode = 1;
        }
      }
      await model.close();
    });
}

async function drawCase(model: Model, given: unknown, dir: string): Promise<void> {
  const checked = parseCase(given);
  const { request, options } = requestOfCase(checked, model.scheduler);
  const { pictures } = await generateImages(model, request, options);
  const latents = Buffer.concat(pictures.map(({ latents }) => littleEndian(latents)));
  await writeFile(path.join(dir, `${checked.name}.latents.f32`), latents);
  for (const [index, { image }] of pictures.entries()) {
    await writeFile(path.join(dir, `${checked.name}.${index}.png`), await encodePng(image));
  }
}

function littleEndian(values: Float32Array): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => bytes.writeFloatLE(value, i * 4));
  return bytes;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message.replaceAll('\n', ' ') : String(error);
}
