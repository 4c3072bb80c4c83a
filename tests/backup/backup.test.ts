import '../database/own-database.ts';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '#app/features/accounts/password.server.ts';
import { deleteStudent } from '#app/features/students/delete-student.server.ts';
import { db } from '#app/platform/db.server.ts';
import { env } from '#app/platform/env.server.ts';
import { listStoredFiles } from '#app/platform/storage.server.ts';
import { createWorld } from '../access/world.ts';
import type { World } from '../access/world.ts';
import { countRows, listTables } from '../../scripts/backups/database-tables.ts';
import { createArchive, readArchive } from '../../scripts/backups/archive.ts';
import { buildSite } from '../../scripts/build-site.ts';
import { freePort, startDatabase } from '../../scripts/database.ts';
import { supervise } from '../../scripts/supervise.ts';
import { runCommand, runWithSmallFiles } from './run-command.ts';

const PASSWORD = 'correct horse battery';

let world: World;
let scratch: string;
let file: string;
let rowsBefore: Record<string, number>;
let filesBefore: string[];

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'easel-backup-'));
  // Run as root, PostgreSQL's own user has to enter it.
  await chmod(scratch, 0o755);
  world = await createWorld({ archived: false });
  await createWorld({ archived: true });
  await db.user.update({
    where: { id: world.ids.maker },
    data: { username: 'ada', passwordHash: await hashPassword(PASSWORD) },
  });
  file = path.join(scratch, 'backups', 'one.tar.gz');
  const { code, said } = await backUp(file);
  expect(said).toMatch(/Backed up \d+ rows of \d+ tables and \d+ files/);
  expect(code).toBe(0);
  rowsBefore = await countAll(process.env.DATABASE_URL!);
  filesBefore = await listFiles();
}, 120_000);
afterAll(() => rm(scratch, { recursive: true, force: true }));

const backUp = (to: string) =>
  runCommand('backup', [to], {
    DATABASE_URL: env().DATABASE_URL,
    EASEL_DATA_DIR: env().EASEL_DATA_DIR,
  });

async function countAll(databaseUrl: string): Promise<Record<string, number>> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const counts: Record<string, number> = {};
    for (const { name } of await listTables(client)) counts[name] = await countRows(client, name);
    return counts;
  } finally {
    await client.end();
  }
}

async function listFiles(): Promise<string[]> {
  const names: string[] = [];
  for await (const { sha256 } of listStoredFiles()) names.push(sha256);
  return names;
}

/** Starts the restored database and hands its address over, for as long as `work` takes. */
async function withRestored<Result>(
  dataDir: string,
  work: (databaseUrl: string) => Promise<Result>,
): Promise<Result> {
  const database = await startDatabase({ dir: path.join(dataDir, 'database') });
  try {
    return await work(database.url);
  } finally {
    await database.stop();
  }
}

it('brings a school back on an empty machine: every row, every file, and its students sign in', async () => {
  const dataDir = path.join(scratch, 'empty machine');
  const { code, said } = await runCommand('restore', [file], { EASEL_DATA_DIR: dataDir });
  expect(said).toMatch(/Restored \d+ rows/);
  expect(code).toBe(0);
  await withRestored(dataDir, async (databaseUrl) => {
    // The restore itself is one more line of the audit log.
    expect(await countAll(databaseUrl)).toEqual({
      ...rowsBefore,
      AuditEntry: rowsBefore.AuditEntry! + 1,
    });
    expect(await storedUnder(dataDir)).toEqual(filesBefore);
    const settings = { DATABASE_URL: databaseUrl, EASEL_DATA_DIR: dataDir };
    const audit = await runCommand('verify-audit', [], settings);
    expect(audit).toMatchObject({ code: 0, said: expect.stringMatching(/The audit log holds/) });
    expect(await signInAt(settings)).toMatch(/^easel_session=/);
  });
  const rows = Object.values(rowsBefore).reduce((sum, count) => sum + count, 0);
  console.log(
    `backup: ${Object.keys(rowsBefore).length} tables, ${rows} rows, ${filesBefore.length} files, all equal after the restore`,
  );
}, 240_000);

