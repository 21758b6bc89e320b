import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/refusal.js';
import { endStep } from '../../kernel/process/index.js';
import { Customer } from '../customer/index.js';
import { openServiceOrders } from './cancel-order.js';
import { completeOrderIfDone } from './complete-order.js';
import { takeOver } from './dispatch-service-order.js';
import { completeOnInstance } from './instance-effects.js';
import { OrderWork } from './order-fulfilment.js';
import { moveOrder, processOf } from './order-process.js';
import { ExceptionCause, OrderStatus, ShortageChoice } from './order.enums.js';
import { Order } from './order.js';
import { ReportState, ServiceOrderReport } from './service-order-report.js';
import { mirrorActivity, type ReportedActivity } from './mirror-activity.js';
import { ServiceOrderStatus as S } from './service-order-status.js';
import { ServiceOrder } from './service-order.js';
import { moveServiceOrder } from './service-order.lifecycle.js';

/** A report of provisioning about a service order. */
export interface ProgressReport {
  serviceOrderNo: string;
  /** Provisioning's reference, as it answered to the dispatch. */
  externalRef: string;
  state: `${ReportState}`;
  /** How far, 0 to 100; COMPLETED counts as 100. */
  percent: number;
  /** When it happened, by the clock of provisioning. */
  at: Date;
  /** Unique for the service order; a report with an id that is known changes nothing. */
  reportId: string;
  /** For RETURNED: why, other than TECHNICAL. */
  cause?: `${ExceptionCause}`;
  /** For RETURNED: explanation for a person. */
  reason?: string;
  /** The step of provisioning's own that it is about. */
  activity?: ReportedActivity;
}

/**
 * Takes a report of provisioning (ORD-86, ORD-162). Reports may come twice, late or out of order: each is kept, and applied when it
 * brings news of the current attempt. Refused with NOT_FOUND for an unknown number, and with BUSY for an end that comes while
 * provisioning is asked to cancel; the sender tries again later.
 * @returns whether the report changed anything
 */
export async function reportServiceOrderProgress(
  context: CallContext,
  report: ProgressReport,
): Promise<{ applied: boolean }> {
  return context.database.write(context, async (tx) => {
    const serviceOrder = await lockForReport(tx, report);
    const known = await tx.em.findOne(ServiceOrderReport, { serviceOrder: serviceOrder.id, reportId: report.reportId });
    if (known) return { applied: false };
    const percent =
      report.state === ReportState.COMPLETED ? 100 : Math.min(100, Math.max(0, Math.round(report.percent)));
    const applied = await apply(tx, serviceOrder, report, percent);
    const shown = report.activity ? await mirrorActivity(tx, serviceOrder, report, report.activity) : false;
    tx.add(
      Object.assign(new ServiceOrderReport(), {
        serviceOrder,
        reportId: report.reportId,
        externalRef: report.externalRef,
        state: ReportState[report.state],
        percent,
        reportedAt: report.at,
        applied: applied || shown,
      } satisfies Partial<ServiceOrderReport>),
    );
    return { applied: applied || shown };
  });
}

/** Locks customer, order and service order in this sequence, as every operation does; the customer only where an order may end. */
async function lockForReport(tx: Transaction, { serviceOrderNo, state }: ProgressReport): Promise<ServiceOrder> {
  const found = await tx.em.findOne(ServiceOrder, { serviceOrderNo }, { populate: ['order'] });
  if (!found) return refuse('NOT_FOUND', `There is no service order ${serviceOrderNo}.`, ['serviceOrderNo']);
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  if (state === ReportState.COMPLETED) await tx.em.findOneOrFail(Customer, found.order.customer.id, lock);
  await tx.em.findOneOrFail(Order, found.order.id, lock);
  await tx.em.findOneOrFail(ServiceOrder, found.id, lock);
  await tx.em.populate(found, ['orderItem', 'productInstance']);
  return found;
}

const open: readonly S[] = [S.CREATED, S.REOPENED, S.DISPATCHED, S.IN_PROGRESS, S.CANCEL_PENDING];

