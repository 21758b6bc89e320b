import { send, type Sent } from './send.js';
import { targetFault } from './target.js';
import { AttemptOutcome } from './webhook.enums.js';
import { webhookTargets } from './webhook.ports.js';
import { signatureHeaders } from './webhook-secret.js';

/** A body for an address outside, and with what it is signed. */
export interface SignedPost {
  url: string;
  /** Names the message: the same at each attempt. */
  id: string;
  body: string;
  contentType: string;
  /** Secrets in base64, the newest first. */
  secrets: readonly string[];
  /** Further headers. */
  headers?: Readonly<Record<string, string>>;
  /** Whether the beginning of the answer is wanted when the body was taken: 1024 bytes. */
  reads?: boolean;
}

/** Sends a body once, signed as Standard Webhooks say, to an address that the rules of the operator allow. Never throws. */
export async function postSigned({ url, id, body, contentType, secrets, headers, reads }: SignedPost): Promise<Sent> {
  const rules = webhookTargets.adapter;
  // The rules of the operator may have changed since the address was accepted.
  const fault = targetFault(url, rules);
  if (fault) return failure(AttemptOutcome.TARGET_FORBIDDEN, fault.message);
  const signed = signatureHeaders({ id, timestamp: Math.floor(Date.now() / 1000), body }, secrets);
  const sent = { ...headers, ...signed, 'content-type': contentType, 'user-agent': 'Switchboard-Webhooks/1' };
  return send(new URL(url), sent, body, rules, reads);
}

/** An attempt that did not get as far as being sent. */
export const failure = (outcome: AttemptOutcome, error: string): Sent => ({
  outcome,
  responseCode: null,
  responseBody: null,
  error: error.slice(0, 500),
  retryAfterMs: 0,
});
