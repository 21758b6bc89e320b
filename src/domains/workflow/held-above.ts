import type { Transaction } from '../../kernel/database/transaction.js';
import { hold, lockInstance, lockWithObject, stepAt } from './held.js';
import { OPEN_INSTANCES } from './instance.lifecycle.js';
import { planAlarmsOf } from './limit-alarms.js';
import { laterBy } from './limits.js';
import { moveLimitOfAll } from './limit-of-all.js';
import type { ProcessInstance } from './process-instance.js';
import { ProcessToken } from './process-token.js';
import { isSettling } from './settling.js';

const ABOVE = `with recursive "up" as (
    select "parent_id" "id", 1 "depth" from "process_instance" where "id" = ? and "parent_token" is not null
    union all select "i"."parent_id", "depth" + 1 from "up" join "process_instance" "i" on "i"."id" = "up"."id" where "i"."parent_token" is not null)
  select "id" from "up" order by "depth" desc`;

/** The instances in which an instance is a step that is waited for, the outermost first. */
const instancesAbove = async (tx: Transaction, instanceId: string): Promise<string[]> =>
  (await tx.em.execute<{ id: string }[]>(ABOVE, [instanceId])).map(({ id }) => id);

/** Locks the instances in which an instance is a step: whoever holds it, or lets it go on, locks from the outermost to the innermost. */
export async function lockAbove(tx: Transaction, instanceId: string): Promise<void> {
  for (const id of await instancesAbove(tx, instanceId)) await lockWithObject(tx, id);
}

/** Locks the outermost instances around several in the order of their keys, so that two who hold many never block each other. */
export async function lockOutermost(tx: Transaction, instanceIds: readonly string[]): Promise<void> {
  const outermost = new Set<string>();
  for (const id of instanceIds) outermost.add((await instancesAbove(tx, id))[0] ?? id);
  const found = await tx.em.execute<{ id: string }[]>(
    'select "id" from "process_instance" where "id" in (select value::uuid from json_array_elements_text(?::json)) order by "id"',
    [JSON.stringify([...outermost])],
  );
  for (const { id } of found) await lockWithObject(tx, id);
}

/** Says in all instances around one that is held, or a piece of whose work is, since when it is: their limits stand still too (WFL-45). */
export async function holdAbove(tx: Transaction, { parent, parentToken }: ProcessInstance): Promise<void> {
  if (!parent || !parentToken) return;
  const above = await lockInstance(tx, parent.id);
  const visit = await tx.em.findOne(ProcessToken, { id: parentToken });
  if (!visit || visit.leftAt || visit.heldAt || !OPEN_INSTANCES.includes(above.status)) return;
  visit.heldAt = tx.at;
  if (above.workHeldAt) return;
  above.workHeldAt = tx.at;
  await holdAbove(tx, above);
}

/** Lets the limits of the instances around one run again of which nothing is held any more; what time was left is left still (WFL-45). */
export async function letGoOnAbove(tx: Transaction, instance: ProcessInstance): Promise<void> {
  const { parent, parentToken } = instance;
  if (!parent || !parentToken || instance.suspendedAt || instance.workHeldAt) return;
  const above = await lockInstance(tx, parent.id);
  const visit = await tx.em.findOne(ProcessToken, { id: parentToken });
  if (!visit?.heldAt) return;
  const since = visit.heldAt;
  visit.heldAt = null;
  if (!OPEN_INSTANCES.includes(above.status) || !above.startedAt) return;
  await tx.em.flush();
  // While it goes from step to step its limits are just being set; while it is held itself they stand still anyway.
  const from = above.suspendedAt ?? tx.at;
  if (!isSettling(tx, above.id)) {
    const held = await hold(tx, above);
    const token = held.course.tokens.get(visit.id);
    if (token && since < from) visit.dueAt = await laterBy(held, stepAt(held, token), visit.dueAt ?? null, since, from);
    if (token && !above.suspendedAt) await planAlarmsOf(held, token);
  }
  await moveLimitOfAll(tx, above);
  await letGoOnAbove(tx, above);
}
