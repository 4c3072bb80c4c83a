import { env } from '#app/platform/env.server.ts';
import { isPrivateLiteral } from '#app/platform/public-address.ts';
import { UserError } from '#app/platform/user-error.ts';

/**
 * Whether a webhook may be sent into the school's own network: only to a host that its admin has named in
 * EASEL_WEBHOOK_HOSTS, as `name` or `name:port`.
 */
export function isNamedHost(url: URL): boolean {
  return env().EASEL_WEBHOOK_HOSTS.some((host) => host === url.host || host === url.hostname);
}

/** Throws a UserError where a webhook can't be sent there: https to a public host, or a host that is named. */
export function checkWebhookUrl(text: string): void {
  const url = new URL(text);
  const refuse = (sentence: string) => new UserError(sentence, { field: 'url' });
  if (url.username || url.password) throw refuse('Leave name and password out of the address.');
  if (isNamedHost(url) && /^https?:$/.test(url.protocol)) return;
  if (url.protocol !== 'https:') throw refuse('The address must begin with https://.');
  if (isPrivateLiteral(url.hostname) || url.hostname === 'localhost')
    throw refuse('This address is within a private network. An admin can allow it.');
}
