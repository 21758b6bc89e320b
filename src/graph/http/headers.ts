import type { Config } from '../../kernel/config/config.js';

/** Sent with every answer. Pages of our own replace the content policy with theirs. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cache-control': 'no-store',
};

type Origins = Pick<Config['http'], 'corsOrigins'>;

/** Whether pages of this origin may call us. */
export function isAllowedOrigin({ corsOrigins }: Origins, origin: string): boolean {
  return corsOrigins.includes('*') || corsOrigins.includes(origin);
}

/** Lets pages of the configured origins read our answers; says nothing to others, which browsers take as no. */
export function corsHeaders(config: Origins, origin: string | undefined): Record<string, string> {
  if (config.corsOrigins.length === 0) return {};
  if (!origin || !isAllowedOrigin(config, origin)) return { vary: 'origin' };
  return {
    vary: 'origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers': 'x-request-id, retry-after, etag',
  };
}

/** Answers a browser that asks before it calls. */
export const preflightHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, POST',
  'access-control-allow-headers':
    'authorization, content-type, x-request-id, if-none-match, idempotency-key, confirm-token, customer-verification, apollo-require-preflight, x-apollo-operation-name',
  'access-control-max-age': '600',
};
