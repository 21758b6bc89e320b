import type { Transaction } from '../../kernel/database/transaction.js';
import { resumeWork } from '../../kernel/process/index.js';
import { InterventionKind as K, InterventionStatus as S } from './intervention.enums.js';
import { interventionLifecycle, type InterventionStep } from './intervention.lifecycle.js';
import type { Order } from './order.js';
import { ServiceOrderIntervention } from './service-order-intervention.js';
import type { ServiceOrder } from './service-order.js';

const OPEN = { status: { $in: [S.REQUESTED, S.ACCEPTED] } };

/** What the events of an intervention say besides its states. */
export const saidOf = (tx: Transaction, { interventionNo, kind, serviceOrder }: ServiceOrderIntervention) => ({
  ...{ interventionNo, interventionKind: kind },
  ...{ orderId: tx.idOf(serviceOrder.order), serviceOrderNo: serviceOrder.serviceOrderNo },
});

/** Takes a step of an intervention whose service order is locked, and counts what is still open there. */
export async function moveIntervention(
  tx: Transaction,
  intervention: ServiceOrderIntervention,
  step: InterventionStep,
  reply: string | null,
): Promise<void> {
  const wasOpen = OPEN.status.$in.includes(intervention.status);
  await interventionLifecycle.move(tx, intervention, step, { reason: reply, data: saidOf(tx, intervention) });
  if (step !== 'withdraw') intervention.reply = reply?.slice(0, 500) ?? intervention.reply ?? null;
  if (intervention.status === S.ACCEPTED) intervention.acceptedAt = tx.at;
  else {
    intervention.endedAt = tx.at;
    if (wasOpen) intervention.serviceOrder.openInterventions! -= 1;
  }
}

/** Carries an intervention out, whether it was accepted before or not, or was withdrawn too late. */
export async function carryOut(tx: Transaction, intervention: ServiceOrderIntervention, reply: string | null) {
  if (intervention.status === S.WITHDRAWN) return moveIntervention(tx, intervention, 'carryOutAfterAll', reply);
  if (intervention.status === S.REQUESTED) await moveIntervention(tx, intervention, 'accept', reply);
  await moveIntervention(tx, intervention, 'carryOut', reply);
}

/** How steps of a service order settle what was asked about it; a kind that is not named stays open. */
const SETTLES: Readonly<Record<string, Partial<Record<K, 'carryOut' | 'refuse'>>>> = {
  dispatch: { [K.RESEND]: 'carryOut' },
  return: { [K.URGE]: 'refuse', [K.HOLD]: 'refuse', [K.RESUME]: 'refuse', [K.CHANGE]: 'refuse' },
  complete: {
    ...{ [K.URGE]: 'carryOut', [K.HOLD]: 'refuse', [K.RESUME]: 'refuse', [K.CHANGE]: 'refuse' },
    ...{ [K.CANCEL]: 'refuse', [K.RESEND]: 'refuse' },
  },
  cancel: {
    ...{ [K.URGE]: 'refuse', [K.HOLD]: 'refuse', [K.RESUME]: 'refuse', [K.CHANGE]: 'refuse' },
    ...{ [K.CANCEL]: 'carryOut', [K.RESEND]: 'refuse' },
  },
};
const WORDS: Readonly<Record<string, string>> = {
  dispatch: 'It was sent again.',
  return: 'Provisioning gave it back.',
  complete: 'It was completed.',
  cancel: 'It was cancelled.',
};

/** Provisioning holds a service order no longer: the limits of its work go on where they stood (WFL-45). */
export async function endHold(tx: Transaction, serviceOrder: ServiceOrder): Promise<void> {
  if (!serviceOrder.heldAt) return;
  serviceOrder.heldAt = null;
  await resumeWork(tx, serviceOrder);
}

/** Settles what was asked about a service order when a step of it decides that (WFL-73). */
export async function settleByStep(tx: Transaction, serviceOrder: ServiceOrder, step: string): Promise<void> {
  const settles = SETTLES[step];
  if (!settles) return;
  if (step !== 'dispatch') await endHold(tx, serviceOrder);
  if (serviceOrder.openInterventions === 0) return;
  await tx.em.flush();
  const open = await tx.em.find(ServiceOrderIntervention, { serviceOrder: serviceOrder.id, ...OPEN }, BY_NUMBER);
  for (const intervention of open) {
    const what = settles[intervention.kind];
    if (what === 'carryOut') await carryOut(tx, intervention, WORDS[step]!);
    if (what === 'refuse') await moveIntervention(tx, intervention, 'refuse', WORDS[step]!);
  }
}

const BY_NUMBER = { orderBy: { interventionNo: 'asc' } } as const;

/** Refuses the wishes to cancel an order, because provisioning does not let go of it. */
export async function refuseCancels(tx: Transaction, order: Order, reason: string | null): Promise<void> {
  await tx.em.flush();
  const open = await tx.em.find(
    ServiceOrderIntervention,
    { serviceOrder: { order: order.id }, kind: K.CANCEL, ...OPEN },
    { populate: ['serviceOrder'], ...BY_NUMBER },
  );
  for (const intervention of open)
    await moveIntervention(tx, intervention, 'refuse', reason ?? 'Provisioning does not let go of it.');
}
