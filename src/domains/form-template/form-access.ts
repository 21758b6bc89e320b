import { mayManageCommon, requireKind, visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { codedError, type InputPath, refuse } from '../../kernel/errors/index.js';
import { type Class, type Node, nounOf, uuidOf } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';

/** The unit that maintains something new: the one that is named, or the caller's own; null for the whole operator. */
export async function maintainer(tx: Transaction, id: string | null | undefined): Promise<InternalOrganization | null> {
  const path = ['input', 'organizationId'];
  const own = tx.caller.organisationId;
  const unit = id
    ? await tx.get(InternalOrganization, id, path, { lock: false })
    : own
      ? await tx.em.findOneOrFail(InternalOrganization, { id: own })
      : null;
  requireMaintainer(tx, unit, path);
  return unit;
}

/** Refuses with OUT_OF_SCOPE who does not maintain the forms of a unit (OPS-07). */
export function requireMaintainer(
  { caller }: Transaction,
  unit: { id: string } | null | undefined,
  path: InputPath,
): void {
  const may = unit
    ? caller.kind !== 'STAFF' || (caller.organisationIds ?? []).includes(unit.id)
    : mayManageCommon(caller);
  if (!may) refuse('OUT_OF_SCOPE', 'Another unit maintains this.', path);
}

/** A row that the caller sees, for what is computed from it. @throws NOT_FOUND, FORBIDDEN for others than staff */
export async function seen<N extends Node>(
  { database, caller }: CallContext,
  noun: Class<N>,
  id: string,
  path: InputPath,
): Promise<N> {
  requireKind(caller, 'STAFF');
  const { name, table, tag } = nounOf(noun);
  const values: unknown[] = [uuidOf(id, tag!, path)];
  const visible = visibleRows(noun, caller, '"t"', (value) => `$${values.push(value)}`);
  const { rowCount } = await database.pool.query(
    `select 1 from "${table}" "t" where "t"."id" = $1 and ${visible}`,
    values,
  );
  if (!rowCount) throw codedError('NOT_FOUND', `There is no ${name} with this id.`, { path });
  return (await database.orm.em.fork().findOneOrFail(noun as never, { id: values[0] } as never)) as N;
}
