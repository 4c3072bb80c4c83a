import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { Client } from 'pg';

/**
 * Brings the database to the newest migration. Asking the migration table first saves the seconds that
 * Prisma needs to find out that there is nothing to do.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const folders = await readdir('prisma/migrations', { withFileTypes: true });
  const wanted = folders.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const applied = await findApplied(databaseUrl);
  if (wanted.every((name) => applied.has(name))) return;
  await deploy(databaseUrl);
}

function deploy(databaseUrl: string): Promise<void> {
  const command = ['migrate', 'deploy', '--config', 'prisma/prisma.config.ts'];
  const child = spawn(process.execPath, ['node_modules/prisma/build/index.js', ...command], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PRISMA_QUERY_ENGINE_LIBRARY: process.execPath,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  let output = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk;
      // Its work is done; it would linger for ten seconds on its idle connection.
      if (output.includes('successfully applied')) child.kill();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 || output.includes('successfully applied')) resolve();
      else reject(new Error(`The database can't be brought up to date.\n${output}`));
    });
  });
}

async function findApplied(databaseUrl: string): Promise<Set<string>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const table = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
    if (!table.rows[0].name) return new Set();
    const rows = await client.query(
      'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL',
    );
    return new Set(rows.rows.map((row) => row.migration_name as string));
  } finally {
    await client.end();
  }
}
