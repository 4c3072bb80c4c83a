import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { SingleBar } from 'cli-progress';
import { sayFailure } from './backups/backup-error.ts';
import { listenForStop } from './backups/listen-for-stop.ts';
import { writeBackup } from './backups/write-backup.ts';
import { openDatabase } from './open-database.ts';

// npm run backup [FILE]: packs everything that Easel holds into one file, while it runs or not.

const usual = `backups/easel-${new Date().toISOString().slice(0, 16).replaceAll(/[:T]/g, '-')}.tar.gz`;
const file = path.resolve(process.argv[2] ?? usual);
try {
  await backUp();
} catch (error) {
  console.error(`\nNo backup was made. ${sayFailure(error)}`);
  process.exitCode = 1;
}

async function backUp(): Promise<void> {
  const dataDir = path.resolve(process.env.EASEL_DATA_DIR ?? 'data');
  if (!process.env.DATABASE_URL && !existsSync(path.join(dataDir, 'database', 'cluster')))
    throw new Error(`There is no Easel in ${dataDir}. EASEL_DATA_DIR says where it is.`);
  if (existsSync(file)) throw new Error(`${file} is there already. Choose another name.`);
  await mkdir(path.dirname(file), { recursive: true });
  const signal = listenForStop();
  const database = await openDatabase();
  const { addDeletions, DELETIONS_FILE, readDeletions } =
    await import('#app/platform/deletions.server.ts');
  const { noteInAuditLog } = await import('./backups/note-in-audit-log.ts');
  const bar = new SingleBar({ format: 'Packing  {bar} {percentage}%  {value} of {total}' });
  try {
    const id = randomUUID();
    await noteInAuditLog({ action: 'backup.begun', subject: id });
    bar.start(1, 0);
    const { manifest, damaged } = await writeBackup({
      id,
      databaseUrl: database.url,
      dataDir,
      file,
      signal,
      onProgress: (done, total) => {
        bar.setTotal(total);
        bar.update(done);
      },
    });
    bar.stop();
    // Beside the backups lies what was deleted since each of them.
    await addDeletions(await readDeletions(), path.join(path.dirname(file), DELETIONS_FILE));
    printBackup(manifest, damaged);
  } finally {
    bar.stop();
    const { closeDb } = await import('#app/platform/db.server.ts');
    await closeDb();
    await database.stop();
  }
}

function printBackup(manifest: { tables: object; entries: object }, damaged: string[]): void {
  const tables = Object.values(manifest.tables) as { rows: number }[];
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const files = Object.keys(manifest.entries).filter((name) => name.startsWith('files/')).length;
  console.log(`\nBacked up ${rows} rows of ${tables.length} tables and ${files} files:\n${file}`);
  if (damaged.length > 0)
    console.error(`These files were damaged before the backup: ${damaged.join(', ')}`);
  console.log('Keep it where only you can read it, with deletions.jsonl beside it.');
}
