import { lookup, type LookupAddress } from 'node:dns';
import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './address-rules.js';
import { hostOf, isTrusted } from './target.js';
import { AttemptOutcome } from './webhook.enums.js';
import { webhookPace } from './webhook-pace.js';
import type { WebhookTargetRules } from './webhook.ports.js';

const { ACCEPTED, REJECTED, TIMED_OUT, UNREACHABLE, TARGET_FORBIDDEN } = AttemptOutcome;

/** Most that is read of an answer, in bytes. */
const MAX_ANSWER = 1024;

/** How sending ended. */
export interface Sent {
  outcome: AttemptOutcome;
  responseCode: number | null;
  responseBody: string | null;
  error: string | null;
  /** How long the target asks to be left alone, in milliseconds. */
  retryAfterMs: number;
}

class ForbiddenTarget extends Error {}

/**
 * Sends a body by POST, each time over a connection of its own to an address that was checked: the name is resolved once, and
 * the connection goes to what was found, so that a name cannot answer differently to the check. Redirects are not followed.
 * @param reads whether the beginning of an answer is wanted also when the body was taken
 */
export async function send(
  url: URL,
  headers: Record<string, string>,
  body: string,
  rules: WebhookTargetRules,
  reads = false,
): Promise<Sent> {
  const signal = AbortSignal.timeout(webhookPace.timeout);
  try {
    const response = await post(url, headers, body, rules, signal);
    const responseCode = response.statusCode ?? 0;
    if (responseCode >= 200 && responseCode < 300) {
      if (reads) return result(ACCEPTED, { responseCode, responseBody: await beginning(response) });
      response.destroy();
      return result(ACCEPTED, { responseCode });
    }
    const responseBody = await beginning(response);
    const error = `The target answered with status ${responseCode}.`;
    return result(REJECTED, { responseCode, responseBody, error, retryAfterMs: retryAfter(response) });
  } catch (error) {
    if (error instanceof ForbiddenTarget) return result(TARGET_FORBIDDEN, { error: error.message });
    if (signal.aborted) return result(TIMED_OUT, { error: `No answer within ${webhookPace.timeout} ms.` });
    return result(UNREACHABLE, { error: describe(error) });
  }
}

const result = (outcome: AttemptOutcome, rest: Partial<Sent>): Sent => ({
  outcome,
  responseCode: null,
  responseBody: null,
  error: null,
  retryAfterMs: 0,
  ...rest,
});

function post(
  url: URL,
  headers: Record<string, string>,
  body: string,
  rules: WebhookTargetRules,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const host = hostOf(url);
  const trusted = isTrusted(host, rules);
  // An address in place of a name is connected to without being looked up.
  if (!trusted && isIP(host) !== 0 && !isPublicAddress(host)) throw forbidden(host);
  const payload = Buffer.from(body);
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': payload.length },
    agent: false,
    signal,
    ...(trusted ? {} : { lookup: publicLookup }),
  };
  return new Promise((resolve, reject) => {
    const sending = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, options, resolve);
    sending.on('error', reject);
    sending.end(payload);
  });
}

/** Resolves a name, and refuses it when any of its addresses is not public. */
export const publicLookup: LookupFunction = (name, options, done) => {
  lookup(name, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, []);
    const hidden = addresses.find(({ address }) => !isPublicAddress(address));
    if (hidden || addresses.length === 0) return done(forbidden(name), []);
    if (options.all) return done(null, addresses);
    const [first] = addresses;
    return done(null, first!.address, first!.family);
  });
};

const forbidden = (host: string) => new ForbiddenTarget(`${host} stands for an address that is not public.`);

/** The first bytes of an answer; a target that is slow with it is not waited for. */
async function beginning(response: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      size += chunk.length;
      if (size >= MAX_ANSWER) break;
    }
  } catch {
    // What came so far is kept; the status is known.
  }
  response.destroy();
  const text = Buffer.concat(chunks).subarray(0, MAX_ANSWER).toString('utf8').replaceAll('\u0000', '');
  return text === '' ? null : text.slice(0, MAX_ANSWER);
}

function retryAfter({ headers }: IncomingMessage): number {
  const value = headers['retry-after'];
  if (value === undefined) return 0;
  const ms = /^\d{1,6}$/.test(value) ? Number(value) * 1000 : new Date(value).getTime() - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

function describe(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  return [code, message].filter(Boolean).join(': ').slice(0, 500) || 'The connection failed.';
}
