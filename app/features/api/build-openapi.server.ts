import {
  extendZodWithOpenApi,
  OpenAPIRegistry,
  OpenApiGeneratorV31,
} from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { SCOPES } from '#app/features/api-tokens/scopes.ts';
import { ENDPOINTS } from './endpoints/all-endpoints.ts';
import type { Endpoint } from './endpoint.ts';

extendZodWithOpenApi(z);

const problemReply = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});

/** The API's description, made from the schemas that it checks with. `origin` is where it is served. */
export function buildOpenApi(origin: string) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  for (const endpoint of ENDPOINTS) registry.registerPath(describe(endpoint));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Easel',
      version: '1',
      description:
        'Pictures from programs: the same models, turns, rules and log as the site. Failures are problem+json (RFC 9457) and name the field.',
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ token: [] }],
  });
}

function describe(endpoint: Endpoint): Parameters<OpenAPIRegistry['registerPath']>[0] {
  const { method, path, summary, scope, query, body, reply, file, status = 200 } = endpoint;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const scopeLine = scope ? `Needs “${SCOPES[scope]}” (${scope}).` : 'Any token will do.';
  const good = file
    ? Object.fromEntries(
        file.map((type) => [type, { schema: { type: 'string' as const, format: 'binary' } }]),
      )
    : { 'application/json': { schema: reply } };
  return {
    method,
    path,
    summary,
    description: [endpoint.description, scopeLine].filter(Boolean).join(' '),
    request: {
      ...(names.length > 0 && {
        params: z.object(Object.fromEntries(names.map((name) => [name, z.string().uuid()]))),
      }),
      ...(query instanceof z.ZodObject && { query }),
      ...(body && { body: { content: { 'application/json': { schema: body } } } }),
    },
    responses: {
      [status]: { description: 'Done.', content: good },
      default: {
        description: 'What went wrong.',
        content: { 'application/problem+json': { schema: problemReply } },
      },
    },
  };
}
