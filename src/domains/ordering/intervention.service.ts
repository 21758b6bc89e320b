import { LockMode } from '@mikro-orm/postgresql';
import { refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { holdWork } from '../../kernel/process/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { Customer } from '../customer/index.js';
import { productOfServiceOrder } from './bundled-products.js';
import { withdrawOrder } from './cancel-order.js';
import { checkFixedValues, checkValues, type GivenValue, normalGiven } from './characteristics-check.js';
import { Findings } from './findings.js';
import { InterventionAnswer as A, InterventionKind as K, InterventionStatus as S } from './intervention.enums.js';
import type {
  InterventionReplyInput,
  InterventionWithdrawInput,
  ServiceOrderInterveneInput,
} from './intervention.inputs.js';
import { interventionLifecycle } from './intervention.lifecycle.js';
import { interveneLater } from './order-jobs.js';
import { ExceptionCause, OrderStatus } from './order.enums.js';
import { Order } from './order.js';
import { orderLifecycle } from './order.lifecycle.js';
import { merge, resendLocked } from './resend-order.js';
import { ServiceOrderIntervention } from './service-order-intervention.js';
import { ServiceOrderStatus } from './service-order-status.js';
import { ServiceOrder } from './service-order.js';
import { carryOut, endHold, moveIntervention, saidOf } from './settle-intervention.js';

const PATH = ['input', 'serviceOrderId'];

/**
 * Asks provisioning to do something with a service order of a group customer (WFL-73). What provisioning has is asked of it after the
 * transaction; to cancel and to send again goes by the order, and is settled by what becomes of it.
 */
export function intervene(context: CallContext, input: ServiceOrderInterveneInput): Promise<ServiceOrderIntervention> {
  return context.database.write(context, async (tx) => {
    const serviceOrder = await lockFor(tx, input.serviceOrderId);
    const earlier = input.requestKey ? await earlierRequest(tx, serviceOrder, input) : null;
    if (earlier) return earlier;
    if (!serviceOrder.order.supervised)
      refuse('NOT_SUPERVISED', 'Only orders of group customers are supervised.', PATH);
    if (await isOpen(tx, serviceOrder, input.kind))
      refuse('INTERVENTION_OPEN', 'The same was asked already, and is not answered.', PATH);
    const given = await admit(tx, serviceOrder, input);
    const intervention = tx.add(
      Object.assign(new ServiceOrderIntervention(), {
        interventionNo: formatNumber('SI', await takeNumber(tx, 'service-order-intervention')),
        ...{ serviceOrder, kind: input.kind, reason: input.reason, requestKey: input.requestKey ?? null },
        characteristics: Object.fromEntries(given.map(({ name, value }) => [name, value])),
        ...{ attempt: serviceOrder.attempt, requestedBy: tx.caller.subject, requestedAt: tx.at },
        ...{ deliveredAt: null, acceptedAt: null, endedAt: null, reply: null },
      }),
    );
    interventionLifecycle.begin(tx, intervention, { reason: input.reason, data: saidOf(tx, intervention) });
    serviceOrder.openInterventions! += 1;
    await tx.em.flush();
    await setOut(tx, intervention);
    return intervention;
  });
}

/** Customer, order and service order, locked in the sequence in which all operations do. */
async function lockFor(tx: Transaction, id: string): Promise<ServiceOrder> {
  const found = await tx.get(ServiceOrder, id, PATH, { lock: false });
  await tx.em.populate(found, ['order', 'orderItem', 'product', 'productInstance']);
  refuseMisuse(tx.caller, { regionId: found.order.region.id }, PATH);
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  await tx.em.findOneOrFail(Customer, found.order.customer.id, lock);
  await tx.em.findOneOrFail(Order, found.order.id, lock);
  return tx.em.findOneOrFail(ServiceOrder, found.id, lock);
}

async function earlierRequest(tx: Transaction, serviceOrder: ServiceOrder, input: ServiceOrderInterveneInput) {
  const where = { serviceOrder: serviceOrder.id, requestKey: input.requestKey! };
  const earlier = await tx.em.findOne(ServiceOrderIntervention, where);
  if (earlier && (earlier.kind !== input.kind || earlier.reason !== input.reason))
    return refuse('KEY_REUSED', 'Something else was asked under this key.', ['input', 'requestKey'], {
      interventionNo: earlier.interventionNo,
    });
  return earlier;
}

const isOpen = async (tx: Transaction, { id }: ServiceOrder, kind: K): Promise<boolean> =>
  (await tx.em.count(ServiceOrderIntervention, {
    serviceOrder: id,
    kind,
    status: { $in: [S.REQUESTED, S.ACCEPTED] },
  })) > 0;

/** States in which provisioning has a service order. */
const AT_PROVISIONING: readonly ServiceOrderStatus[] = [ServiceOrderStatus.DISPATCHED, ServiceOrderStatus.IN_PROGRESS];

/** Refuses what makes no sense for the service order as it is. @returns the values to be set, in their normal forms */
async function admit(
  tx: Transaction,
  serviceOrder: ServiceOrder,
  input: ServiceOrderInterveneInput,
): Promise<readonly GivenValue[]> {
  const { order, status } = serviceOrder;
  const { kind } = input;
  const given = input.characteristics ?? [];
  const at = ['input', 'characteristics'];
  if (kind === K.CHANGE && given.length === 0) refuse('REQUIRED', 'What is to be changed?', at);
  if (kind !== K.CHANGE && given.length > 0) refuse('CONTRADICTION', 'Only a CHANGE has values.', at);
  const wrong = () => refuse('INVALID_STATE', `It is ${status}.`, PATH, { state: status, order: order.status });
  if (kind === K.CANCEL) {
    requirePermission(tx.caller, 'orderCancel');
    const possible = orderLifecycle.actionsFrom(order.status);
    if (!possible.includes('withdraw') && !possible.includes('requestCancel')) wrong();
    return [];
  }
  if (kind === K.RESEND) {
    requirePermission(tx.caller, 'orderResend');
    const cameBack = order.status === OrderStatus.EXCEPTION && order.exceptionCause !== ExceptionCause.REVIEW;
    if (status !== ServiceOrderStatus.RETURNED || !cameBack) wrong();
    return [];
  }
  if (!AT_PROVISIONING.includes(status)) wrong();
  if (kind === K.HOLD && serviceOrder.heldAt) refuse('ALREADY_HELD', 'Provisioning holds it already.', PATH);
  if (kind === K.RESUME && !serviceOrder.heldAt) refuse('NOT_HELD', 'Provisioning does not hold it.', PATH);
  if (kind !== K.CHANGE) return [];
  const findings = new Findings();
  const product = await productOfServiceOrder(tx, serviceOrder);
  const values = given.filter(({ value }) => value !== null);
  const template = await checkValues(tx, [product.sold], values, at, findings);
  await checkFixedValues(tx, [product], given, at, findings);
  findings.refuseIfAny();
  return normalGiven(template, given);
}

async function setOut(tx: Transaction, intervention: ServiceOrderIntervention): Promise<void> {
  const { kind, reason, serviceOrder } = intervention;
  if (kind === K.RESEND) return resendLocked(tx, serviceOrder.order, reason);
  if (kind !== K.CANCEL) return interveneLater(tx, intervention);
  await withdrawOrder(tx, serviceOrder.order, reason);
}

/** The intervention with its service order, locked after the order as everywhere; null when there is none of this number. */
async function lockedIntervention(tx: Transaction, interventionNo: string): Promise<ServiceOrderIntervention | null> {
  const found = await tx.em.findOne(ServiceOrderIntervention, { interventionNo }, { populate: ['serviceOrder.order'] });
  if (!found) return null;
  const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  await tx.em.findOneOrFail(Order, found.serviceOrder.order.id, lock);
  await tx.em.findOneOrFail(ServiceOrder, found.serviceOrder.id, lock);
  await tx.em.populate(found.serviceOrder, ['orderItem']);
  return tx.em.findOneOrFail(ServiceOrderIntervention, found.id, lock);
}

/**
 * Takes what provisioning answers to an intervention (WFL-73). An answer may come twice or late: one that brings nothing new changes
 * nothing. Refused with NOT_FOUND, REQUIRED.
 * @returns the intervention, and whether the answer changed anything
 */
export function takeInterventionReply(
  context: CallContext,
  { interventionNo, answer, reply = null }: InterventionReplyInput,
): Promise<{ intervention: ServiceOrderIntervention; applied: boolean }> {
  return context.database.write(context, async (tx) => {
    const intervention = await lockedIntervention(tx, interventionNo);
    if (!intervention)
      return refuse('NOT_FOUND', `There is no intervention ${interventionNo}.`, ['input', 'interventionNo']);
    if (answer === A.REFUSED && !reply) refuse('REQUIRED', 'Why not?', ['input', 'reply']);
    return { intervention, applied: await apply(tx, intervention, answer, reply ?? null) };
  });
}

/**
 * Takes back what the caller has asked of provisioning and what is not done yet (WFL-73). Provisioning is told, if it was told of the wish;
 * when it has done it meanwhile, its answer says so and counts. Refused with NOT_FOUND, NOT_YOURS, STEERED, INVALID_STATE.
 */
export function withdrawIntervention(
  context: CallContext,
  { interventionId, reason }: InterventionWithdrawInput,
): Promise<ServiceOrderIntervention> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'interventionId'];
    const { interventionNo } = await tx.get(ServiceOrderIntervention, interventionId, path, { lock: false });
    const intervention = (await lockedIntervention(tx, interventionNo))!;
    refuseMisuse(tx.caller, { regionId: intervention.serviceOrder.order.region.id }, path);
    if (tx.caller.kind === 'STAFF' && intervention.requestedBy !== tx.caller.subject)
      refuse('NOT_YOURS', 'Somebody else has asked for it.', path);
    if (intervention.kind === K.CANCEL || intervention.kind === K.RESEND)
      refuse('STEERED', 'What becomes of the order settles it.', path);
    if (!interventionLifecycle.actionsFrom(intervention.status).includes('withdraw'))
      refuse('INVALID_STATE', `It is ${intervention.status}.`, path, { state: intervention.status });
    await moveIntervention(tx, intervention, 'withdraw', reason);
    interveneLater(tx, intervention);
    return intervention;
  });
}

