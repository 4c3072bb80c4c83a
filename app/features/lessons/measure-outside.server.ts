import { readStoredFile } from '#app/platform/storage.server.ts';
import type { Step } from '#lessons/schema.ts';
import { decodeImage, decodeMask } from '#worker/engine/image/image-file.ts';
import type { LogEntry } from './find-lesson-log.server.ts';

/**
 * Measures, in the stored files, how far the dots outside of its mask moved in each picture that a step painted
 * over: the largest difference of a colour, 0 to 255, by generation. Empty for a step without masks, and for
 * pictures that nobody has approved.
 */
export async function measureOutside(step: Step, log: LogEntry[]): Promise<Map<string, number>> {
  const { activity } = step;
  if (activity?.kind !== 'generate' || !activity.vary.includes('mask')) return new Map();
  const painted = log.filter(
    ({ stepId, maskSha256, startSha256, pictures }) =>
      stepId === step.id && maskSha256 && startSha256 && pictures.length > 0,
  );
  const measured = await Promise.all(
    painted.map(async (entry) => [entry.id, await measure(entry)] as const),
  );
  return new Map(measured);
}

async function measure({ startSha256, maskSha256, pictures: [picture] }: LogEntry) {
  const [start, mask, painted] = await Promise.all([
    readStoredFile(startSha256!).then((file) => decodeImage(file, 'start')),
    readStoredFile(maskSha256!).then((file) => decodeMask(file, 'mask')),
    readStoredFile(picture!.sha256).then((file) => decodeImage(file, 'picture')),
  ]);
  let largest = 0;
  for (const [at, byte] of painted.data.entries())
    if (mask.data[Math.floor(at / 3)] === 0)
      largest = Math.max(largest, Math.abs(byte - (start.data[at] ?? 0)));
  return largest;
}
