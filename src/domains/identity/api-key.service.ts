import { createHash, randomBytes } from 'node:crypto';
import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { FunctionPoint, refuseUncovered } from '../access/index.js';
import type { ApiKeyCreateInput, ApiKeyRevokeInput, ApiKeyRotateInput, ApiKeysReclaimInput } from './account.inputs.js';
import { ApiKey, ApiKeyKind } from './api-key.js';

const LONGEST_MS = 2 * 366 * 86_400_000;

/** A key and its text, which is told once. */
export interface MadeKey {
  apiKey: ApiKey;
  secret: string;
}

/** What is kept of a key. */
export const digestOfKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** A new key: `sbk_`, eight characters by which it is known, and 256 random bits. */
function newKey(): { keyId: string; secret: string; digest: string } {
  const keyId = `sbk_${randomBytes(5).toString('hex').slice(0, 8)}`;
  const secret = `${keyId}_${randomBytes(32).toString('base64url')}`;
  return { keyId, secret, digest: digestOfKey(secret) };
}

/** Makes a key that is limited to some function points, which the caller must hold and may pass on. */
export async function createKey(context: CallContext, input: ApiKeyCreateInput): Promise<MadeKey> {
  return context.database.write(context, async (tx) => {
    if (input.kind === ApiKeyKind.PARTNER && !input.partner)
      refuse('REQUIRED', 'A key of a partner names the partner.', ['input', 'partner']);
    const scope: string[] = [];
    for (const [index, id] of input.functionPointIds.entries())
      scope.push((await tx.get(FunctionPoint, id, ['input', 'functionPointIds', index], { lock: false })).code);
    await refuseUncovered(
      tx,
      scope.map((code) => ({ code, limit: null })),
      ['input', 'functionPointIds'],
    );
    const { name, kind, partner = null, client = null } = input;
    return add(tx, { name: name.trim(), kind, partner, client, scope, replaces: null }, input.expiresAt);
  });
}

function add(
  tx: Transaction,
  key: Pick<ApiKey, 'name' | 'kind' | 'partner' | 'client' | 'scope' | 'replaces'>,
  expiry: string,
): MadeKey {
  const expiresAt = new Date(expiry);
  if (expiresAt <= tx.at) refuse('INVALID_PERIOD', 'The end must be to come.', ['input', 'expiresAt']);
  if (expiresAt.getTime() - tx.at.getTime() > LONGEST_MS)
    refuse('INVALID_PERIOD', 'A key is valid for two years at most.', ['input', 'expiresAt']);
  const { secret, ...kept } = newKey();
  const apiKey = tx.add(
    Object.assign(new ApiKey(), {
      ...key,
      ...kept,
      expiresAt,
      revokedAt: null,
      lastUsedAt: null,
      madeBy: tx.caller.subject,
    }),
  );
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'api.key.created',
    subject: apiKey,
    data: { keyId: kept.keyId, kind: key.kind, scope: key.scope },
  });
  return { apiKey, secret };
}

/** Replaces a key by a new one; for a while both are valid. */
export async function rotateKey(context: CallContext, input: ApiKeyRotateInput): Promise<MadeKey> {
  return context.database.write(context, async (tx) => {
    const old = await usableKey(tx, input.apiKeyId);
    await refuseUncovered(
      tx,
      old.scope.map((code) => ({ code, limit: null })),
      ['input', 'apiKeyId'],
    );
    const end = new Date(tx.at.getTime() + input.overlapHours * 3_600_000);
    if (end < old.expiresAt) old.expiresAt = end;
    const { name, kind, partner = null, client = null, scope } = old;
    return add(tx, { name, kind, partner, client, scope: [...scope], replaces: old }, input.expiresAt);
  });
}

/** Revokes a key. */
export async function revokeKey(context: CallContext, input: ApiKeyRevokeInput): Promise<ApiKey> {
  return context.database.write(context, async (tx) => end(tx, await usableKey(tx, input.apiKeyId), input.reason));
}

/** Revokes every key of a partner, which ends all that the partner's operators may do (SYS-53). */
export async function reclaimKeys(context: CallContext, input: ApiKeysReclaimInput): Promise<ApiKey[]> {
  return context.database.write(context, async (tx) => {
    const ended = await endKeysOf(tx, input.partner, input.reason);
    if (ended.length === 0) refuse('NOT_FOUND', 'No key of this partner is valid.', ['input', 'partner']);
    return ended;
  });
}

/** Ends the keys of the partner with this code that are valid. */
export async function endKeysOf(tx: Transaction, partner: string, reason: string): Promise<ApiKey[]> {
  const valid = { partner, revokedAt: null, expiresAt: { $gt: tx.at } };
  const found = await tx.em.find(ApiKey, valid, { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE });
  return found.map((key) => end(tx, key, reason));
}

function end(tx: Transaction, key: ApiKey, reason: string): ApiKey {
  key.revokedAt = tx.at;
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'api.key.revoked',
    subject: key,
    reason,
    data: { keyId: key.keyId },
  });
  return key;
}

async function usableKey(tx: Transaction, id: string): Promise<ApiKey> {
  const key = await tx.get(ApiKey, id, ['input', 'apiKeyId']);
  if (key.revokedAt || key.expiresAt <= tx.at) refuse('ENDED', 'The key is no longer valid.', ['input', 'apiKeyId']);
  return key;
}
