import { findUpscaler } from '#app/features/generations/find-upscaler.server.ts';
import { SAMPLER_NAMES, SCHEDULE_NAMES } from '#app/features/pictures/sampler-names.ts';
import type { ApiViewer } from '#app/features/api-tokens/find-api-viewer.server.ts';
import { findModels } from '#app/features/studio/find-models.server.ts';
import { db } from '#app/platform/db.server.ts';
import { findWebuiModel } from './find-webui-model.server.ts';

/** What this site can do, as WebUI's clients ask for it. */
export function listWebuiSamplers() {
  return Object.entries(SAMPLER_NAMES).map(([id, name]) => ({ name, aliases: [id], options: {} }));
}

export function listWebuiSchedulers() {
  return Object.entries(SCHEDULE_NAMES).map(([id, label]) => ({
    name: id === 'default' ? 'automatic' : id,
    label: id === 'default' ? 'Automatic' : label,
    aliases: null,
    default_rho: -1,
    need_inner_model: false,
  }));
}

export async function listWebuiModels() {
  const models = await findModels();
  return models.map(({ id, name }) => ({
    title: name,
    model_name: id,
    hash: null,
    sha256: null,
    filename: id,
    config: null,
  }));
}

export async function listWebuiUpscalers() {
  const upscaler = await findUpscaler();
  return [null, upscaler].flatMap((name, index) =>
    index === 0 || name
      ? [{ name: name ?? 'None', model_name: null, model_path: null, model_url: null, scale: 4 }]
      : [],
  );
}

export async function readWebuiOptions(viewer: ApiViewer) {
  const { name } = await findWebuiModel(viewer);
  return {
    sd_model_checkpoint: name,
    sd_checkpoint_hash: null,
    samples_format: 'png',
    CLIP_stop_at_last_layers: 1,
  };
}

/** Keeps the model that a client chooses, for its token; other options change nothing here. */
export async function chooseWebuiModel(viewer: ApiViewer, name: string | null | undefined) {
  if (!name) return;
  const model = await findWebuiModel(viewer, name);
  await db.apiToken.update({ where: { id: viewer.tokenId }, data: { webuiModelId: model.id } });
}
