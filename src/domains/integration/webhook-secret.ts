import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';

/** A new secret of 32 bytes, as it is kept: base64. */
export const newSecret = (): string => randomBytes(32).toString('base64');

/** The secret as its owner gets it. */
export const shownSecret = (secret: string): string => PREFIX + secret;

/** What is signed. */
export interface SignedRequest {
  /** `webhook-id`: the same at each attempt. */
  id: string;
  /** `webhook-timestamp`: seconds since 1970. */
  timestamp: number;
  body: string;
}

/** The headers of Standard Webhooks: one signature per secret, the newest first. */
export function signatureHeaders({ id, timestamp, body }: SignedRequest, secrets: readonly string[]) {
  const sign = (secret: string) =>
    createHmac('sha256', Buffer.from(secret, 'base64')).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': secrets.map((secret) => `v1,${sign(secret)}`).join(' '),
  };
}
