import type { Transaction } from '../../kernel/database/transaction.js';
import type { UserError } from '../../kernel/errors/index.js';
import { misuseOf } from '../../kernel/access/index.js';
import type { Money } from '../../kernel/model/index.js';
import { channelObjections, CustomerServiceType, OfferingSla, TariffPlan } from '../catalogue/index.js';
import { Account, AccountStatus, type Customer, payingAccount } from '../customer/index.js';
import { checkAction, checkInstallable, checkTogether } from './action-check.js';
import { chooseComponents } from './bundle-check.js';
import { checkCharacteristics } from './characteristics-check.js';
import { checkBreaches } from './breach-check.js';
import type { CheckedItem } from './checked-item.js';
import { Findings } from './findings.js';
import { checkNumbers } from './number-check.js';
import { checkPlanExclusion } from './plan-exclusion.js';
import { penaltyCharge } from './keep-charges.js';
import { checkGuarantee } from './guarantee-check.js';
import { checkInSale, checkRelations, choosePlan } from './offering-check.js';
import type { OrderSubmitInput } from './order.inputs.js';
import { costOf, type OrderPrices } from './order-prices.js';
import { checkProducts } from './product-check.js';
import { checkRemovals } from './removal-check.js';
import { priceUnder, sumOf, total } from './pricing.js';
import type { OrderQuote, QuotedItem } from './quote-items.js';
import { checkShortage } from './shortage-check.js';
import { resolveItem } from './resolve-item.js';
import { checkUpgrades } from './upgrade-check.js';

/** A submission that may become an order. */
export interface CheckedOrder {
  account: Account | null;
  items: readonly CheckedItem[];
}

const NO_ACCOUNT =
  'The customer has no account in use that could be charged: open or resume one, or restore the customer, first.';

/** What a submission is checked against besides what it names. */
export interface Surroundings {
  /** Key of the order to be; only older orders count as in flight. */
  before: string;
  /** What speaks against the sale of the offerings of the lines, by their keys, and against the levels of their numbers, by number. */
  sale: ReadonlyMap<string, readonly UserError[]>;
  /** What the lines cost; null where prices were agreed. */
  quote: OrderQuote | null;
  /** What was agreed with the customer, where it holds in place of the tariffs. */
  agreed?: OrderPrices | null;
}

/**
 * Checks a submission layer by layer and refuses it with everything that was found (ORD-07): account, references and fields,
 * offerings, actions on instances with what is in flight, values of characteristics, prices.
 */
export async function checkSubmission(
  tx: Transaction,
  customer: Customer,
  input: OrderSubmitInput,
  around: Surroundings,
): Promise<CheckedOrder> {
  const findings = new Findings();
  const checked = await inspectSubmission(tx, customer, input, around, findings);
  findings.refuseIfAny();
  return checked;
}

/** Like {@link checkSubmission}, noting what is wrong instead of refusing. */
export async function inspectSubmission(
  tx: Transaction,
  customer: Customer,
  input: OrderSubmitInput,
  { before, sale, quote, agreed }: Surroundings,
  findings: Findings,
): Promise<CheckedOrder> {
  const account = await checkAccount(tx, customer, input, findings);
  await checkChannel(tx, input, findings);
  if (input.expectedAt && new Date(input.expectedAt) < tx.at)
    findings.add('IN_THE_PAST', 'The moment has passed.', ['input', 'expectedAt']);
  const items: CheckedItem[] = [];
  for (const [index, line] of input.items.entries()) {
    const item = await resolveItem(tx, customer, line, ['input', 'items', index], findings);
    if (item) items.push(item);
  }
  await checkNewOwners(tx, items, findings);
  for (const item of items) {
    if (item.input.action === CustomerServiceType.INSTALL)
      await checkInstall(tx, customer, item, account, { sale, quote }, findings);
    else await checkChange(tx, item, { before, quote }, findings);
    await checkCharacteristics(tx, item, findings);
  }
  checkTogether(items, findings);
  await checkUpgrades(tx, customer, items, { before, quote }, findings);
  if (quote) await checkPlanExclusion(tx, customer, items, before, findings);
  await checkNumbers(tx, customer, items, { orderId: before, levels: sale }, findings);
  await checkRelations(tx, customer, items, findings);
  await checkProducts(tx, customer, items, findings);
  await checkRemovals(tx, customer, items, findings);
  checkCurrency(items, findings);
  checkPermission(tx, customer, items, { agreed, quote }, findings);
  return { account, items };
}

