import { z } from 'zod';

/** Raised when an older Easel could no longer read what is written. */
export const FORMAT = 1;

/** The manifest is the archive's last entry, so an archive that was cut off has none. */
export const MANIFEST = 'manifest.json';

/** Rows of a table, as PostgreSQL's COPY writes them, in pieces that are numbered in their order. */
export const TABLE_ENTRY = /^tables\/(\w+)\/\d{6}$/;
/** A file of the data folder, under its path there. */
export const FILE_ENTRY = /^files\/(pictures\/[0-9a-f]{2}\/[0-9a-f]{64}|deletions\.jsonl)$/;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  id: z.string().uuid(),
  madeAt: z.coerce.date(),
  /** The migrations of the database that the rows come from, in their order. */
  migrations: z.array(z.string().regex(/^\w+$/)).min(1),
  /** The newest hash of the audit log. */
  auditHead: z.string(),
  tables: z.record(
    z.object({ rows: z.number().int().nonnegative(), columns: z.array(z.string()).min(1) }),
  ),
  entries: z.record(z.object({ bytes: z.number().int().nonnegative(), sha256 })),
});

export type Manifest = z.output<typeof manifestSchema>;

/** What every manifest of every format says. */
export const anyFormatSchema = z.object({ format: z.number().int() });
