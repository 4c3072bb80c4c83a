import type { RequestHandler } from 'express';
import { env } from './env.server.ts';

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
  const allowed = origin ? origin === new URL(own).origin : site === 'same-origin';
  if (allowed) return next();
  res
    .status(403)
    .type('text/plain')
    .send('This request came from another site, so Easel refused it.');
};
