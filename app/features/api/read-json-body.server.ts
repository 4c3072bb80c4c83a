import { UserError } from '#app/platform/user-error.ts';

/** A request's largest body: a few pictures in base64. */
const MOST_BYTES = 32 * 1024 * 1024;

/**
 * Reads a request's body as JSON; an empty one is `{}`. Throws a UserError where it is too large or no JSON. What
 * comes beyond the limit is not read.
 */
export async function readJsonBody(request: Request): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const tooLarge = () => new UserError('This request is larger than 32 MB.', { status: 413 });
  if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) throw tooLarge();
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > MOST_BYTES) throw tooLarge();
    chunks.push(chunk);
  }
  if (length === 0) return {};
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    throw new UserError('The body of this request is no JSON.');
  }
}
