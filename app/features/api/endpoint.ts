import type { z } from 'zod';
import type { Scope } from '#app/features/api-tokens/scopes.ts';

/** One thing that the API does: what it takes, what it gives, and what a token needs for it. */
export interface Endpoint<
  Query extends z.ZodTypeAny = z.ZodTypeAny,
  Body extends z.ZodTypeAny = z.ZodTypeAny,
  Reply extends z.ZodTypeAny = z.ZodTypeAny,
> {
  method: 'get' | 'post' | 'delete';
  /** Below `/api/v1`, as OpenAPI writes it: `/generations/{generationId}`. */
  path: string;
  summary: string;
  description?: string;
  scope: Scope | null;
  query?: Query;
  body?: Body;
  /** What comes back, as JSON or, of `file`, as bytes of one of these types. */
  reply: Reply;
  file?: string[];
  status?: 200 | 201 | 202;
}

export function defineEndpoint<
  Query extends z.ZodTypeAny,
  Body extends z.ZodTypeAny,
  Reply extends z.ZodTypeAny,
>(endpoint: Endpoint<Query, Body, Reply>): Endpoint<Query, Body, Reply> {
  return endpoint;
}
