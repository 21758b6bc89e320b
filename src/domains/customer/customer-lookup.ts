import type { Database } from '../../kernel/database/database.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type IdentificationType, identityNumberForms, PartyIdentification } from '../party/index.js';
import { CustomerLifecycleState } from './customer-enums.js';
import { Customer } from './customer.js';

/** Keys of the customers with these codes, at whatever level a code holds (CUS-07), by code; for resolving tokens. */
export async function findCustomerIdsByCode(
  database: Pick<Database, 'pool'>,
  codes: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await database.pool.query<{ code: string; customer_id: string }>({
    name: 'customer_ids_by_code',
    text: `select "code", "customer_id" from "customer_code" where "code" = any($1::text[])`,
    values: [codes],
  });
  return new Map(rows.map((row) => [row.code, row.customer_id]));
}

/** Keys of the customers whose documents have these numbers, by kind and number of the document, such as `PASSPORT:E123`; those of a document that names several customers are left out. */
export async function findCustomerIdsByDocument(
  database: Pick<Database, 'pool'>,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await database.pool.query<{ document: string; id: string }>({
    name: 'customer_ids_by_document',
    text: `select "i"."type" || ':' || "i"."number" "document", min("c"."id"::text)::uuid "id" from "party_identification" "i"
      join "customer" "c" on "c"."party_id" = "i"."party_id" and "c"."lifecycle" <> 'MERGED'
      where "i"."number" = any($1::text[]) group by 1 having count(*) = 1`,
    values: [numbers],
  });
  return new Map(rows.map(({ document, id }) => [document, id]));
}

/** Codes of the customers with these keys, by key. */
export async function findCustomerCodes(
  database: Pick<Database, 'pool'>,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await database.pool.query<{ id: string; code: string }>({
    name: 'customer_codes_by_id',
    text: 'select "id", "code" from "customer" where "id" = any($1::uuid[])',
    values: [ids],
  });
  return new Map(rows.map(({ id, code }) => [id, code]));
}

/** The customer, the first of several, whose party has a document, an identity card by either of its numbers; null when there is none. Not locked. */
export async function customerWithDocument(
  tx: Transaction,
  { type, number }: { type: IdentificationType; number: string },
): Promise<Customer | null> {
  const document = await tx.em.findOne(
    PartyIdentification,
    { type, number: { $in: identityNumberForms(type, number) } },
    { orderBy: { id: 'asc' } },
  );
  if (!document) return null;
  const theirs = { party: document.party.id, lifecycle: { $ne: CustomerLifecycleState.MERGED } };
  const [customer] = await tx.em.find(Customer, theirs, { orderBy: { id: 'asc' }, limit: 1 });
  return customer ?? null;
}
