import { isIP } from 'node:net';
import { isPublicAddress } from './address-rules.js';
import type { WebhookTargetRules } from './webhook.ports.js';

/** The host of a URL without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** Whether the operator lets this host be reached wherever it lies. */
export const isTrusted = (host: string, rules: WebhookTargetRules): boolean => rules.allowPrivate.includes(host);

/** Why a text cannot be the target of a webhook, as code and words; undefined when it can. Names are resolved when requests are sent. */
export function targetFault(text: string, rules: WebhookTargetRules): { code: string; message: string } | undefined {
  const url = URL.parse(text);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return { code: 'BAD_URL', message: 'An address that begins with https:// is needed.' };
  const host = hostOf(url);
  if (url.username || url.password || url.hash)
    return { code: 'BAD_URL', message: 'The address may hold no user, no password and no fragment.' };
  const trusted = isTrusted(host, rules);
  if (url.protocol === 'http:' && !rules.allowHttp && !trusted)
    return { code: 'NOT_ENCRYPTED', message: 'Only targets with https:// are allowed.' };
  if (!trusted && (isIP(host) !== 0 ? !isPublicAddress(host) : isLocalName(host)))
    return { code: 'TARGET_FORBIDDEN', message: 'Targets inside private or special networks are not allowed.' };
  return undefined;
}

const isLocalName = (host: string): boolean =>
  /(^|\.)(localhost|local|internal|home\.arpa)\.?$/i.test(host) || !host.includes('.');