async function apply(
  tx: Transaction,
  intervention: ServiceOrderIntervention,
  answer: A,
  reply: string | null,
): Promise<boolean> {
  const { status, kind } = intervention;
  if (status === S.DONE || status === S.REFUSED || (status === S.ACCEPTED && answer === A.ACCEPTED)) return false;
  if (status === S.WITHDRAWN && !(answer === A.DONE && AT_PROVISIONING.includes(intervention.serviceOrder.status)))
    return false;
  // What becomes of the order settles these.
  if (kind === K.CANCEL || kind === K.RESEND) return false;
  intervention.deliveredAt ??= tx.at;
  if (answer === A.ACCEPTED) await moveIntervention(tx, intervention, 'accept', reply);
  else if (answer === A.REFUSED) await moveIntervention(tx, intervention, 'refuse', reply);
  else {
    await takeEffect(tx, intervention);
    await carryOut(tx, intervention, reply);
  }
  return true;
}

async function takeEffect(
  tx: Transaction,
  { kind, characteristics, serviceOrder }: ServiceOrderIntervention,
): Promise<void> {
  if (kind === K.HOLD) {
    serviceOrder.heldAt = tx.at;
    await holdWork(tx, serviceOrder);
  }
  if (kind === K.RESUME) await endHold(tx, serviceOrder);
  if (kind !== K.CHANGE) return;
  const changes = Object.entries(characteristics).map(([name, value]) => ({ name, value }));
  serviceOrder.characteristics = merge(serviceOrder.characteristics, changes);
  serviceOrder.orderItem.characteristics = merge(serviceOrder.orderItem.characteristics, changes);
}
