import type { Database } from '../../kernel/database/database.js';

/** Whether the account of a token is in use and its tokens were not ended; tokens that name no account are not asked for here. */
export async function isSessionOpen({ pool }: Pick<Database, 'pool'>, session: string): Promise<boolean> {
  const [id, count] = session.split(':');
  const { rowCount } = await pool.query({
    name: 'session_open',
    text: `select 1 from "user_account" where "id"::text = $1 and "session"::text = $2 and "status" = 'ACTIVE'`,
    values: [id, count],
  });
  return rowCount === 1;
}
