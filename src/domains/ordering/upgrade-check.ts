import type { Transaction } from '../../kernel/database/transaction.js';
import { CustomerServiceType, ServiceConflict } from '../catalogue/index.js';
import type { Customer } from '../customer/index.js';
import { OfferingInstance } from '../inventory/index.js';
import { upgradeUnderWay } from '../qualification/index.js';
import type { CheckedItem } from './checked-item.js';
import type { Findings } from './findings.js';
import { OrderItem } from './order-item.js';
import { OrderStatus } from './order.enums.js';
import type { OrderQuote } from './quote-items.js';
import { instancesOf } from './resolve-item.js';
import { conflictsOnFormer, keptPieces } from './upgrade-pieces.js';

/** What of a customer the relations say that a line is an upgrade of: of the offerings, or of the plans (PRD-54, PRD-84). */
const FORMER = `
  select "i"."id" from "offering_instance" "i" where "i"."customer_id" = ? and "i"."status" in ('ACTIVE', 'BROKEN') and (
    exists (select 1 from "offering_relation" "r" where "r"."kind" = 'UPGRADE' and "r"."from_id" = "i"."offering_id" and "r"."to_id" = ?)
    or exists (select 1 from "tariff_plan_relation" "n" where "n"."kind" = 'UPGRADE' and "n"."to_id" = "i"."tariff_plan_id"
      and "n"."from_id" = any(?::uuid[]) and ("n"."offering_id" is null or "n"."offering_id" = ?)))
  order by "i"."id"`;

/**
 * Finds what each line takes the place of when the order is completed, and what is in flight on that (PRD-54, PRD-84). The orders of a
 * customer are taken one after another, so of two upgrades of the same thing at once the second one meets the first.
 * What was agreed with the customer names nothing: where it could take the place of several it takes that of none.
 */
export async function checkUpgrades(
  tx: Transaction,
  customer: Customer,
  items: readonly CheckedItem[],
  { before, quote }: { before: string; quote: OrderQuote | null },
  findings: Findings,
): Promise<void> {
  const removes = ({ input }: CheckedItem) => input.action === CustomerServiceType.REMOVE;
  const whole = (some: readonly CheckedItem[]) => some.flatMap(({ offeringInstance }) => offeringInstance?.id ?? []);
  const gone = new Set(whole(items.filter(removes)));
  const kept = items.filter((item) => !removes(item));
  const served = new Set([
    ...whole(kept),
    ...kept.flatMap(({ productInstance }) => productInstance?.offeringInstance?.id ?? []),
  ]);
  for (const item of items) {
    if (item.input.action !== CustomerServiceType.INSTALL) continue;
    item.replaces = await formerOf(tx, customer, item, { gone, agreed: quote === null }, findings);
    if (!item.replaces) continue;
    gone.add(item.replaces.id);
    if (served.has(item.replaces.id))
      findings.add('CONTRADICTORY', 'Another line is about what it takes the place of.', [...item.path, 'offeringId']);
    await checkAddress(tx, item, item.replaces, findings);
    await checkInFlight(tx, item, item.replaces, before, findings);
  }
}

/** What a line takes the place of: what it names, else the only thing that it can. */
async function formerOf(
  tx: Transaction,
  customer: Customer,
  item: CheckedItem,
  { gone, agreed }: { gone: ReadonlySet<string>; agreed: boolean },
  findings: Findings,
): Promise<OfferingInstance | null> {
  const { id: offeringId } = item.offering!;
  const planIds = item.planIds.length > 0 ? item.planIds : item.tariffPlan ? [item.tariffPlan.id] : [];
  const values = [customer.id, offeringId, `{${planIds.join(',')}}`, offeringId];
  const formers = (await tx.em.execute<{ id: string }[]>(FORMER, values)).map(({ id }) => id);
  const path = [...item.path, 'replacesId'];
  if (item.input.replacesId) {
    const named = await findings.lookup(tx, OfferingInstance, item.input.replacesId, path);
    if (!named) return null;
    if (named.customer.id !== customer.id)
      findings.add('NOT_OF_CUSTOMER', 'This offering instance does not belong to the customer of the order.', path);
    else if (!formers.includes(named.id))
      findings.add('NOT_UPGRADED', 'No relation of the offerings or plans says that it is an upgrade of this.', path);
    else if (gone.has(named.id)) findings.add('CONTRADICTORY', 'Another line is about this already.', path);
    else return named;
    return null;
  }
  const open = formers.filter((id) => !gone.has(id));
  if (open.length > 1 && !agreed)
    findings.add('AMBIGUOUS', 'The customer has several that it could take the place of; say which.', path, {
      offeringInstanceIds: open.map((id) => tx.idOf(Object.assign(new OfferingInstance(), { id }))),
    });
  return open.length === 1 ? tx.em.findOneOrFail(OfferingInstance, { id: open[0]! }) : null;
}

/** Another upgrade of the same thing is refused; services in flight on it are met as a change of what stays, and a removal of the rest, meet them (ORD-10). */
async function checkInFlight(
  tx: Transaction,
  item: CheckedItem,
  former: OfferingInstance,
  before: string,
  findings: Findings,
): Promise<void> {
  const path = [...item.path, item.input.replacesId ? 'replacesId' : 'offeringId'];
  const refuseFor = (orderNo: string, running: CustomerServiceType) =>
    findings.addAll([upgradeUnderWay(orderNo, running)], path);
  const other = await tx.em.findOne(
    OrderItem,
    {
      replaces: former.id,
      order: { id: { $lt: before }, status: { $nin: [OrderStatus.COMPLETED, OrderStatus.CANCELLED] } },
    },
    { populate: ['order'] },
  );
  if (other) refuseFor(other.order.orderNo, other.action);
  const conflicts = (await conflictsOnFormer(tx, former, item.components, before)).filter(
    ({ orderId }) => orderId !== other?.order.id,
  );
  for (const { decision, orderNo, running } of conflicts)
    if (decision === ServiceConflict.REJECT) refuseFor(orderNo, running);
  item.conflicts = [...item.conflicts, ...conflicts];
}

/** What an upgrade keeps stays where it is. */
async function checkAddress(
  tx: Transaction,
  item: CheckedItem,
  former: OfferingInstance,
  findings: Findings,
): Promise<void> {
  const { installAddress } = item.input;
  if (!installAddress) return;
  const kept = keptPieces(await instancesOf(tx, former), item.components);
  const elsewhere = kept.find((instance) => instance.installAddress && instance.installAddress !== installAddress);
  if (!elsewhere) return;
  findings.add(
    'CONTRADICTORY',
    `${elsewhere.instanceNo} stays where it is when it is upgraded; move it by an order of its own.`,
    [...item.path, 'installAddress'],
    { installAddress: elsewhere.installAddress },
  );
}
