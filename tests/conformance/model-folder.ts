import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const GOLDEN_MODEL = fileURLToPath(new URL('../golden/tiny-sd-onnx', import.meta.url));
/** A model without a control network. */
export const INKWELL_MODEL = fileURLToPath(new URL('../../models/inkwell', import.meta.url));
export const STARTER_MODEL = fileURLToPath(new URL('../../models/starter', import.meta.url));
/** The starter in one to four steps without guidance. */
export const TURBO_MODEL = fileURLToPath(new URL('../../models/starter-turbo', import.meta.url));

/** The path of a graph made by `make_fixtures.py`. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));
}

/** Runs `use` with a copy of the golden model that it may spoil, and removes the copy. */
export async function withModelCopy<T>(use: (dir: string) => Promise<T>): Promise<T> {
  const dir = await mkdtemp(path.join(tmpdir(), 'easel-model-'));
  try {
    await cp(GOLDEN_MODEL, dir, { recursive: true });
    return await use(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** Makes a copied model's UNet one whose attention can't be read: a fused one has no softmax of that name. */
export async function hideAttention(dir: string): Promise<void> {
  const unet = path.join(dir, 'unet/model.onnx');
  const graph = (await readFile(unet)).toString('latin1');
  await writeFile(unet, graph.replaceAll('attn2/Softmax', 'attn2/Folded_'), 'latin1');
}
