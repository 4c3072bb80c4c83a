import path from 'node:path';
import type { RgbImage } from '#worker/engine/contract/request.ts';
import { resizeImage } from '#worker/engine/image/image-file.ts';
import { hashModelFolder } from '#worker/engine/runtime/hash.ts';
import { openGraph } from '#worker/engine/runtime/session.ts';
import type { SessionOptions } from '#worker/engine/runtime/session.ts';
import { upscaleImage } from '#worker/engine/upscale/upscale-image.ts';
import { createUpscaler } from '#worker/engine/upscale/upscaler.ts';
import { markPicture } from '#worker/engine/watermark/mark-picture.ts';
import type { MadePicture } from './messages.ts';
import { packPicture } from './pack-picture.ts';

interface EnlargeOptions {
  /** Where upscalers lie, each a folder with `model.onnx`. */
  folder: string;
  name: string;
  image: RgbImage;
  /** The size that comes out. */
  widthPx: number;
  heightPx: number;
  session: SessionOptions;
  signal: AbortSignal | undefined;
  onStep: (progress: { step: number; steps: number }) => void;
}

/**
 * Enlarges a picture to a size. The model is opened for this picture alone: it is small, and asked for rarely.
 * Throws EngineError.
 */
export async function enlargePicture(options: EnlargeOptions): Promise<MadePicture> {
  const { folder, name, image, widthPx, heightPx, session, signal, onStep } = options;
  const startMs = performance.now();
  const modelFolder = path.join(folder, name);
  const graph = await openGraph(path.join(modelFolder, 'model.onnx'), name, session);
  try {
    const upscaler = await createUpscaler(graph, name);
    const large = await upscaleImage(image, upscaler, {
      onTile: (step, steps) => onStep({ step, steps }),
      ...(signal && { signal }),
    });
    const marked = markPicture(await resizeImage(large, { widthPx, heightPx }));
    return {
      ...(await packPicture(marked, {})),
      modelHash: await hashModelFolder(modelFolder),
      totalMs: performance.now() - startMs,
    };
  } finally {
    await graph.release();
  }
}
