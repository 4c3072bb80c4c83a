import path from 'node:path';
import { z } from 'zod';

const blankAsUnset = (value: unknown) => (value === '' ? undefined : value);

const settingsSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  DATABASE_URL: z.string().url(),
  REDIS_URL: z.preprocess(blankAsUnset, z.string().url().optional()),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** Where pictures are kept; everything under it belongs to Easel. */
  EASEL_DATA_DIR: z.string().default('data'),
  EASEL_MODELS_DIR: z.string().default('models'),
  EASEL_LESSONS_DIR: z.string().default('lessons'),
  /** The execution provider of onnxruntime. */
  EASEL_DEVICE: z.enum(['cpu', 'cuda', 'dml', 'coreml', 'webgpu']).default('cpu'),
  /** One-click sign-in for a made-up class; refused once a real account exists. */
  EASEL_DEMO: z.enum(['on', 'off']).default('off'),
  /** The public address, where it differs from the one that a request names (behind a proxy). */
  EASEL_ORIGIN: z.preprocess(blankAsUnset, z.string().url().optional()),
  /** Hosts within the school's network that webhooks may be sent to, as `name` or `name:port`, by commas. */
  EASEL_WEBHOOK_HOSTS: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((host) => host.trim())
        .filter(Boolean),
    ),
  /** A database that teachers may read tables from: best as a role that can read nothing else. */
  EASEL_TABLES_DATABASE_URL: z.preprocess(blankAsUnset, z.string().url().optional()),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

const envSchema = settingsSchema.refine(
  (settings) =>
    !settings.EASEL_TABLES_DATABASE_URL ||
    placeOf(settings.EASEL_TABLES_DATABASE_URL) !== placeOf(settings.DATABASE_URL),
  {
    path: ['EASEL_TABLES_DATABASE_URL'],
    message: 'This is Easel’s own database, which no table may be read from.',
  },
);

function placeOf(databaseUrl: string): string {
  const { host, pathname } = new URL(databaseUrl);
  return host + pathname;
}

export type Env = z.infer<typeof envSchema>;

let parsed: Env | undefined;

/**
 * The settings of this process, read and checked once; the only reader of `process.env` in the site.
 * Throws an error that names each variable that is wrong.
 */
export function env(): Env {
  if (parsed) return parsed;
  const result = envSchema.safeParse(process.env);
  if (!result.success) {
    const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Settings are wrong.\n${faults.join('\n')}`);
  }
  parsed = result.data;
  return parsed;
}

/** A path inside the data folder, made absolute. */
export function dataPath(...parts: string[]): string {
  return path.resolve(env().EASEL_DATA_DIR, ...parts);
}
