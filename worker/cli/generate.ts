import { Command } from 'commander';
import { findLoras, loadModel } from '#worker/engine/engine.ts';
import type { Model } from '#worker/engine/engine.ts';
import { readManifest } from '#worker/engine/runtime/manifest.ts';
import { withValue } from './axis.ts';
import { drawAxes } from './draw-axes.ts';
import { drawFinished } from './draw-finished.ts';
import { addGenerateOptions } from './generate-flags.ts';
import type { GenerateFlags } from './generate-flags.ts';
import { requestOfFlags } from './generate-request.ts';
import { drawHeatmapSheet } from './heatmap-sheet.ts';
import { writePictures } from './write-pictures.ts';

/** The model with the LoRAs of the command and of the prompt. */
async function load(prompt: string, flags: GenerateFlags): Promise<Model> {
  const { model, device, lora, embedding } = flags;
  const loras = [...lora, ...(await findLoras(model, prompt))];
  return loadModel(model, { device, loras, embeddings: embedding });
}

/** `easel generate`: pictures from a prompt, with a progress bar. */
export function generateCommand(): Command {
  const command = new Command('generate')
    .description('draw pictures from a prompt')
    .argument('<prompt>', 'what the picture shows');
  return addGenerateOptions(command).action(async (prompt: string, flags: GenerateFlags) => {
    const files = flags.x || flags.y ? await makeAxes(prompt, flags) : await make(prompt, flags);
    process.stdout.write(`${files.join('\n')}\n`);
  });

  async function make(prompt: string, flags: GenerateFlags): Promise<string[]> {
    const request = await requestOfFlags(await readManifest(flags.model), prompt, flags);
    const model = await load(prompt, flags);
    const { drawn, finished } = await drawFinished(model, request, flags);
    const files = await writePictures(finished, flags.output, flags.grid === true);
    if (flags.heatmaps) {
      const sheets = await Promise.all(drawn.map(drawHeatmapSheet));
      const { settings } = finished[0]!;
      const written = sheets.map((image) => ({ image, settings }));
      files.push(...(await writePictures(written, flags.heatmaps, false)));
    }
    await model.close();
    return files;
  }

  /** Every cell's request is checked before the model is loaded. */
  async function makeAxes(prompt: string, flags: GenerateFlags): Promise<string[]> {
    const manifest = await readManifest(flags.model);
    const cellOf = async (x: string, y: string) => {
      const withX = flags.x ? withValue(command, { ...flags, prompt }, flags.x, x) : flags;
      const cell = flags.y ? withValue(command, { prompt, ...withX }, flags.y, y) : withX;
      const told = { prompt, ...cell, count: 1 };
      return { told, request: await requestOfFlags(manifest, told.prompt, told) };
    };
    for (const x of flags.x?.values ?? ['']) {
      for (const y of flags.y?.values ?? ['']) await cellOf(x, y);
    }
    const model = await load(prompt, flags);
    let settings = '';
    const image = await drawAxes(flags.x, flags.y, async (x, y) => {
      const { told, request } = await cellOf(x, y);
      const { finished } = await drawFinished(model, request, told);
      settings ||= finished[0]!.settings;
      return finished[0]!.image;
    });
    await model.close();
    return writePictures([{ image, settings }], flags.output, false);
  }
}
