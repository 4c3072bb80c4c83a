import type { TestProject } from 'vitest/node';
import { startEasel } from './start-easel.ts';

declare module 'vitest' {
  interface ProvidedContext {
    siteUrl: string;
    siteDataDir: string;
  }
}

/** One Easel for all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { siteUrl, dataDir, stop } = await startEasel();
  project.provide('siteUrl', siteUrl);
  project.provide('siteDataDir', dataDir);
  return stop;
}
