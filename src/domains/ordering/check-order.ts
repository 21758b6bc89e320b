import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { codedError, type UserError } from '../../kernel/errors/index.js';
import { type Class, decodeId, type Node, uuidOf, v7 } from '../../kernel/model/index.js';
import {
  BreachAction,
  CustomerServiceType,
  Offering,
  OfferingRelation,
  OfferingRelationKind,
  TariffPlan,
} from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { OfferingInstance, OfferingInstanceStatus, ProductInstance } from '../inventory/index.js';
import { type CommitmentBreach, findBreaches, showBreaches } from '../qualification/index.js';
import type { LeavingInstance } from './attached-left.js';
import { toldUnderCauses, withAttached } from './attached-removals.js';
import { inspectSubmission } from './check-submission.js';
import type { CheckedItem } from './checked-item.js';
import { Findings } from './findings.js';
import { judgeItems } from './judge-items.js';
import { AttachedRemoval, CheckedOrderLine, InFlightConflict, OrderCheck } from './order-check.js';
import { costOf } from './order-prices.js';
import type { OrderSubmitInput } from './order.inputs.js';
import { instancesOf } from './resolve-item.js';
import { quoteItems } from './quote-items.js';

/**
 * What would become of an order if it were submitted now: exclusions, dependencies, services in flight and controls, with what the
 * customer has, has ordered and orders with it (PRD-111). Reads only.
 * @throws NOT_FOUND for a customer that the caller may not see
 */
export async function checkOrder(context: CallContext, given: OrderSubmitInput): Promise<OrderCheck> {
  const customerId = uuidOf(given.customerId, 'cu', ['input', 'customerId']);
  const { input, added } = await withAttached(context, given);
  const [sale, quote] = await Promise.all([judgeItems(context, input), quoteItems(context, input)]);
  return context.database.read(context, async (tx) => {
    const customer = await tx.find(Customer, customerId, { lock: false });
    if (!customer)
      throw codedError('NOT_FOUND', 'There is no Customer with this id.', { path: ['input', 'customerId'] });
    const findings = new Findings();
    const { items } = await inspectSubmission(
      tx,
      customer,
      input,
      { before: v7(), sale: sale.against, quote },
      findings,
    );
    return Object.assign(new OrderCheck(), {
      orderable: findings.count === 0,
      findings: toldUnderCauses(findings.all, given.items.length, added),
      attachedRemovals: added.map((each, index) => attachedRemoval(each, given.items.length + index)),
      additions: await additionsFor(tx, customer, findings.all),
      lines: await Promise.all(items.map(async (item) => shown(item, await carriedTo(tx, item)))),
    });
  });
}

/** Offerings that are missing, with those that they need themselves and the customer has not. */
async function additionsFor(tx: Transaction, customer: Customer, findings: readonly UserError[]): Promise<Offering[]> {
  const missing = findings.flatMap(({ code, details }) =>
    code === 'OFFERING_REQUIRED' ? (decodeId(String(details!['offeringId']))?.uuid ?? []) : [],
  );
  const held = await tx.em.find(OfferingInstance, {
    customer: customer.id,
    status: { $in: [OfferingInstanceStatus.ACTIVE, OfferingInstanceStatus.BROKEN] },
  });
  const present = new Set(held.map(({ offering }) => offering.id));
  const found = new Set<string>();
  for (let open = missing; open.length > 0;) {
    for (const id of open) found.add(id);
    const needs = await tx.em.find(OfferingRelation, { from: { $in: open }, kind: OfferingRelationKind.DEPEND });
    open = [...new Set(needs.map(({ to }) => to.id))].filter((id) => !found.has(id) && !present.has(id));
  }
  return [...found].map((id) => row(Offering, id));
}

/** What a removal of what a line takes the place of would breach; other plans than those that end with it are none of it. */
async function carriedTo(tx: Transaction, { replaces }: CheckedItem): Promise<CommitmentBreach[]> {
  if (!replaces) return [];
  const breaches = await findBreaches(tx, await instancesOf(tx, replaces), CustomerServiceType.REMOVE, tx.at);
  return showBreaches(
    tx.em,
    breaches.filter(({ action }) => action !== BreachAction.REPLACE_PLAN),
  );
}

function attachedRemoval({ instance, line }: LeavingInstance, own: number): AttachedRemoval {
  return Object.assign(new AttachedRemoval(), {
    ...{ line: own, forLine: line, productInstance: row(ProductInstance, instance.id) },
    prompt: `${instance.product.name} (${instance.instanceNo}) exists only with what is removed, and is removed with it.`,
  });
}

function shown(item: CheckedItem, carriedCommitments: readonly CommitmentBreach[]): CheckedOrderLine {
  const { oneTime: oneTimeTotal, recurring: recurringTotal } = costOf(item);
  return Object.assign(new CheckedOrderLine(), {
    line: Number(item.path.at(-1)),
    tariffPlan: item.tariffPlan && row(TariffPlan, item.tariffPlan.id),
    oneTime: item.price?.oneTime ?? null,
    oneTimeTotal,
    recurringTotal,
    penalty: item.penalty,
    deposit: item.guarantees.find(({ amount }) => amount)?.amount ?? null,
    carriedCommitments,
    replaces: item.replaces && row(OfferingInstance, item.replaces.id),
    conflicts: item.conflicts.map(({ instance, running, orderNo, decision }) =>
      Object.assign(new InFlightConflict(), {
        productInstance: row(ProductInstance, instance.id),
        running,
        orderNo,
        decision,
      }),
    ),
  });
}

/** Stands for a row by its key; what is selected of it is read when it is answered. */
const row = <T extends Node>(noun: Class<T> & (new () => T), id: string): T => Object.assign(new noun(), { id });