/** It is sold through a channel that there is, even one for which nothing new is made (PRD-48). */
async function checkChannel(tx: Transaction, { channel }: OrderSubmitInput, findings: Findings): Promise<void> {
  if (!channel || (await channelObjections(tx, [channel])).get(channel) !== 'NOT_FOUND') return;
  findings.add('NOT_FOUND', 'There is no sales channel with this code.', ['input', 'channel']);
}

/**
 * The whole order must lie within what the permission covers, for the product of each line: lines cannot divide an amount. It counts at what it
 * costs, with what discounts on the whole take off, as it does for who reviews it (SYS-52).
 */
function checkPermission(
  tx: Transaction,
  customer: Customer,
  items: readonly CheckedItem[],
  { agreed, quote }: Pick<Surroundings, 'agreed' | 'quote'>,
  findings: Findings,
): void {
  const off = quote ? [quote.off] : [];
  const amount = sumOf(agreed ? [agreed] : [...items.map(costOf), ...off]);
  for (const { offering, productInstance, path } of items) {
    const line = offering ?? productInstance?.product;
    const use = { regionId: customer.region.id, productLineId: line?.productLine?.id ?? null, amount };
    const misuse = misuseOf(tx.caller, use);
    if (misuse) findings.add(misuse.code, misuse.message, path, misuse.details);
  }
}

async function checkAccount(
  tx: Transaction,
  customer: Customer,
  input: OrderSubmitInput,
  findings: Findings,
): Promise<Account | null> {
  const path = ['input', 'accountId'];
  if (!input.accountId) {
    const paying = await payingAccount(tx, customer.id);
    // What is installed would be paid by nobody; what there is already has its account, and can be given up or taken back all the same.
    if (!paying && input.items.some(({ action }) => action === CustomerServiceType.INSTALL))
      findings.add('NO_ACCOUNT_IN_USE', NO_ACCOUNT, path, { lifecycle: customer.lifecycle });
    return paying;
  }
  const account = await findings.lookup(tx, Account, input.accountId, path);
  if (!account) return null;
  if (account.owner.id !== customer.id)
    findings.add('NOT_OF_CUSTOMER', 'This account does not belong to the customer of the order.', path);
  else if (account.status !== AccountStatus.IN_USE)
    findings.add('ACCOUNT_NOT_IN_USE', 'The account collects no new charges.', path, { status: account.status });
  return account;
}

/** Who takes something over has an account in use to pay it from (CUS-44). */
async function checkNewOwners(tx: Transaction, items: readonly CheckedItem[], findings: Findings): Promise<void> {
  for (const { newOwner, path } of items)
    if (newOwner && !(await payingAccount(tx, newOwner.id)))
      findings.add('NO_ACCOUNT_IN_USE', NO_ACCOUNT, [...path, 'newOwnerId'], { lifecycle: newOwner.lifecycle });
}

async function checkInstall(
  tx: Transaction,
  customer: Customer,
  item: CheckedItem,
  account: Account | null,
  { sale, quote }: Pick<Surroundings, 'sale' | 'quote'>,
  findings: Findings,
): Promise<void> {
  await checkInSale(tx, customer, item, findings);
  for (const { code, message, details } of sale.get(item.offering!.id) ?? [])
    findings.add(code, message, [...item.path, 'offeringId'], details ?? undefined);
  item.components = await chooseComponents(tx, item, findings);
  await checkInstallable(tx, item, findings);
  await checkShortage(tx, customer, item, findings);
  item.tariffPlan = await choosePlan(tx, customer, item, account, findings);
  await takeQuote(tx, item, quote, findings);
  item.offeringSla ??= await namedSla(tx, item, findings);
  if (item.tariffPlan) item.price = await priceUnder(tx, item.tariffPlan, CustomerServiceType.INSTALL);
  item.guarantees = await checkGuarantee(tx, item, findings);
}

/** Takes the price that was quoted for a line, with the plan that its content chose (PRD-83), and what speaks against its plans (PRD-84). */
async function takeQuote(
  tx: Transaction,
  item: CheckedItem,
  quote: OrderQuote | null,
  findings: Findings,
): Promise<void> {
  const quoted = item.tariffPlan && quotedFor(item, item.tariffPlan, quote, findings);
  if (!quoted) return;
  const [planId] = quoted.planIds;
  if (planId !== item.tariffPlan!.id) item.tariffPlan = await tx.em.findOneOrFail(TariffPlan, { id: planId! });
  item.planIds = quoted.planIds;
  item.offeringSla = quoted.slaId ? await tx.em.findOneOrFail(OfferingSla, { id: quoted.slaId }) : null;
  item.quoted = quoted;
}