async function apply(
  tx: Transaction,
  serviceOrder: ServiceOrder,
  report: ProgressReport,
  percent: number,
): Promise<boolean> {
  if (!open.includes(serviceOrder.status) || serviceOrder.formerRefs.includes(report.externalRef)) return false;
  const ends = report.state === ReportState.COMPLETED || report.state === ReportState.RETURNED;
  if (serviceOrder.status === S.CANCEL_PENDING && ends)
    return refuse('BUSY', 'Provisioning is asked to cancel it; report the end again later.');
  // The report has overtaken the answer to the dispatch, or the process ended before it could note that answer.
  if (serviceOrder.status === S.CREATED || serviceOrder.status === S.REOPENED)
    await takeOver(tx, serviceOrder, report.externalRef);
  if (serviceOrder.externalRef !== report.externalRef) return false;
  switch (report.state) {
    case ReportState.COMPLETED:
      return finish(tx, serviceOrder);
    case ReportState.RETURNED:
      return giveBack(tx, serviceOrder, report);
    default:
      return advance(tx, serviceOrder, percent);
  }
}

async function advance(tx: Transaction, serviceOrder: ServiceOrder, percent: number): Promise<boolean> {
  const starts = serviceOrder.status === S.DISPATCHED;
  if (!starts && percent <= serviceOrder.progress) return false;
  serviceOrder.progress = Math.max(serviceOrder.progress, percent);
  if (starts) await moveServiceOrder(tx, serviceOrder, 'start', { data: { percent } });
  else record(tx, serviceOrder, percent);
  return true;
}

function record(tx: Transaction, serviceOrder: ServiceOrder, percent: number): void {
  const { order, serviceOrderNo } = serviceOrder;
  const data = { orderId: tx.idOf(order), serviceOrderNo, percent };
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'serviceOrder.progressed',
    subject: serviceOrder,
    customerId: order.customer.id,
    regionId: order.region.id,
    data,
  });
}

async function finish(tx: Transaction, serviceOrder: ServiceOrder): Promise<boolean> {
  if (serviceOrder.status === S.DISPATCHED) await moveServiceOrder(tx, serviceOrder, 'start');
  if (serviceOrder.doneAt) return false;
  serviceOrder.progress = 100;
  serviceOrder.doneAt = tx.at;
  const { order } = serviceOrder;
  const ready = order.completesTogether ? await allDone(tx, order) : [serviceOrder];
  for (const each of ready) {
    each.completedAt = tx.at;
    await moveServiceOrder(tx, each, 'complete');
    await completeOnInstance(tx, each);
    // What was opened together is looked at again with each one.
    if (ready.length > 1) await tx.em.flush();
  }
  await completeOrderIfDone(tx, order);
  await lookAgain(tx, order);
  return true;
}

/** The service orders of an order that complete together: all that are open, once provisioning is done with each; else none (WFL-68). */
async function allDone(tx: Transaction, order: Order): Promise<ServiceOrder[]> {
  const open = await openServiceOrders(tx, order);
  return open.every(({ doneAt }) => doneAt) ? open : [];
}

/** An order that is to wait for a resource does so when provisioning has nothing of it any more. */
async function lookAgain(tx: Transaction, order: Order): Promise<void> {
  if (order.status !== OrderStatus.EXCEPTION || order.onShortage !== ShortageChoice.WAIT) return;
  const process = await processOf(tx, order);
  if (process) await endStep(tx, process.id, { [OrderWork.wait]: { next: 'AGAIN' } });
}

async function giveBack(tx: Transaction, serviceOrder: ServiceOrder, report: ProgressReport): Promise<boolean> {
  const { order } = serviceOrder;
  const cause = ExceptionCause[report.cause ?? 'TECHNICAL'];
  const reason = report.reason?.slice(0, 500) ?? null;
  serviceOrder.doneAt = null;
  serviceOrder.returnCause = cause;
  serviceOrder.returnReason = reason;
  await moveServiceOrder(tx, serviceOrder, 'return', { reason, data: { cause } });
  if (order.status === OrderStatus.IN_PROVISIONING) {
    order.exceptionCause = cause;
    await moveOrder(tx, order, 'fail', {
      reason,
      data: { cause, serviceOrderNo: serviceOrder.serviceOrderNo },
    });
  } else await lookAgain(tx, order);
  return true;
}
