import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import type { CustomerCodesCheckInput } from './customer-codes-check.inputs.js';
import { type CustomerCodeFinding, CustomerCodeState as State } from './customer-codes-check.js';
import { CustomerCode, CustomerCodeLevel } from './customer-code.js';
import { addCode } from './customer-code.service.js';
import { Customer } from './customer.js';

/** Compares the codes of another system with ours and, when asked to, takes over those that are missing or have changed (CUS-92). */
export function checkCustomerCodes(
  context: CallContext,
  input: CustomerCodesCheckInput,
): Promise<CustomerCodeFinding[]> {
  if (input.level === CustomerCodeLevel.LOCAL_NETWORK)
    refuse('INVALID_VALUE', 'Codes of the local network are given here.', ['input', 'level']);
  return context.database.write(context, async (tx) => {
    const known = await customersKnownAs(
      tx,
      input.rows.map(({ knownAs }) => knownAs),
    );
    const codes = await tx.em.find(CustomerCode, {
      $or: [
        { code: { $in: input.rows.map(({ code }) => code) } },
        { customer: { $in: [...known.values()].map(({ id }) => id) }, level: input.level, validity: { to: null } },
      ],
    });
    const holders = new Map(codes.map((code) => [code.code, code]));
    const inUse = new Map(
      codes.flatMap((code) =>
        code.level === input.level && code.validity.to === null ? [[code.customer.id, code] as const] : [],
      ),
    );
    const doubled = repeatedIn(input.rows.map((row) => [row.code, known.get(row.knownAs)?.id ?? row.knownAs] as const));
    const findings: CustomerCodeFinding[] = [];
    for (const [row, { code, knownAs }] of input.rows.entries()) {
      const customer = known.get(knownAs) ?? null;
      const ours = customer ? inUse.get(customer.id) : undefined;
      const state = stateOf(customer, code, ours, holders.get(code), doubled.has(row));
      const repaired = input.repair === true && (state === State.MISSING || state === State.DIFFERENT);
      if (repaired) await takeOver(tx, customer!, ours, { code, level: input.level, issuedBy: input.system }, row);
      findings.push({
        row,
        code,
        knownAs,
        state,
        repaired,
        ours: ours && ours.code !== code ? ours.code : null,
        customer,
      });
    }
    return findings;
  });
}

function stateOf(
  customer: Customer | null,
  code: string,
  ours: CustomerCode | undefined,
  holder: CustomerCode | undefined,
  doubled: boolean,
): State {
  if (!customer) return State.UNKNOWN;
  if (ours?.code === code && !doubled) return State.CONSISTENT;
  // A code that was given to anybody is never given again, not even to the one who had it (CUS-06).
  if (doubled || holder) return State.CONFLICT;
  return ours ? State.DIFFERENT : State.MISSING;
}

async function takeOver(
  tx: Transaction,
  customer: Customer,
  old: CustomerCode | undefined,
  input: { code: string; level: CustomerCodeLevel; issuedBy: string },
  row: number,
): Promise<void> {
  if (old) {
    old.validity.to = tx.at;
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'customer.code.ended',
      subject: old,
      customerId: customer.id,
      regionId: customer.region.id,
      data: { code: old.code, level: old.level, successor: input.code },
    });
  }
  await addCode(tx, customer, input, ['input', 'rows', row]);
}

/** The customers that the caller sees, by any of their codes, locked in the order of their keys. */
async function customersKnownAs(tx: Transaction, codes: readonly string[]): Promise<Map<string, Customer>> {
  const found = await tx.em.find(CustomerCode, { code: { $in: [...codes] } });
  const customers = new Map<string, Customer | null>();
  for (const id of found.map(({ customer }) => customer.id).sort())
    if (!customers.has(id)) customers.set(id, await tx.find(Customer, id));
  return new Map(
    found.flatMap(({ code, customer }) => {
      const seen = customers.get(customer.id);
      return seen ? [[code, seen] as const] : [];
    }),
  );
}

/** Rows whose code stands for another customer, or whose customer has another code, elsewhere in the list. */
function repeatedIn(rows: readonly (readonly [code: string, customer: string])[]): Set<number> {
  const found = new Set<number>();
  const customerOf = new Map<string, string>();
  const codeOf = new Map<string, string>();
  for (const [code, customer] of rows) {
    if (!customerOf.has(code)) customerOf.set(code, customer);
    if (!codeOf.has(customer)) codeOf.set(customer, code);
  }
  const wrong = new Set<string>();
  for (const [code, customer] of rows)
    if (customerOf.get(code) !== customer || codeOf.get(customer) !== code)
      for (const each of [code, customer, customerOf.get(code)!, codeOf.get(customer)!]) wrong.add(each);
  rows.forEach(([code, customer], index) => void ((wrong.has(code) || wrong.has(customer)) && found.add(index)));
  return found;
}
