import { z } from 'zod';

export const LOG_FORMATS = ['csv', 'jsonl', 'parquet'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

export const logExportSchema = z.object({ format: z.enum(LOG_FORMATS).catch('csv') });
