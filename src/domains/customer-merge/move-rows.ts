import type { Transaction } from '../../kernel/database/transaction.js';
import { encodeId } from '../../kernel/model/index.js';
import type { CustomerMerge } from './customer-merge.js';
import { MergedValue } from './merged-value.js';
import type { Reference } from './merge-references.js';

/** Keeps what a merge changes, in order. */
export class ChangeLog {
  private position = 0;

  constructor(
    private readonly tx: Transaction,
    private readonly merge: CustomerMerge,
  ) {}

  /** Goes on after what was kept of the merge before. */
  static async after(tx: Transaction, merge: CustomerMerge): Promise<ChangeLog> {
    const log = new ChangeLog(tx, merge);
    log.position = await tx.em.count(MergedValue, { merge });
    return log;
  }

  /** @param restored whether it was put back at once; null while the merge holds */
  add(
    ...[noun, tag, rowId, field, before, after, restored = null]: [
      ...[noun: string, tag: string, rowId: string, field: string, before: unknown, after: unknown],
      restored?: boolean | null,
    ]
  ): void {
    this.position += 1;
    const objectId = encodeId(tag, rowId);
    const { merge, position } = this;
    this.tx.add(Object.assign(new MergedValue(), { merge, position, noun, objectId, field, before, after, restored }));
  }
}

/** Whether a statement failed because a constraint does not admit the row there. */
const notAdmitted = (error: unknown): boolean => String((error as { code?: string }).code ?? '').startsWith('23');

/** Runs a statement so that a constraint which refuses it leaves the transaction alive; undefined then. */
async function attempt<T>(tx: Transaction, run: () => Promise<T>): Promise<T | undefined> {
  await tx.em.execute('savepoint "merge_step"');
  try {
    const result = await run();
    await tx.em.execute('release savepoint "merge_step"');
    return result;
  } catch (error) {
    if (!notAdmitted(error)) throw error;
    await tx.em.execute('rollback to savepoint "merge_step"');
    return undefined;
  }
}

/**
 * Lets all rows that refer to one key refer to another. A row that a constraint admits only once, such as a second membership in
 * one group, stays where it is: the survivor has its like already.
 */
export async function moveRows(
  tx: Transaction,
  log: ChangeLog,
  { noun, tag, table, field, column, same = [], unlike }: Reference,
  from: string,
  to: string,
): Promise<void> {
  const like = same.length
    ? ` and not exists (select from "${table}" "o" where "o"."${column}" = ? and ${same.map((name) => `"o"."${name}" = "t"."${name}"`).join(' and ')})`
    : '';
  const apart = unlike ? ` and "t"."${unlike}" is distinct from ?` : '';
  const rows = await tx.em.execute<{ id: string }[]>(
    `select "id" from "${table}" "t" where "t"."${column}" = ?${like}${apart} order by "id" for update of "t"`,
    [from, ...(like ? [to] : []), ...(apart ? [to] : [])],
  );
  if (rows.length === 0) return;
  const move = async (ids: readonly string[]) => {
    await tx.em.execute(
      `update "${table}" set "${column}" = ?, "updated_at" = ? where "id" = any(?::uuid[])`,
      [to, tx.at, `{${ids.join(',')}}`],
      'run',
    );
    return ids;
  };
  const ids = rows.map(({ id }) => id);
  let moved = await attempt(tx, () => move(ids));
  if (!moved) {
    moved = [];
    for (const id of ids) moved = [...moved, ...((await attempt(tx, () => move([id]))) ?? [])];
  }
  for (const id of moved) log.add(noun, tag, id, field, from, to);
}

/** Puts one value back where the merge left it as it is now. @returns whether it did */
export async function putBack(
  tx: Transaction,
  { table, column }: { table: string; column: string },
  rowId: string,
  before: unknown,
  after: unknown,
): Promise<boolean> {
  const done = await attempt(tx, () =>
    tx.em.execute<unknown[]>(
      `update "${table}" "t" set "${column}" = (jsonb_populate_record(null::"${table}", ?::jsonb))."${column}", "updated_at" = ?
       where "t"."id" = ? and coalesce(to_jsonb("t"."${column}"), 'null') = ?::jsonb returning 1`,
      [JSON.stringify({ [column]: before }), tx.at, rowId, JSON.stringify(after ?? null)],
    ),
  );
  return (done?.length ?? 0) > 0;
}
