import type { CallContext } from '../../kernel/database/context.js';
import { codedError, type ErrorCode, type InputPath } from '../../kernel/errors/index.js';
import { findActivePartner } from '../partner/index.js';

const LISTED = `select 1 from "sales_channel" where "code" = $1`;

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
  const { rowCount } = await database.pool.query({ name: 'listed_channel', text: LISTED, values: [code] });
  // A partner sells through itself; which partners are active is theirs to say.
  if (rowCount || (await findActivePartner(database, code)) !== undefined) return;
  throw codedError('NOT_FOUND' satisfies ErrorCode, 'There is no sales channel with this code.', { path });
}
