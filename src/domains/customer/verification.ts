import { Field, ObjectType } from 'type-graphql';
import { type Caller, isServerMark, purposesFor, serverMark, verifiedOperation } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { beforeCommit } from '../../kernel/database/before-commit.js';
import type { Database, WriteContext } from '../../kernel/database/database.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse, type InputPath } from '../../kernel/errors/index.js';
import { DateTime } from '../../kernel/model/index.js';
import { defineParameter, ParameterType, wordsOf } from '../parameter/index.js';
import { CredentialPurpose, CustomerCredential } from './customer-credential.js';
import type { Customer } from './customer.js';

const callersAsked = defineParameter({
  code: 'customer.verification.callers',
  name: 'Callers to whom customers show a service password first',
  type: ParameterType.TEXT,
  description:
    'Kinds of callers, `STAFF` and `CUSTOMER`, with commas between, who change data and order products of a customer with a service password only after it was checked, and of whom staff see bills and consumption of one with a password for queries only then (CUS-03); empty for none.',
  words: ['STAFF', 'CUSTOMER'],
  defaultValue: 'STAFF,CUSTOMER',
});

const minutes = defineParameter({
  code: 'customer.verification.minutes',
  name: 'How long a checked service password counts',
  type: ParameterType.INT,
  unit: 'minute',
  description: 'For how long the one who had a service password checked may do what it is for (CUS-03).',
  bounds: { min: '1', max: '480' },
  defaultValue: 10,
});

@ObjectType({
  description:
    'The proof that a customer has shown a service password: for one caller, one customer and a while (CUS-03).',
})
export class CustomerVerification {
  @Field(() => String, {
    description:
      'Sent with the operations that it is for, in the header `customer-verification`, several with commas between; of no use to other callers.',
  })
  token!: string;

  @Field(() => CredentialPurpose, { description: 'What the password that was shown is for.' })
  purpose!: CredentialPurpose;

  @Field(() => DateTime, { description: 'Until when it counts; it ends before when the password changes.' })
  expiresAt!: Date;
}

/** What a proof is bound to: the caller, the customer, and the password that was shown, as it was set then. */
const bound = (
  { kind, subject }: Pick<Caller, 'kind' | 'subject'>,
  { customer, purpose, setAt }: Pick<CustomerCredential, 'customer' | 'purpose' | 'setAt'>,
  expiry: number,
) => ['customer-verification', kind, subject, customer.id, purpose, setAt.getTime(), expiry];

/** Proves that a service password was shown to the caller just now. */
export async function proofOf(
  { caller, database }: CallContext,
  credential: CustomerCredential,
): Promise<CustomerVerification> {
  const expiresAt = new Date(database.clock().getTime() + (await minutes.read(database)) * 60_000);
  const { purpose } = credential;
  const mark = serverMark(bound(caller, credential, expiresAt.getTime()));
  return Object.assign(new CustomerVerification(), {
    ...{ purpose, expiresAt, token: `${purpose}.${expiresAt.getTime()}.${credential.customer.id}.${mark}` },
  });
}

/** Transactions of which somebody was asked for a service password. */
const asked = new WeakSet<Transaction>();

/**
 * Refuses the running mutation with VERIFICATION_REQUIRED when it is one before which customers show a service password, this customer
 * has one, and the caller brings no proof of it. What systems do, and what follows from other mutations, asks for none.
 */
export async function requireVerified(
  context: WriteContext,
  tx: Transaction,
  customer: Pick<Customer, 'id'>,
  path: InputPath,
): Promise<void> {
  const { operation, customerVerification: token } = context;
  asked.add(tx);
  const needed = operation === undefined ? undefined : purposesFor(operation);
  const { kind } = tx.caller;
  if (!needed || kind === 'SYSTEM' || kind === 'ADMIN') return;
  const purpose = { $in: needed as CredentialPurpose[] };
  const held = await tx.em.find(CustomerCredential, { customer: customer.id, purpose });
  const proofs = token === undefined ? [] : proofsAt(token, tx.at);
  if (held.length === 0 || held.some((credential) => proofs.some((proof) => proof.isOf(tx.caller, credential)))) return;
  if (!(await asksCallers(tx)).includes(kind)) return;
  refuse('VERIFICATION_REQUIRED', 'The customer has to show a service password first.', path, { needed });
}

// What was changed tells whose it is, so that no mutation that is declared forgets to ask.
beforeCommit(async (context, tx) => {
  const { operation } = context;
  const verified = operation === undefined ? undefined : verifiedOperation(operation);
  if (!verified || asked.has(tx)) return;
  const { names, wished } = verified;
  const events = tx.recorded.filter(({ data }) => !wished || wished(data ?? {}));
  const customers = new Set(events.flatMap(({ customerId }) => customerId ?? []));
  for (const id of customers) await requireVerified(context, tx, { id }, ['input', names]);
});

/** A proof that has not ended yet, by what it says of itself. */
export interface GivenProof {
  /** Key of the customer. */
  customer: string;
  purpose: CredentialPurpose;
  /** Whether it was given to this caller, for this password as it is set now. */
  isOf: (caller: Pick<Caller, 'kind' | 'subject'>, credential: CustomerCredential) => boolean;
}

/** What a token says; undefined for one that has ended or is none. It proves something only of the credential that it is of. */
function provesAt(token: string, at: Date): GivenProof | undefined {
  const [, purpose, expiry, customer, mark] =
    /^([A-Z]+)\.(\d{13})\.([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\.([\w-]{43})$/.exec(token) ?? [];
  if (!mark || Number(expiry) < at.getTime()) return undefined;
  return {
    ...{ customer: customer!, purpose: purpose as CredentialPurpose },
    isOf: (caller, credential) =>
      purpose === credential.purpose && isServerMark(mark, bound(caller, credential, Number(expiry))),
  };
}

/** How many proofs come with one request at most; further ones prove nothing. */
const MOST_PROOFS = 25;

/** What the tokens of a request say, with commas between: what lays a duty on several customers is shown to be the wish of each. */
export const proofsAt = (tokens: string, at: Date): GivenProof[] =>
  tokens.split(',', MOST_PROOFS).flatMap((token) => provesAt(token.trim(), at) ?? []);

/** Kinds of callers to whom customers show a service password first. */
export const asksCallers = async (database: Pick<Database, 'pool'>): Promise<readonly string[]> =>
  wordsOf(await callersAsked.read(database));
