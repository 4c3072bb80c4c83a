import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const STAMP = 'build/.sources';
const SOURCES = [
  'app',
  'worker/engine',
  'worker/moderation',
  'lessons',
  'prisma/schema.prisma',
  'public',
];
const SETTINGS = ['vite.config.ts', 'remix.config.js', 'package-lock.json', 'tsconfig.json'];

/** Builds the site where its sources have changed since the last build; says whether it did. */
export async function buildSite(): Promise<boolean> {
  const wanted = await hashSources();
  const built = existsSync(STAMP) ? await readFile(STAMP, 'utf8') : '';
  if (built === wanted) return false;
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({ logLevel: 'error' });
  await build({ logLevel: 'error', build: { ssr: true } });
  await writeFile(STAMP, wanted);
  return true;
}

async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [...SETTINGS, ...(await filesUnder(SOURCES))])
    if (existsSync(file)) hash.update(file).update(await readFile(file));
  return hash.digest('hex');
}

async function filesUnder(places: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const place of places.filter((p) => existsSync(p))) {
    const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(
      () => null,
    );
    if (!entries) found.push(place);
    else
      for (const entry of entries)
        if (entry.isFile() && /\.(tsx?|jsx?|css|svg|json|md|prisma)$/.test(entry.name))
          found.push(path.join(entry.parentPath ?? entry.path, entry.name));
  }
  return found.sort();
}
