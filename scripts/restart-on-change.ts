import { watch } from 'node:fs';
import type { Supervised } from './supervise.ts';

const SETTLE_MS = 200;

/** Ends a supervised process a moment after a file under `folders` changes; its supervisor starts it anew. */
export function restartOnChange(supervised: Supervised, folders: string[]): () => void {
  let timer: NodeJS.Timeout | undefined;
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, (_event, file) => {
      if (!file?.endsWith('.ts') || file.endsWith('.test.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(() => supervised.child.kill('SIGTERM'), SETTLE_MS);
    }),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
