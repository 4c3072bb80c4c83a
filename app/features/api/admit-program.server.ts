import { findApiViewer, TokenRefused } from '#app/features/api-tokens/find-api-viewer.server.ts';
import type { ApiViewer } from '#app/features/api-tokens/find-api-viewer.server.ts';
import { SCOPES } from '#app/features/api-tokens/scopes.ts';
import type { Scope } from '#app/features/api-tokens/scopes.ts';
import { log } from '#app/platform/log.server.ts';
import { limitRequests, TooManyRequestsError } from '#app/platform/rate-limit.server.ts';
import { UserError } from '#app/platform/user-error.ts';

/** Unknown tokens of one address: a school's programs may stand behind it, so working ones don't count. */
const STRANGERS_PER_MINUTE = 60;

interface AdmitOptions {
  request: Request;
  clientIp: string;
  /** What the token must be allowed to do; null where any token will do. */
  scope: Scope | null;
}

/**
 * Lets a program in: its token works now, may do this, and has requests left this minute. A refusal is thrown as
 * a UserError and logged, by ids alone.
 */
export async function admitProgram({ request, clientIp, scope }: AdmitOptions): Promise<ApiViewer> {
  let tokenId: string | undefined;
  try {
    const viewer = await findApiViewer(request);
    tokenId = viewer.tokenId;
    await limitRequests('token', tokenId, viewer.perMinute);
    if (scope && !viewer.scopes.includes(scope))
      throw new UserError(`This token may not do that. It needs “${SCOPES[scope]}” (${scope}).`, {
        status: 403,
      });
    return viewer;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    let refusal = error;
    if (error instanceof TokenRefused && !error.tokenId)
      refusal = (await countStranger(clientIp)) ?? error;
    const known = tokenId ?? (error instanceof TokenRefused ? error.tokenId : undefined);
    log.warn({ tokenId: known, status: refusal.status, reason: reasonOf(refusal) }, 'api: refused');
    throw refusal;
  }
}

async function countStranger(clientIp: string): Promise<TooManyRequestsError | undefined> {
  try {
    await limitRequests('stranger', clientIp, STRANGERS_PER_MINUTE);
    return undefined;
  } catch (error) {
    if (error instanceof TooManyRequestsError) return error;
    throw error;
  }
}

function reasonOf(error: UserError): string {
  if (error instanceof TokenRefused) return error.reason;
  return error instanceof TooManyRequestsError ? 'too many' : 'scope';
}