/**
 * The price that was quoted for a line that has a plan. Without one the line is refused: it is never priced by less than all that applies to
 * it. A plan in another currency has none, and is refused as that.
 */
function quotedFor(
  { path }: CheckedItem,
  plan: TariffPlan,
  quote: OrderQuote | null,
  findings: Findings,
): QuotedItem | null {
  const quoted = quote?.items.get(Number(path.at(-1))) ?? null;
  for (const { code, message, details, path: at } of quoted?.objections ?? [])
    findings.add(code, message, [...path, ...at.slice(path.length)], details ?? undefined);
  if (quote && !quoted && plan.price.currency === (quote.currency ?? plan.price.currency))
    findings.add('PRICE_CHANGED', `What plan ${plan.code} costs has just changed; look at the price again.`, path, {
      plan: plan.code,
    });
  return quoted;
}

/** The service level of a line that no quote has chosen one for: the one it names, else the preselected one (PRD-58). */
async function namedSla(tx: Transaction, item: CheckedItem, findings: Findings): Promise<OfferingSla | null> {
  const { offeringSlaId } = item.input;
  if (item.quoted) return null;
  if (!offeringSlaId) return tx.em.findOne(OfferingSla, { offering: item.offering!.id, isDefault: true });
  const path = [...item.path, 'offeringSlaId'];
  const level = await findings.lookup(tx, OfferingSla, offeringSlaId, path);
  if (level && level.offering.id !== item.offering!.id)
    findings.add('UNKNOWN_SLA', 'This is no service level of the offering.', path);
  return level;
}

async function checkChange(
  tx: Transaction,
  item: CheckedItem,
  { before, quote }: Pick<Surroundings, 'before' | 'quote'>,
  findings: Findings,
): Promise<void> {
  await checkAction(tx, item, before, findings);
  await checkBreaches(tx, item, findings);
  const plan = item.offeringInstance?.tariffPlan ?? item.productInstance?.offeringInstance?.tariffPlan;
  const penalty = item.penalty;
  if (!plan) return priceWithoutPlan(item, quote, findings);
  item.tariffPlan = await tx.em.refresh(plan);
  const { oneTime } = await priceUnder(tx, plan, item.input.action);
  // What runs goes on at its price; only the service itself may cost something.
  const withPenalty = (fee: Money) => (penalty ? total([fee, penalty])! : fee);
  item.price = { oneTime: withPenalty(oneTime), recurring: null };
  const quoted = quotedFor(item, plan, quote, findings);
  if (!quoted?.oneTime) return;
  const charges = penalty ? [...quoted.charges, penaltyCharge(penalty)] : quoted.charges;
  item.quoted = { oneTime: withPenalty(quoted.oneTime), recurring: null, charges };
}

/** What runs without a plan costs the standard fees of its products for the service, and the penalty (PRD-62). */
function priceWithoutPlan(item: CheckedItem, quote: OrderQuote | null, findings: Findings): void {
  const { penalty, path } = item;
  const quoted = quote?.items.get(Number(path.at(-1)));
  for (const { code, message, details, path: at } of quoted?.objections ?? [])
    findings.add(code, message, [...path, ...at.slice(path.length)], details ?? undefined);
  const charges = [...(quoted?.charges ?? []), ...(penalty ? [penaltyCharge(penalty)] : [])];
  const fees = quoted && quoted.charges.length > 0 ? quoted.oneTime : null;
  const oneTime = total([fees, penalty].filter((money): money is Money => money != null));
  item.price = oneTime && { oneTime, recurring: null };
  item.quoted = oneTime && { oneTime, recurring: null, charges };
}

function checkCurrency(items: readonly CheckedItem[], findings: Findings): void {
  const currencies = new Set(items.flatMap((item) => (item.price ? [item.price.oneTime.currency] : [])));
  if (currencies.size > 1)
    findings.add(
      'MIXED_CURRENCIES',
      'The lines are priced in several currencies; submit one order for each.',
      ['input', 'items'],
      { currencies: [...currencies] },
    );
}
