import path from 'node:path';
import { SingleBar } from 'cli-progress';
import { stat } from 'node:fs/promises';
import { sayFailure } from './backups/backup-error.ts';
import { listenForStop } from './backups/listen-for-stop.ts';
import { restoreBackup } from './backups/restore-backup.ts';

// npm run restore FILE [DELETIONS]: puts a backup into an empty data folder (EASEL_DATA_DIR) or database.

const [given, deletions] = process.argv.slice(2);
if (!given) {
  console.error('Name the backup: npm run restore backups/easel-2026-09-01-08-00.tar.gz');
  process.exit(1);
}
const file = path.resolve(given);
const bar = new SingleBar({ format: '{title}  {bar} {percentage}%' });
try {
  const { size } = await stat(file);
  const { manifest, repeated, dataDir } = await restoreBackup({
    file,
    deletionLists: deletions ? [path.resolve(deletions)] : [],
    signal: listenForStop(),
    onPhase: (title) => {
      bar.stop();
      bar.start(size, 0, { title: title.padEnd(9) });
    },
    onRead: (bytes) => bar.increment(bytes),
  });
  bar.stop();
  const rows = Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `\nRestored ${rows} rows of ${Object.keys(manifest.tables).length} tables, as of ${manifest.madeAt.toISOString()}.`,
  );
  console.log(`What was deleted since: ${repeated} deletions were made again.`);
  console.log(`The files are in ${dataDir}. npm run audit:verify reads the audit log; npm start.`);
} catch (error) {
  bar.stop();
  console.error(`\nNothing was restored. ${sayFailure(error)}`);
  process.exitCode = 1;
}
