import type { Database } from '../../kernel/database/database.js';
import type { Claims } from '../../kernel/access/index.js';
import { digestOfKey } from './api-key.service.js';

/** Longer ones are refused unread. */
const MAX_LENGTH = 100;
const KEY = /^sbk_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/;

/** The use is noted to the hour, so that a busy key does not write at each call. */
const FIND = `
  with "found" as (
    select * from "api_key" where "digest" = $1 and "revoked_at" is null and "expires_at" > now()
  ), "used" as (
    update "api_key" "k" set "last_used_at" = date_trunc('hour', now()) from "found" "f"
    where "k"."id" = "f"."id" and "f"."last_used_at" is distinct from date_trunc('hour', now())
  )
  select "key_id" "keyId", "name", "kind", "partner", "client", "scope", "expires_at" "expiresAt" from "found"`;

interface KeyRow {
  keyId: string;
  name: string;
  kind: 'SYSTEM' | 'PARTNER';
  partner: string | null;
  client: string | null;
  scope: string[];
  expiresAt: Date;
}

/** Whether a bearer token looks like a key of ours. */
export const isApiKey = (token: string): boolean => token.startsWith('sbk_');

/** What a key says about its bearer; undefined when it is not valid. */
export async function findKey({ pool }: Pick<Database, 'pool'>, token: string): Promise<Claims | undefined> {
  if (token.length > MAX_LENGTH || !KEY.test(token)) return undefined;
  const { rows } = await pool.query<KeyRow>({ name: 'api_key_find', text: FIND, values: [digestOfKey(token)] });
  const [key] = rows;
  if (!key) return undefined;
  return {
    sub: key.keyId,
    name: key.name,
    key: true,
    role: key.kind === 'PARTNER' ? 'partner' : 'system',
    scope: key.scope,
    ...(key.partner === null ? {} : { partner: key.partner }),
    ...(key.client === null ? {} : { client: key.client }),
    exp: Math.floor(key.expiresAt.getTime() / 1000),
  };
}
