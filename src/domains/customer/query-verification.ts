import { type Caller, confided, definePermission, holds, type RowRule } from '../../kernel/access/index.js';
import type { Database } from '../../kernel/database/database.js';
import { CredentialPurpose, CustomerCredential } from './customer-credential.js';
import { asksCallers, provesAt } from './verification.js';

/** Permission of those who work without the customer. */
const UNVERIFIED = 'customer.query.unverified';

// Of an area of its own, so that those who serve customers at a desk do not get it along.
definePermission({
  name: UNVERIFIED,
  area: 'customer-query',
  description:
    'To see bills and records of consumption also of customers who have a service password for queries and have not shown it, for work without the customer such as reports and audits (CUS-03).',
});

/**
 * Rows that a rule admits; but those of a customer, at the reference, who has a service password for queries or for everything only once
 * that was shown to the staff who ask (CUS-03). A password for changes serves as well, but asks for nothing here.
 */
export const askedFor = (field: string, rule: RowRule): RowRule =>
  confided(
    field,
    {
      ...{ noun: CustomerCredential, by: 'customer', field: 'purpose' },
      values: [CredentialPurpose.QUERY, CredentialPurpose.WHOLE],
    },
    rule,
  );

/** Whether staff see what {@link askedFor} protects only once a customer has shown a service password. */
export const isAskedForQueries = async (database: Pick<Database, 'pool'>, caller: Caller): Promise<boolean> =>
  !holds(caller, UNVERIFIED) && (await asksCallers(database)).includes(caller.kind);

/** Key of the customer who has shown the caller a service password that serves for queries; undefined when the proof is none. */
export async function verifiedCustomer(
  { orm, clock }: Pick<Database, 'orm' | 'clock'>,
  caller: Caller,
  token: string,
): Promise<string | undefined> {
  const proof = provesAt(token, clock());
  if (!proof || proof.purpose === CredentialPurpose.ACCEPT) return undefined;
  const { customer, purpose } = proof;
  const credential = await orm.em.fork().findOne(CustomerCredential, { customer, purpose });
  return credential && proof.isOf(caller, credential) ? customer : undefined;
}
