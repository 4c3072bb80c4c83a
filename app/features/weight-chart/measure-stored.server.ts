import { readStoredFile } from '#app/platform/storage.server.ts';
import { decodeImage } from '#worker/engine/image/image-file.ts';
import { measureLabDifference } from './measure-lab-difference.ts';

/** Stored files never change, so what was measured once holds. */
const measured = new Map<string, Promise<number>>();
const MOST_KEPT = 5_000;

/** The mean CIE Lab difference of two stored pictures of one size. */
export function measureStored(sha256: string, otherSha256: string): Promise<number> {
  if (sha256 === otherSha256) return Promise.resolve(0);
  const key = [sha256, otherSha256].sort().join();
  const known = measured.get(key);
  if (known) return known;
  const measuring = measure(sha256, otherSha256);
  measured.set(key, measuring);
  measuring.catch(() => measured.delete(key));
  for (const oldest of [...measured.keys()].slice(0, Math.max(measured.size - MOST_KEPT, 0)))
    measured.delete(oldest);
  return measuring;
}

async function measure(...sha256s: [string, string]): Promise<number> {
  const [a, b] = await Promise.all(
    sha256s.map(async (sha256) => decodeImage(await readStoredFile(sha256), 'picture')),
  );
  return measureLabDifference(a!, b!);
}
