import type { CallContext } from '../../kernel/database/context.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { runLater } from './jobs.js';

const FOLLOWERS = `select "id" from "process_instance" where "starts_after_id" = $1 and "started_at" is null and "status" = any($2) order by "id"`;

/** Lets instances begin that were told to wait for the end of one that has ended (WFL-49). */
export async function follow(context: CallContext, instanceId: string): Promise<void> {
  const { rows } = await context.database.pool.query<{ id: string }>(FOLLOWERS, [instanceId, OPEN_INSTANCES]);
  await context.database.write(context, async (tx) => rows.forEach(({ id }) => runLater(tx, id)));
}
