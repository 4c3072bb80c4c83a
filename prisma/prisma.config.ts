import { PrismaPg } from '@prisma/adapter-pg';
import { Pool } from 'pg';
import type { QueryResult } from 'pg';
import { defineConfig } from 'prisma/config';

// The catalogs that migrations read use "char" (18) and name (19), which the adapter does not know:
// they are read as text (25), and their arrays (1002, 1003) as text[] (1009).
const READ_AS = new Map([
  [18, 25],
  [19, 25],
  [1002, 1009],
  [1003, 1009],
]);

/** A pg pool whose results name only types that Prisma's adapter knows. */
class CatalogPool extends Pool {
  // pg's overloads (callback, submittable) all end here with a config object from the adapter.
  override query(...args: unknown[]): never {
    const run = super.query.bind(this) as (...args: unknown[]) => Promise<QueryResult>;
    return run(...args).then((result) => {
      for (const field of result.fields ?? [])
        field.dataTypeID = READ_AS.get(field.dataTypeID) ?? field.dataTypeID;
      return result;
    }) as never;
  }
}

/** Prisma's adapter cuts a script at every semicolon, also inside a function. Sent whole it is one transaction. */
class WholeScripts extends PrismaPg {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    super(pool);
    this.#pool = pool;
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => void (await this.#pool.query(script));
    return adapter;
  }
}

/** `prisma migrate` over the JavaScript driver, so that no engine is downloaded. */
export default defineConfig({
  experimental: { adapter: true },
  engine: 'js',
  schema: './schema.prisma',
  migrations: { path: './migrations' },
  adapter: async () =>
    new WholeScripts(new CatalogPool({ connectionString: process.env.DATABASE_URL })),
});
