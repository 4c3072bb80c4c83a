import { db } from '#app/platform/db.server.ts';
import { UserError } from '#app/platform/user-error.ts';
import { hashApiToken, TOKEN_START } from './hash-api-token.server.ts';
import type { Scope } from './scopes.ts';

const USED_EVERY_MS = 60_000;

/** Who calls, by their token: one person in one class. */
export interface ApiViewer {
  tokenId: string;
  user: { id: string };
  classId: string;
  role: 'student' | 'teacher';
  perMinute: number;
  webuiModelId: string | null;
  scopes: Scope[];
}

/** A call without a token that works; `tokenId` where it is one that was known. */
export class TokenRefused extends UserError {
  readonly reason: 'missing' | 'unknown' | 'revoked' | 'expired' | 'left' | 'off';
  readonly tokenId: string | undefined;

  constructor(reason: TokenRefused['reason'], tokenId?: string) {
    super(SENTENCES[reason], { status: reason === 'left' || reason === 'off' ? 403 : 401 });
    this.name = 'TokenRefused';
    this.reason = reason;
    this.tokenId = tokenId;
  }
}

const SENTENCES = {
  missing: 'Send your token with each request, as “Authorization: Bearer easel_…”.',
  unknown: 'This token is not known here.',
  revoked: 'This token was taken back.',
  expired: 'This token has run out. Make a new one.',
  left: 'The class of this token is not yours any more.',
  off: 'Programs are switched off for this class. Its teacher can switch them on.',
};

/**
 * Finds whose token a request carries: as a bearer token, or as the name or the password of basic
 * authentication, which WebUI's clients send. Throws TokenRefused where it does not work now.
 */
export async function findApiViewer(request: Request): Promise<ApiViewer> {
  const token = readToken(request.headers.get('authorization') ?? '');
  if (!token) throw new TokenRefused('missing');
  const found = await db.apiToken.findUnique({
    where: { hash: hashApiToken(token) },
    include: { class: { select: { programsOn: true } } },
  });
  if (!found) throw new TokenRefused('unknown');
  const { id, userId, classId } = found;
  if (found.revokedAt) throw new TokenRefused('revoked', id);
  if (found.expiresAt <= new Date()) throw new TokenRefused('expired', id);
  const membership = await db.membership.findFirst({
    where: { userId, classId, removedAt: null },
    select: { role: true },
  });
  if (!membership) throw new TokenRefused('left', id);
  if (membership.role === 'student' && !found.class.programsOn) throw new TokenRefused('off', id);
  await noteUse(id);
  return {
    tokenId: id,
    user: { id: userId },
    classId,
    role: membership.role,
    perMinute: found.perMinute,
    webuiModelId: found.webuiModelId,
    scopes: found.scopes as Scope[],
  };
}

function readToken(authorization: string): string | undefined {
  const [, scheme = '', credentials = ''] = /^(\w+) +(\S+)$/.exec(authorization.trim()) ?? [];
  if (scheme.toLowerCase() === 'bearer') return credentials;
  if (scheme.toLowerCase() !== 'basic') return undefined;
  const [name = '', ...password] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
  return [password.join(':'), name].find((part) => part.startsWith(TOKEN_START));
}

/** A minute's exactness is enough, and saves a write a request. */
async function noteUse(id: string): Promise<void> {
  const now = Date.now();
  await db.apiToken.updateMany({
    where: {
      id,
      OR: [{ lastUsedAt: null }, { lastUsedAt: { lt: new Date(now - USED_EVERY_MS) } }],
    },
    data: { lastUsedAt: new Date(now) },
  });
}
