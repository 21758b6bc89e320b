import type { CallContext } from '../../kernel/database/context.js';
import { codedError, type ErrorCode, type InputPath } from '../../kernel/errors/index.js';

const KNOWN = `select exists (select 1 from "sales_channel" where "code" = $1)
  or exists (select 1 from "partner" where "code" = $1 and "status" = 'ACTIVE') "known"`;

/**
 * Refuses a query about a sale through a channel that there is not: neither one of the list, be it active or not, nor an active partner,
 * just as orders do (PRD-48).
 * @throws NOT_FOUND
 */
export async function requireKnownChannel(
  { database }: Pick<CallContext, 'database'>,
  code: string | null | undefined,
  path: InputPath,
): Promise<void> {
  if (!code) return;
  const { rows } = await database.pool.query<{ known: boolean }>({
    name: 'known_channel',
    text: KNOWN,
    values: [code],
  });
  if (!rows[0]!.known)
    throw codedError('NOT_FOUND' satisfies ErrorCode, 'There is no sales channel with this code.', { path });
}
