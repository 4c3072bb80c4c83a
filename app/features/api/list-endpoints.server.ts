import { SCOPES } from '#app/features/api-tokens/scopes.ts';
import { ENDPOINTS } from './endpoints/all-endpoints.ts';

/** The API's endpoints as its page lists them. */
export function listEndpoints() {
  return ENDPOINTS.map(({ method, path, summary, scope, body }) => ({
    method: method.toUpperCase(),
    path,
    summary,
    needs: scope ? `The token must be allowed to: ${SCOPES[scope]}.` : 'Any token will do.',
    hasBody: body !== undefined,
  }));
}