/** The stored files by their real hashes. */
async function storedUnder(dataDir: string): Promise<string[]> {
  const hashes: string[] = [];
  for (const folder of (await readdir(path.join(dataDir, 'pictures'))).sort())
    for (const name of (await readdir(path.join(dataDir, 'pictures', folder))).sort()) {
      const bytes = await readFile(path.join(dataDir, 'pictures', folder, name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(name);
      hashes.push(name);
    }
  return hashes;
}

/** Starts the site on restored data, signs a student in by the form, and returns the session's cookie. */
async function signInAt(settings: Record<string, string>): Promise<string | null> {
  await buildSite();
  const port = await freePort();
  const own = { NODE_ENV: 'production', PORT: String(port), EASEL_DEMO: 'off' } as const;
  const onGiveUp = () => {
    throw new Error('The site gave up.');
  };
  const site = await supervise({
    name: 'site',
    script: 'app/main.ts',
    env: { ...process.env, ...settings, ...own },
    onGiveUp,
  });
  try {
    const reply = await fetch(`http://localhost:${port}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ username: 'ada', password: PASSWORD }),
      redirect: 'manual',
      headers: { Origin: `http://localhost:${port}`, 'Sec-Fetch-Mode': 'navigate' },
    });
    return reply.headers.get('set-cookie');
  } finally {
    await site.stop();
  }
}

it('deletes again who was deleted after the backup, by the list that lies beside it', async () => {
  const older = path.join(scratch, 'older.tar.gz');
  await backUp(older);
  const { classmate } = world.ids;
  expect(await deleteStudent({ actorId: null, studentId: classmate })).toBe(true);
  // The next backup brings the list in the folder up to date.
  await backUp(path.join(scratch, 'newer.tar.gz'));
  const dataDir = path.join(scratch, 'deleted again');
  const { said } = await runCommand('restore', [older], { EASEL_DATA_DIR: dataDir });
  expect(said).toMatch(/1 deletions? (was|were) made again/);
  await withRestored(dataDir, async (databaseUrl) => {
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    const { rows } = await client.query('SELECT id FROM "User" WHERE id = $1', [classmate]);
    await client.end();
    expect(rows).toEqual([]);
  });
  expect(await readFile(path.join(dataDir, 'deletions.jsonl'), 'utf8')).toContain(classmate);
}, 120_000);

describe('says in a sentence what is wrong, and leaves nothing behind', () => {
  const target = () => path.join(scratch, 'refused');

  /** A copy of the backup with some of its entries changed. */
  async function change(name: string, entries: Record<string, (bytes: Buffer) => Buffer>) {
    const changed = path.join(scratch, `${name}.tar.gz`);
    const archive = createArchive(changed);
    for await (const { name: entry, bytes } of readArchive(file, {}))
      await archive.add(entry, entries[entry]?.(bytes) ?? bytes);
    await archive.close();
    return changed;
  }

  const changeManifest = (name: string, change_: (manifest: Record<string, unknown>) => object) =>
    change(name, {
      'manifest.json': (bytes) => {
        const manifest = JSON.parse(bytes.toString()) as Record<string, unknown>;
        return Buffer.from(JSON.stringify({ ...manifest, ...change_(manifest) }));
      },
    });

  const CASES: [what: string, make: () => Promise<string>, sentence: RegExp][] = [
    ['no file', async () => path.join(scratch, 'none.tar.gz'), /There is no .*none\.tar\.gz/],
    [
      'something else',
      async () => {
        const other = path.join(scratch, 'other.tar.gz');
        await writeFile(other, 'a letter to the school');
        return other;
      },
      /damaged, or not a backup/,
    ],
    [
      'a file that was cut off',
      async () => {
        const cut = path.join(scratch, 'cut.tar.gz');
        await copyFile(file, cut);
        await truncate(cut, Math.floor((await stat(file)).size * 0.8));
        return cut;
      },
      /not complete: its end is missing/,
    ],
    [
      'a picture that is another',
      async () => {
        let picture = '';
        for await (const { name } of readArchive(file, {}))
          if (name.startsWith('files/pictures/')) picture ||= name;
        return change('picture', { [picture]: () => Buffer.from('another picture') });
      },
      /“files\/pictures\/[^”]+” in it is not as it was packed/,
    ],
    [
      'rows that are others',
      () => change('rows', { 'tables/Class/000000': (bytes) => bytes.subarray(0, -2) }),
      /“tables\/Class\/000000” in it is not as it was packed/,
    ],
    [
      'a newer format',
      () => changeManifest('format', () => ({ format: 2 })),
      /made by a newer Easel/,
    ],
    [
      'a newer database',
      () =>
        changeManifest('migrations', ({ migrations }) => ({
          migrations: [...(migrations as string[]), '20991231000000_hoverboards'],
        })),
      /made by a newer Easel/,
    ],
    [
      'another number of rows',
      () =>
        changeManifest('count', ({ tables }) => {
          const { Class } = tables as { Class: object };
          return { tables: { ...(tables as object), Class: { ...Class, rows: 7 } } };
        }),
      /“Class” has 4 rows, where the backup had 7/,
    ],
  ];

  it.each(CASES)('%s', async (_what, make, sentence) => {
    const { code, said } = await runCommand('restore', [await make()], {
      EASEL_DATA_DIR: target(),
    });
    expect(said).toMatch(/Nothing was restored\./);
    expect(said).toMatch(sentence);
    expect(code).toBe(1);
    expect(existsSync(target())).toBe(false);
  });

  it('a folder that is not empty', async () => {
    const dataDir = path.join(scratch, 'full');
    await mkdir(dataDir);
    await writeFile(path.join(dataDir, 'notes.txt'), 'mine');
    const { code, said } = await runCommand('restore', [file], { EASEL_DATA_DIR: dataDir });
    expect(said).toMatch(/full is not empty, and a restore goes only into an empty folder/);
    expect(code).toBe(1);
    expect(await readdir(dataDir)).toEqual(['notes.txt']);
  });

  it('a database that is not empty', async () => {
    const before = await countAll(env().DATABASE_URL);
    const { code, said } = await runCommand('restore', [file], {
      DATABASE_URL: env().DATABASE_URL,
      EASEL_DATA_DIR: target(),
    });
    expect(said).toMatch(/DATABASE_URL names is not empty/);
    expect(code).toBe(1);
    expect(await countAll(env().DATABASE_URL)).toEqual(before);
  });

  it('a data folder that Easel runs on', async () => {
    const dataDir = path.join(scratch, 'running');
    const database = await startDatabase({ dir: path.join(dataDir, 'database') });
    const { code, said } = await runCommand('restore', [file], { EASEL_DATA_DIR: dataDir });
    await database.stop();
    expect(said).toMatch(/Easel is running on .*running\. Stop it/);
    expect(code).toBe(1);
  });

  it('a backup that finds no room', async () => {
    const to = path.join(scratch, 'no room', 'one.tar.gz');
    const settings = { DATABASE_URL: env().DATABASE_URL, EASEL_DATA_DIR: env().EASEL_DATA_DIR };
    const { code, said } = await runWithSmallFiles('backup', [to], settings, 8);
    expect(said).toMatch(/No backup was made\. .*no larger/);
    expect(code).toBe(1);
    expect(await readdir(path.dirname(to))).toEqual([]);
  });
});
