import type { CallContext } from '../../kernel/database/context.js';
import { defineJob } from '../../kernel/jobs/index.js';
import { encodeId, nounOf } from '../../kernel/model/index.js';
import { TELL_HOLD } from './number-hold.js';
import { type NumberHoldEnd, type NumberHoldOutcome, numberHolds } from './number-holds.port.js';
import { OutsideHold, Reservation } from './reservation.js';
import { refuseOutside } from './reservation.service.js';

/** Brings the number subsystem to know of a reservation: asks it to hold, or tells that there is nothing to hold any more. */
async function tellHold({ reservationId }: { reservationId: string }, context: CallContext): Promise<void> {
  const { adapter } = numberHolds;
  const populate = ['item', 'product'] as never;
  const seen = await context.database.orm.em.fork().findOne(Reservation, { id: reservationId }, { populate });
  const reference = encodeId(nounOf(Reservation).tag!, reservationId);
  if (seen?.outsideHold === OutsideHold.ENDING) {
    await adapter.end(reference, seen.status as string as NumberHoldEnd, context);
    await context.database.write(context, async (tx) => {
      const reservation = (await tx.find(Reservation, reservationId))!;
      Object.assign(reservation, { outsideHold: OutsideHold.ENDED, outsideAt: tx.at });
    });
  }
  if (seen?.outsideHold !== OutsideHold.ASKED) return;
  const { product, installAddress = null, reason = null, createdAt, expiresAt, reservedBy } = seen;
  const outcome = await adapter.hold(
    {
      ...{ reservation: reference, number: seen.item!.resourceNo, productCode: product?.code ?? null },
      ...{ installAddress, reason, reservedAt: createdAt, expiresAt, applicant: reservedBy },
    },
    context,
  );
  await settle(context, reservationId, outcome);
}

/** Takes the answer of the subsystem; when the reservation has ended meanwhile, the job that tells so is on its way. */
async function settle(context: CallContext, id: string, outcome: NumberHoldOutcome): Promise<void> {
  if (outcome.status === 'REFUSED') return refuseOutside(context, id, outcome);
  await context.database.write(context, async (tx) => {
    const reservation = (await tx.find(Reservation, id))!;
    Object.assign(reservation, { outsideRef: outcome.externalRef, outsideAt: tx.at });
    if (reservation.outsideHold === OutsideHold.ASKED) reservation.outsideHold = OutsideHold.HELD;
  });
}

/** It waits for a system outside, so it runs beside the jobs that do not. */
export const tellHoldJob = defineJob(TELL_HOLD, tellHold, { waits: true });
