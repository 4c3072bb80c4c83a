import { STATUS_CODES } from 'node:http';
import { log } from '#app/platform/log.server.ts';
import { TooManyRequestsError } from '#app/platform/rate-limit.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { BadRequest } from './bad-request.ts';

/**
 * A failed request's answer after RFC 9457: an expected failure as its sentence and its fields, any other as a
 * 500 that says nothing; its cause is logged.
 */
export function sendProblem(error: unknown): Response {
  // A verb's 404 for what is not this person's.
  if (error instanceof Response) return problem(error.status, 'There is no such thing here.');
  if (!(error instanceof UserError)) {
    log.error({ reason: error instanceof Error ? error.stack : String(error) }, 'api: failed');
    return problem(500, 'Something went wrong in Easel. Try again later.');
  }
  const { status, message, field } = error;
  const faults = error instanceof BadRequest ? error.faults : field ? [{ field, message }] : [];
  return problem(status, message, faults, {
    // Not “Basic”: a browser would keep that password and send it by itself.
    ...(status === 401 && { 'WWW-Authenticate': 'Bearer' }),
    ...(error instanceof TooManyRequestsError && { 'Retry-After': String(error.retryAfterS) }),
  });
}

function problem(
  status: number,
  detail: string,
  errors: { field: string; message: string }[] = [],
  headers: Record<string, string> = {},
): Response {
  const title = STATUS_CODES[status] ?? 'Error';
  const body = { type: 'about:blank', title, status, detail, ...(errors.length > 0 && { errors }) };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      ...headers,
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
    },
  });
}
