import { env } from '#app/platform/env.server.ts';

/** Where this site is reached, for addresses that are given to programs. */
export function findOrigin(request: Request): string {
  return new URL(env().EASEL_ORIGIN ?? request.url).origin;
}
