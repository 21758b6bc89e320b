import type { CallContext } from '../../kernel/database/context.js';
import { defineJob } from '../../kernel/jobs/index.js';
import { encodeId, nounOf } from '../../kernel/model/index.js';
import { TELL_HOLD } from './number-hold.js';
import { notRefused } from './number-refusal.js';
import { type NumberHoldEnd, type NumberHoldOutcome, numberHolds } from './number-holds.port.js';
import { OutsideHold, Reservation } from './reservation.js';
import { ResourceItem } from './resource-item.js';
import { refuseOutside } from './reservation.service.js';

/** Brings the number subsystem to know of a reservation: asks it to hold, or tells that there is nothing to hold any more. */
async function tellHold({ reservationId }: { reservationId: string }, context: CallContext): Promise<void> {
  const { adapter } = numberHolds;
  const populate = ['item', 'product'] as never;
  const seen = await context.database.orm.em.fork().findOne(Reservation, { id: reservationId }, { populate });
  const reference = encodeId(nounOf(Reservation).tag!, reservationId);
  if (seen?.outsideHold === OutsideHold.ENDING) await tellEnd(seen, context);
  if (seen?.outsideHold !== OutsideHold.ASKED) return;
  // Until it knows of their end it holds the number for those who had it before.
  const before = { item: seen.item!.id, outsideHold: OutsideHold.ENDING };
  for (const ended of await context.database.orm.em.fork().find(Reservation, before)) await tellEnd(ended, context);
  const { product, installAddress = null, reason = null, createdAt, expiresAt, reservedBy } = seen;
  const outcome = await adapter.hold(
    {
      ...{ reservation: reference, number: seen.item!.resourceNo, productCode: product?.code ?? null },
      ...{ installAddress, reason, reservedAt: createdAt, expiresAt, applicant: reservedBy },
    },
    context,
  );
  await settle(context, seen, outcome);
}

async function tellEnd({ id, status }: Reservation, context: CallContext): Promise<void> {
  await numberHolds.adapter.end(encodeId(nounOf(Reservation).tag!, id), status as string as NumberHoldEnd, context);
  await context.database.write(context, async (tx) => {
    const reservation = (await tx.find(Reservation, id))!;
    if (reservation.outsideHold === OutsideHold.ENDING)
      Object.assign(reservation, { outsideHold: OutsideHold.ENDED, outsideAt: tx.at });
  });
}

/** Takes the answer of the subsystem; when the reservation has ended meanwhile, the job that tells so is on its way. */
async function settle(context: CallContext, { id, item }: Reservation, outcome: NumberHoldOutcome): Promise<void> {
  if (outcome.status === 'REFUSED') return refuseOutside(context, id, outcome);
  await context.database.write(context, async (tx) => {
    // Locked in the order of all who change both.
    const number = (await tx.find(ResourceItem, item!.id))!;
    const reservation = (await tx.find(Reservation, id))!;
    Object.assign(number, notRefused);
    Object.assign(reservation, { outsideRef: outcome.externalRef, outsideAt: tx.at });
    if (reservation.outsideHold === OutsideHold.ASKED) reservation.outsideHold = OutsideHold.HELD;
  });
}

/** It waits for a system outside, so it runs beside the jobs that do not. */
export const tellHoldJob = defineJob(TELL_HOLD, tellHold, { waits: true });
