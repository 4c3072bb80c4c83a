import path from 'node:path';
import { EngineError } from '#worker/engine/contract/errors.ts';
import type { GenerationRequest } from '#worker/engine/contract/request.ts';
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
  request: GenerationRequest;
  session: SessionOptions;
  signal: AbortSignal | undefined;
  onStep: (progress: { step: number; steps: number }) => void;
}

/**
 * Enlarges a request's start picture to the request's size. The model is opened for this picture alone: it is
 * small, and asked for rarely. Throws EngineError.
 */
export async function enlargePicture(options: EnlargeOptions): Promise<MadePicture> {
  const { folder, name, request, session, signal, onStep } = options;
  const { start, widthPx, heightPx } = request;
  if (!start) throw new EngineError('bad-request', 'There is no picture to enlarge.', 'start');
  const startMs = performance.now();
  const modelFolder = path.join(folder, name);
  const graph = await openGraph(path.join(modelFolder, 'model.onnx'), name, session);
  try {
    const upscaler = await createUpscaler(graph, name);
    const large = await upscaleImage(start.image, upscaler, {
      onTile: (step, steps) => onStep({ step, steps }),
      ...(signal && { signal }),
    });
    const image = markPicture(await resizeImage(large, { widthPx, heightPx }));
    return {
      ...(await packPicture(image, {})),
      modelHash: await hashModelFolder(modelFolder),
      totalMs: performance.now() - startMs,
    };
  } finally {
    await graph.release();
  }
}
