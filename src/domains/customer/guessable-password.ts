import { type Caller, fieldRule, shows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { HistoryEntry } from '../../kernel/events/index.js';
import { ContactMedium, PartyIdentification } from '../party/index.js';
import type { CustomerPasswordSetInput } from './credential.inputs.js';
import { Customer } from './customer.js';

const GUESSED = 'customer.password.guessed';

const messages = {
  LENGTH: 'At least 6 characters are needed.',
  VARIETY: 'At least three different characters are needed.',
  SEQUENCE: 'Digits in a row are guessed first.',
  KNOWN: 'The password is part of a number that others know.',
  GUESSABLE: 'Passwords like this are guessed first.',
};

function weaknessOf(password: string, numbers: readonly string[]): keyof typeof messages | null {
  if (password.length < 6) return 'LENGTH';
  if (new Set(password).size < 3) return 'VARIETY';
  if ('012345678901234567890'.includes(password) || '098765432109876543210'.includes(password)) return 'SEQUENCE';
  return numbers.some((number) => number.includes(password)) ? 'KNOWN' : null;
}

const numbersOf = async (tx: Transaction, { party }: Customer): Promise<string[]> => [
  ...(await tx.em.find(PartyIdentification, { party })).map(({ number }) => number),
  ...(await tx.em.find(ContactMedium, { party })).map(({ value }) => value),
];

/** Whether the caller sees the numbers of customers in full anyway. */
const seesNumbers = (caller: Caller): boolean =>
  (
    [
      [PartyIdentification, 'number'],
      [ContactMedium, 'value'],
    ] as const
  ).every(([noun, field]) => {
    const rule = fieldRule(noun, field);
    return !rule || shows(caller, rule);
  });

/**
 * Refuses with WEAK_PASSWORD a new password that is guessed first. Those who do not see the numbers of the customer in full do not learn
 * from it which part of them it is: it is as guessable as any other to them, and TOO_MANY_TRIES ends their trying, whatever they ask next.
 * @param allowed how many such refusals of a customer
 * @param minutes within how long
 */
export async function refuseGuessable(
  context: CallContext,
  { customerId, purpose, password }: CustomerPasswordSetInput,
  allowed: number,
  minutes: number,
): Promise<void> {
  const { caller, database } = context;
  const path = ['input', 'password'];
  // What is counted here is no operation of its own: the log tells how the setting ended.
  const { operation: _operation, ...counting } = context;
  const weakness = await database.write(counting, async (tx) => {
    const customer = await tx.get(Customer, customerId, ['input', 'customerId']);
    const found = weaknessOf(password, await numbersOf(tx, customer));
    if (seesNumbers(caller)) return found;
    const since = new Date(tx.at.getTime() - minutes * 60_000);
    const tries = { customerId: customer.id, type: GUESSED, occurredAt: { $gt: since } };
    if ((await tx.em.count(HistoryEntry, tries)) >= allowed)
      return refuse('TOO_MANY_TRIES', 'No password of this customer can be set for a while.', path, { minutes });
    if (found === null || found === 'LENGTH') return found;
    if (found === 'KNOWN')
      tx.record({
        ...{ kind: 'BUSINESS_FACT', type: GUESSED, subject: customer },
        ...{ customerId: customer.id, regionId: customer.region.id, data: { purpose } },
      });
    return 'GUESSABLE';
  });
  if (weakness) refuse('WEAK_PASSWORD', messages[weakness], path, { rule: weakness });
}
