import {
  absentOutside,
  type Caller,
  confided,
  confidePolicy,
  definePermission,
  type FieldRule,
  holds,
  type RowRule,
  type Secret,
} from '../../kernel/access/index.js';
import { AuditEntry } from '../../kernel/audit/index.js';
import type { Database } from '../../kernel/database/database.js';
import { HistoryEntry } from '../../kernel/events/index.js';
import { CredentialPurpose, CustomerCredential } from './customer-credential.js';
import { asksCallers, proofsAt } from './verification.js';

/** Permission of those who work without the customer. */
const UNVERIFIED = 'customer.query.unverified';

// Of an area of its own, so that those who serve customers at a desk do not get it along.
definePermission({
  name: UNVERIFIED,
  area: 'customer-query',
  description:
    'To see bills, payments, balances and consumption also of customers who have a service password for queries and have not shown it, for work without the customer such as reports and audits (CUS-03).',
});

const password: Secret = {
  ...{ noun: CustomerCredential, by: 'customer', field: 'purpose' },
  values: [CredentialPurpose.QUERY, CredentialPurpose.WHOLE],
};

/**
 * Rows that a rule admits; but those of a customer, at the reference, who has a service password for queries or for everything only once
 * that was shown to the staff who ask (CUS-03). A password for changes serves as well, but asks for nothing here.
 */
export const askedFor = (field: string, rule: RowRule): RowRule => confided(field, password, rule);

/** A field that is null in rows whose customer has such a password and has not shown it to the staff who ask (CUS-03). */
export const absentUnlessShown = (rule: RowRule): FieldRule =>
  absentOutside(rule, UNVERIFIED, 'CUSTOMER', 'PARTNER', 'ADMIN', 'SYSTEM');

// What tells of such figures does so in the history and in the operation log too.
for (const noun of [HistoryEntry, AuditEntry]) confidePolicy(noun, 'STAFF', 'figuresCustomerId', password);

/** Whether staff see what {@link askedFor} protects only once a customer has shown a service password. */
export const isAskedForQueries = async (database: Pick<Database, 'pool'>, caller: Caller): Promise<boolean> =>
  !holds(caller, UNVERIFIED) && (await asksCallers(database)).includes(caller.kind);

/** Keys of the customers who have shown the caller a service password that serves for queries. */
export async function verifiedCustomers(
  { orm, clock }: Pick<Database, 'orm' | 'clock'>,
  caller: Caller,
  tokens: string,
): Promise<string[]> {
  const proofs = proofsAt(tokens, clock()).filter(({ purpose }) => purpose !== CredentialPurpose.ACCEPT);
  if (proofs.length === 0) return [];
  const named = proofs.map(({ customer, purpose }) => ({ customer, purpose }));
  const credentials = await orm.em.fork().find(CustomerCredential, { $or: named });
  const shown = credentials.filter((credential) => proofs.some((proof) => proof.isOf(caller, credential)));
  return [...new Set(shown.map(({ customer }) => customer.id))];
}
