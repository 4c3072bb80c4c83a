import type { RequestHandler } from 'express';
import { env } from './env.server.ts';

/** These answer to an `Authorization` header alone, which no browser adds by itself, and to no cookie. */
const FOR_PROGRAMS = /^\/(api|sdapi)\/v1\//;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The one check against cross-site request forgery: an unsafe method must come from this very origin.
 * Browsers send `Sec-Fetch-Site` or `Origin` with each; a request with neither is no form of ours.
 */
export const refuseCrossSite: RequestHandler = (req, res, next) => {
  if (SAFE_METHODS.has(req.method)) return next();
  const site = req.get('sec-fetch-site');
  const origin = req.get('origin');
  const own = env().EASEL_ORIGIN ?? `${req.protocol}://${req.get('host')}`;
  // As Remix will read the address, so that no spelling of it passes here and means a page there.
  if (FOR_PROGRAMS.test(new URL(req.originalUrl, own).pathname)) return next();
  const allowed = origin ? origin === new URL(own).origin : site === 'same-origin';
  if (allowed) return next();
  res
    .status(403)
    .type('text/plain')
    .send('This request came from another site, so Easel refused it.');
};
