import { log } from '#app/platform/log.server.ts';
import { TooManyRequestsError } from '#app/platform/rate-limit.server.ts';
import { UserError } from '#app/platform/user-error.ts';

/** A failed request's answer in the form of AUTOMATIC1111's WebUI, whose clients show `errors`. */
export function sendWebuiError(error: unknown): Response {
  if (!(error instanceof UserError)) {
    log.error({ reason: error instanceof Error ? error.stack : String(error) }, 'webui: failed');
    return reply(500, 'Error', 'Something went wrong in Easel. Try again later.');
  }
  const headers: Record<string, string> =
    error instanceof TooManyRequestsError ? { 'Retry-After': String(error.retryAfterS) } : {};
  return reply(error.status, 'HTTPException', error.message, headers);
}

function reply(status: number, name: string, sentence: string, headers: HeadersInit = {}) {
  return Response.json(
    { error: name, detail: sentence, body: '', errors: sentence },
    { status, headers },
  );
}

/** What Easel can't do is said, and not done in silence in another way. */
export class NotInEasel extends UserError {
  constructor(what: string) {
    super(`Easel has no ${what}.`, { status: 422 });
    this.name = 'NotInEasel';
  }
}
