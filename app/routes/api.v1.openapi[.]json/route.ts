import type { LoaderFunctionArgs } from '@remix-run/node';
import { buildOpenApi } from '#app/features/api/build-openapi.server.ts';
import { findOrigin } from '#app/features/api/find-origin.server.ts';

/** What the API does is no secret: no token is asked for. */
export function loader({ request }: LoaderFunctionArgs) {
  return Response.json(buildOpenApi(findOrigin(request)));
}
