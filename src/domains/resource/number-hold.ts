import type { Transaction } from '../../kernel/database/transaction.js';
import { isNumber } from './pieces.js';
import { OutsideHold, type Reservation } from './reservation.js';

/** Name of the job that brings the number subsystem to know of a reservation. */
export const TELL_HOLD = 'resource.number-hold';

function tell(tx: Transaction, { id }: Reservation): void {
  const name = `${TELL_HOLD}:${id}`;
  tx.enqueue({ name: TELL_HOLD, payload: { reservationId: id }, key: name, queue: name });
}

/** Sends a reservation that has begun to the number subsystem once it is written; stock other than numbers is nothing to it. */
export function askForHold(tx: Transaction, reservation: Reservation): void {
  if (!isNumber(reservation.type)) return;
  reservation.outsideHold = OutsideHold.ASKED;
  tell(tx, reservation);
}

/** Tells the number subsystem that a reservation it was asked for has ended. */
export function endHold(tx: Transaction, reservation: Reservation): void {
  const { outsideHold } = reservation;
  if (outsideHold !== OutsideHold.ASKED && outsideHold !== OutsideHold.HELD) return;
  reservation.outsideHold = OutsideHold.ENDING;
  tell(tx, reservation);
}
