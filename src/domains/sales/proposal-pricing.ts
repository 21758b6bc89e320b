import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, Refusal, refuse } from '../../kernel/errors/index.js';
import { Money, uuidOf } from '../../kernel/model/index.js';
import { CustomerServiceType, Offering, Product, requireCurrency, TariffPlan } from '../catalogue/index.js';
import type { Customer } from '../customer/index.js';
import { ProductInstance } from '../inventory/index.js';
import { type CartPrice, type CartPriceInput, keptValues, priceCart, type PricedCharge } from '../pricing/index.js';
import { judgeSale } from '../qualification/index.js';
import { ProposalCharge } from './proposal-charge.js';
import { ProposalItemComponent } from './proposal-item-component.js';
import { ProposalItem } from './proposal-item.js';
import type { ProposalItemInput } from './proposal.inputs.js';
import type { Proposal } from './proposal.js';

/** Lines of a proposal with what they cost. */
export interface PricedItems {
  items: readonly ProposalItemInput[];
  price: CartPrice;
}

const serviceOf = ({ service }: ProposalItemInput): CustomerServiceType => service ?? CustomerServiceType.INSTALL;

/** Checks what lines name, before they are priced. */
export async function checkItems(
  tx: Transaction,
  customer: Customer,
  items: readonly ProposalItemInput[],
  path: InputPath,
): Promise<void> {
  for (const [index, item] of items.entries()) {
    const at = (field: string) => [...path, index, field];
    await tx.get(Offering, item.offeringId, at('offeringId'), { lock: false });
    if (item.tariffPlanId) await tx.get(TariffPlan, item.tariffPlanId, at('tariffPlanId'), { lock: false });
    const installs = serviceOf(item) === CustomerServiceType.INSTALL;
    if (installs && item.productInstanceId)
      refuse('CONTRADICTORY', 'What is new acts on nothing that is there.', at('productInstanceId'));
    if (!installs && item.components?.length)
      refuse('CONTRADICTORY', 'What is there has its pieces already.', at('components'));
    if (!installs && !item.productInstanceId)
      refuse('REQUIRED', 'On what of the customer does it act?', at('productInstanceId'));
    if (!item.productInstanceId) continue;
    const instance = await tx.get(ProductInstance, item.productInstanceId, at('productInstanceId'), { lock: false });
    if (instance.customer.id !== customer.id)
      refuse('NOT_OF_CUSTOMER', 'The product instance belongs to somebody else.', at('productInstanceId'));
  }
}

/**
 * Prices lines as the price query does, with the discounts that the caller may give; refuses with everything that speaks against one of
 * them: of the prices, and of the rules of sale.
 * @param at where a refusal points to: of a line and a field of it
 */
export async function priceItems(
  context: CallContext,
  { customerId, currency }: { customerId: string; currency: string | null },
  items: readonly ProposalItemInput[],
  at: (line: number, field: readonly string[]) => InputPath,
): Promise<PricedItems> {
  if (currency) requireCurrency(currency, ['input', 'currency']);
  const lines = items.map(
    ({ offeringId, quantity, components, service, tariffPlanId, discountPercent, characteristics }) => ({
      ...{ offeringId, quantity, components: components ?? null, service, tariffPlanId, discountPercent },
      attributes: characteristics ?? null,
    }),
  );
  const sold = items
    .filter((item) => serviceOf(item) === CustomerServiceType.INSTALL)
    .map(({ offeringId }) => offeringId);
  const [price, judged] = await Promise.all([
    priceCart(context, { customerId, currency, lines } as CartPriceInput),
    judgeSale(context, { customerId }, [...new Set(sold)]),
  ]);
  const faults = price.lines.flatMap(({ line, offering, objections }) => {
    const installs = serviceOf(items[line]!) === CustomerServiceType.INSTALL;
    const ofSale = (installs ? (judged.get(offering.id)?.objections ?? []) : []).map((each) => ({
      ...each,
      path: ['offeringId'],
    }));
    // Values that are still missing can be given with the order.
    const own = objections
      .filter(({ code }) => code !== 'REQUIRED')
      .map((each) => ({ ...each, path: each.path.slice(3).map(inField) }));
    const further = ofSale.filter(({ code }) => !own.some((other) => other.code === code));
    return [...own, ...further].map((each) => ({ ...each, path: at(line, each.path).map(String) }));
  });
  if (faults.length > 0) throw new Refusal(faults);
  return { items, price };
}

