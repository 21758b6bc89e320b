import type { Transaction } from '../../kernel/database/transaction.js';
import { allNouns, columnName, decodeId, nounOf } from '../../kernel/model/index.js';
import type { CustomerMerge } from './customer-merge.js';
import { customerReferences, type Reference } from './merge-references.js';
import { MergedValue } from './merged-value.js';
import { ChangeLog, putBack } from './move-rows.js';

/** A reference from one table of rows of customers to another. */
interface Tie {
  from: string;
  column: string;
  to: string;
}

const list = (ids: ReadonlySet<string> | undefined): string => `{${[...(ids ?? [])].join(',')}}`;

/** References between tables whose rows are of customers: an account and its instances, an instance and who uses it. */
function tiesAmong(tables: ReadonlySet<string>): Tie[] {
  return allNouns().flatMap(({ table, own }) =>
    [...own.values()].flatMap((field) => {
      if (field.kind !== 'one' || !tables.has(table)) return [];
      const to = nounOf(field.target()).table;
      return tables.has(to) ? [{ from: table, column: `${columnName(field.name)}_id`, to }] : [];
    }),
  );
}

/**
 * Gives the absorbed customer what came after the merge and hangs on something that it got back: the instance that an order of its
 * became meanwhile is on its account, and goes with it (CUS-80). What hangs on nothing of it stays with the survivor.
 */
export async function returnFollowers(
  tx: Transaction,
  merge: CustomerMerge,
  survivorId: string,
  absorbedId: string,
): Promise<void> {
  const references = customerReferences();
  const ties = tiesAmong(new Set(references.map(({ table }) => table)));
  const log = await ChangeLog.after(tx, merge);
  const returned = await returnedRows(tx, merge, references, absorbedId);
  for (let found = true; found;) {
    found = false;
    for (const reference of references) {
      const followers = await followersOf(tx, { merge, reference, ties, returned, survivorId });
      for (const id of followers) {
        if (!(await putBack(tx, reference, id, absorbedId, survivorId))) continue;
        const { noun, tag, field, table } = reference;
        log.add(noun, tag, id, field, absorbedId, survivorId, true);
        returned.set(table, (returned.get(table) ?? new Set()).add(id));
        found = true;
      }
    }
  }
}

/** Rows that the absorbed customer has back, by table. */
async function returnedRows(
  tx: Transaction,
  merge: CustomerMerge,
  references: readonly Reference[],
  absorbedId: string,
): Promise<Map<string, Set<string>>> {
  const tables = new Map(references.map(({ noun, field, table }) => [`${noun}.${field}`, table]));
  const returned = new Map<string, Set<string>>();
  for (const { noun, field, objectId, before } of await tx.em.find(MergedValue, { merge, restored: true })) {
    const table = tables.get(`${noun}.${field}`);
    if (table && before === absorbedId)
      returned.set(table, (returned.get(table) ?? new Set()).add(decodeId(objectId)!.uuid));
  }
  return returned;
}

/** Rows that came to the survivor since the merge, and refer to a returned row or are referred to by one. */
async function followersOf(
  tx: Transaction,
  at: {
    merge: CustomerMerge;
    reference: Reference;
    ties: readonly Tie[];
    returned: ReadonlyMap<string, Set<string>>;
    survivorId: string;
  },
): Promise<string[]> {
  const { table, column } = at.reference;
  const values: unknown[] = [at.survivorId, at.merge.decidedAt];
  const hangs: string[] = [];
  for (const tie of at.ties) {
    if (tie.from === table && at.returned.has(tie.to)) {
      hangs.push(`"t"."${tie.column}" = any(?::uuid[])`);
      values.push(list(at.returned.get(tie.to)));
    }
    if (tie.to === table && at.returned.has(tie.from)) {
      hangs.push(`"t"."id" in (select "o"."${tie.column}" from "${tie.from}" "o" where "o"."id" = any(?::uuid[]))`);
      values.push(list(at.returned.get(tie.from)));
    }
  }
  if (hangs.length === 0) return [];
  const rows = await tx.em.execute<{ id: string }[]>(
    `select "t"."id" from "${table}" "t" where "t"."${column}" = ? and "t"."created_at" >= ? and (${hangs.join(' or ')}) order by "t"."id" for update of "t"`,
    values,
  );
  return rows.map(({ id }) => id);
}
