import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { MODEL_CATALOG } from '#models/catalog.ts';
import { EngineError } from '#worker/engine/contract/errors.ts';
import { readManifest } from '#worker/engine/runtime/manifest.ts';
import { addModel } from './add-model.ts';
import { formatBytes } from './disk-space.ts';
import { PUBLIC_HUB } from './guarded-request.ts';
import { pullModel } from './pull-model.ts';
import { findDamage } from './record.ts';

/** `easel models`: lists, pulls, adds and checks model folders. */
export function modelsCommand(): Command {
  const models = new Command('models')
    .description('list, pull, add and check models')
    .option('--dir <folder>', 'where models lie', 'models');
  const modelsDir = () => models.opts<{ dir: string }>().dir;
  models
    .command('list')
    .description('models that are here, and those that can be pulled')
    .action(() => printList(modelsDir()));
  models
    .command('pull')
    .argument('<id>', 'a model of the list')
    .option('--hub <url>', 'the hub, or a mirror of it', PUBLIC_HUB.hubUrl)
    .description('download a model; a pull that was cut short goes on')
    .action((id: string, options: { hub: string }) => pull(id, modelsDir(), options.hub));
  models
    .command('add')
    .argument('<folder>', 'a Stable Diffusion model as ONNX files, in the layout of diffusers')
    .option('--with-attention', 'make heatmaps of words possible, where its UNet allows')
    .description('copy a model folder into the models')
    .action(async (folder: string, options: { withAttention?: true }) => {
      process.stdout.write(`Added ${await addModel(folder, modelsDir(), options)}\n`);
    });
  models
    .command('verify')
    .argument('[id...]', 'models to check; all where none is named')
    .description('check that model folders are whole')
    .action((ids: string[]) => verify(ids, modelsDir()));
  return models;
}

async function printList(modelsDir: string): Promise<void> {
  const here = await listModels(modelsDir);
  for (const id of here) process.stdout.write(`${id.padEnd(20)} here\n`);
  for (const { id, name, aboutBytes, licence } of MODEL_CATALOG) {
    if (here.includes(id)) continue;
    process.stdout.write(
      `${id.padEnd(20)} ${formatBytes(aboutBytes)}  ${name} (${licence.name})\n`,
    );
  }
}

async function pull(id: string, modelsDir: string, hubUrl: string): Promise<void> {
  const entry = MODEL_CATALOG.find((known) => known.id === id);
  if (!entry) {
    const known = MODEL_CATALOG.map((each) => each.id).join(', ');
    throw new EngineError('bad-request', `"${id}" is not in the catalog. It has: ${known}.`, 'id');
  }
  process.stdout.write(`${entry.name}. Licence: ${entry.licence.name}, ${entry.licence.url}\n`);
  const bar = new SingleBar({ format: '{bar} {percentage}% | {done} of {whole} | {file}' });
  const abort = new AbortController();
  process.once('SIGINT', () => abort.abort());
  bar.start(1, 0, { done: '', whole: '', file: '' });
  try {
    const folder = await pullModel(entry, {
      modelsDir,
      access: { ...PUBLIC_HUB, hubUrl: hubUrl.replace(/\/+$/, '') },
      signal: abort.signal,
      onProgress: (done, total, file) => {
        bar.setTotal(total);
        bar.update(done, { done: formatBytes(done), whole: formatBytes(total), file });
      },
    });
    bar.stop();
    process.stdout.write(`Pulled ${folder}\n`);
  } finally {
    bar.stop();
  }
}

async function verify(ids: string[], modelsDir: string): Promise<void> {
  for (const id of ids.length > 0 ? ids : await listModels(modelsDir)) {
    const dir = path.join(modelsDir, id);
    const damaged = await readManifest(dir).then(
      () => findDamage(dir),
      (error: unknown) => {
        if (error instanceof EngineError) return [error.message];
        throw error;
      },
    );
    if (damaged && damaged.length > 0) process.exitCode = 1;
    const state =
      damaged === undefined
        ? 'readable; no checksums were recorded'
        : damaged.length === 0
          ? 'whole'
          : `damaged: ${damaged.join(', ')}`;
    process.stdout.write(`${id}: ${state}\n`);
  }
}

async function listModels(modelsDir: string): Promise<string[]> {
  const entries = await readdir(modelsDir, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const found = await Promise.all(
    names
      .filter((name) => !name.startsWith('.'))
      .map(async (name) => {
        const files = await readdir(path.join(modelsDir, name));
        return files.includes('model_index.json') ? [name] : [];
      }),
  );
  return found.flat();
}
