import type { CallContext } from '../database/context.js';
import { codedError } from '../errors/index.js';
import { uuidOf } from '../model/index.js';
import { type Class, nounOf } from '../model/registry.js';
import { visibleRows } from './visible-rows.js';

/**
 * The key of the row that an argument names.
 * @param path where the id stands among the arguments
 * @throws NOT_FOUND when there is none, or the caller may not see it
 */
export async function visibleKey(
  { caller, database }: Pick<CallContext, 'caller' | 'database'>,
  noun: Class,
  id: string,
  path: readonly string[],
): Promise<string> {
  const { table, tag, name } = nounOf(noun);
  const values: unknown[] = [uuidOf(id, tag!, [...path])];
  const visible = visibleRows(noun, caller, '"t"', (value) => `$${values.push(value)}`);
  const sql = `select "t"."id" from "${table}" "t" where "t"."id" = $1 and ${visible}`;
  const { rows } = await database.pool.query<{ id: string }>(sql, values);
  if (rows.length === 0) throw codedError('NOT_FOUND', `There is no ${name} with this id.`, { path: [...path] });
  return rows[0]!.id;
}
