import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import type { ViteDevServer } from 'vite';
import { refuseCrossSite } from './platform/cross-site.server.ts';
import { env } from './platform/env.server.ts';
import { limitForms } from './platform/limit-forms.server.ts';
import { securityHeaders } from './platform/security-headers.server.ts';

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** For inline scripts of this response; the content security policy allows no others. */
    nonce: string;
    /** Aborts when the browser hangs up. `request.signal` does not: Express clones the request. */
    closed: AbortSignal;
    /** The address that rate limits count by. */
    clientIp: string;
  }
}

/**
 * The site as an Express app: static files, security headers, the one cross-site check, then Remix.
 * `vite` is the development server; without it the built site is served.
 */
export async function createSite(vite?: ViteDevServer): Promise<express.Express> {
  const app = express();
  const production = !vite;
  app.disable('x-powered-by');
  if (env().EASEL_ORIGIN) app.set('trust proxy', 1);
  // Server-sent events are written a few bytes at a time: compressing would hold them back.
  app.use(
    compression({
      filter: (req, res) =>
        !String(res.getHeader('content-type')).startsWith('text/event-stream') &&
        compression.filter(req, res),
    }),
  );
  if (vite) app.use(vite.middlewares);
  else {
    const client = path.resolve('build/client');
    app.use('/assets', express.static(`${client}/assets`, { immutable: true, maxAge: '1y' }));
    app.use(express.static(client, { maxAge: '1h' }));
  }
  app.use((_req, res, next) => {
    res.locals.nonce = randomBytes(16).toString('base64');
    next();
  });
  app.use(securityHeaders({ production }));
  app.use(refuseCrossSite);

  const build = vite
    ? async () =>
        limitForms((await vite.ssrLoadModule('virtual:remix/server-build')) as ServerBuild)
    : limitForms((await import(path.resolve('build/server/index.js'))) as ServerBuild);
  app.all(
    '*',
    createRequestHandler({
      build,
      getLoadContext(req, res) {
        const closing = new AbortController();
        res.on('close', () => closing.abort());
        return {
          nonce: res.locals.nonce as string,
          closed: closing.signal,
          clientIp: req.ip ?? 'unknown',
        };
      },
    }),
  );
  return app;
}