/** Lines of proposals name the values of attributes otherwise than carts do. */
const inField = (part: string, index: number): string =>
  index === 0 && part === 'attributes' ? 'characteristics' : part;

/** Refusals of lines that the caller gave. */
export const inItems = (line: number, field: readonly string[]): InputPath => ['input', 'items', line, ...field];

/** Refusals of lines that the proposal has. */
export const inProposal = (): InputPath => ['input', 'proposalId'];

/** Puts priced lines in the place of those that a proposal had. */
export async function setItems(tx: Transaction, proposal: Proposal, { items, price }: PricedItems): Promise<void> {
  await tx.em.flush();
  await tx.em.nativeDelete(ProposalCharge, { proposal: proposal.id });
  await tx.em.nativeDelete(ProposalItemComponent, { proposalItem: { proposal: proposal.id } });
  await tx.em.nativeDelete(ProposalItem, { proposal: proposal.id });
  const { currency, oneTime, recurring, deposit, at: pricedAt } = price;
  Object.assign(proposal, { currency, oneTime, recurring, deposit, pricedAt });
  for (const [
    index,
    { quantity, installAddress, discountPercent, characteristics, components, ...input },
  ] of items.entries()) {
    const { oneTime: once, recurring: running, tariffPlans, charges } = price.lines[index]!;
    const productInstance = input.productInstanceId
      ? await tx.get(ProductInstance, input.productInstanceId, ['input', 'items', index, 'productInstanceId'], {
          lock: false,
        })
      : null;
    const item = tx.add(
      Object.assign(new ProposalItem(), {
        ...{ proposal, itemNo: index + 1, service: serviceOf(input as ProposalItemInput), productInstance },
        offering: tx.em.getReference(Offering, price.lines[index]!.offering.id),
        ...{
          quantity: quantity ?? 1,
          discountPercent: discountPercent ?? null,
          installAddress: installAddress ?? null,
        },
        tariffPlan: tariffPlans[0] ? tx.em.getReference(TariffPlan, tariffPlans[0].id) : null,
        characteristics: Object.fromEntries((characteristics ?? []).map(({ name, value }) => [name, value])),
        ...{
          oneTime: once && Money.of(once.amount, once.currency),
          recurring: running && Money.of(running.amount, running.currency),
        },
      }),
    );
    for (const [at, { productId, quantity: pieces }] of (components ?? []).entries()) {
      const key = uuidOf(productId, 'pd', ['input', 'items', index, 'components', at, 'productId']);
      const product = tx.em.getReference(Product, key);
      tx.add(Object.assign(new ProposalItemComponent(), { proposalItem: item, product, quantity: pieces }));
    }
    addCharges(tx, proposal, item, charges);
  }
  addCharges(tx, proposal, null, price.discounts);
}

function addCharges(
  tx: Transaction,
  proposal: Proposal,
  item: ProposalItem | null,
  charges: readonly PricedCharge[],
): void {
  for (const [index, charge] of charges.entries())
    tx.add(Object.assign(new ProposalCharge(), { proposal, item, position: index + 1, ...keptValues(charge) }));
}

/** Lines of a proposal as they were given, to price them anew or to order them. */
export async function itemsOf(tx: Transaction, proposal: Pick<Proposal, 'id'>): Promise<ProposalItemInput[]> {
  const rows = await tx.em.find(ProposalItem, { proposal: proposal.id }, { orderBy: { itemNo: 'asc' } });
  const chosen = await tx.em.find(
    ProposalItemComponent,
    { proposalItem: { $in: rows.map(({ id }) => id) } },
    { orderBy: { id: 'asc' } },
  );
  return rows.map(({ id, offering, productInstance, tariffPlan, characteristics, ...row }) => ({
    ...{ offeringId: tx.idOf(offering), quantity: row.quantity, service: row.service },
    productInstanceId: productInstance ? tx.idOf(productInstance) : null,
    tariffPlanId: tariffPlan ? tx.idOf(tariffPlan) : null,
    ...{ discountPercent: row.discountPercent ?? null, installAddress: row.installAddress ?? null },
    characteristics: Object.entries(characteristics).map(([name, value]) => ({ name, value })),
    components: chosen
      .filter(({ proposalItem }) => proposalItem.id === id)
      .map(({ product, quantity }) => ({ productId: tx.idOf(product), quantity })),
  }));
}
