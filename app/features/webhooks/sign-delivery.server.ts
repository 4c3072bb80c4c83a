import { createHmac } from 'node:crypto';

/** The `Easel-Signature` of a body: when it was signed, and the HMAC-SHA256 of time, a dot and the body. */
export function signDelivery(secret: string, body: string, timestampS: number): string {
  const hex = createHmac('sha256', secret).update(`${timestampS}.${body}`).digest('hex');
  return `t=${timestampS},v1=${hex}`;
}
