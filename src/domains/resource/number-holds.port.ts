import type { CallContext } from '../../kernel/database/context.js';
import { Port } from '../../kernel/ports.js';
import type { NumberRefusal } from './number-refusal.js';

/** A number that is to be held. No tables are shared. */
export interface NumberHoldRequest {
  /** Opaque id of the reservation: the subsystem holds once for it, however often it is asked. */
  reservation: string;
  number: string;
  /** Code of the product that it is to serve; null when nobody said. */
  productCode: string | null;
  installAddress: string | null;
  reason: string | null;
  reservedAt: Date;
  /** Time limit: the subsystem may free the number by itself from then on. */
  expiresAt: Date;
  /** Who reserved it. */
  applicant: string;
}

/** What the subsystem says of a hold. */
export type NumberHoldOutcome =
  | { status: 'HELD'; externalRef: string }
  | {
      status: 'REFUSED';
      /** The kind of reason; another one when absent. */
      code?: NumberRefusal;
      /** The reason in the words of the subsystem. */
      reason: string;
      externalRef: string | null;
    };

/** Whether the subsystem would hold a number for whoever asks. */
export type NumberHoldCheck = { status: 'FREE' } | { status: 'REFUSED'; code?: NumberRefusal; reason: string };

/** How a reservation ended. */
export type NumberHoldEnd = 'CONSUMED' | 'RELEASED' | 'EXPIRED';

/** The number subsystem (OSS) as this domain needs it (RES-42, ORD-53, SAL-54). A call that throws is repeated. */
export interface NumberHoldsPort {
  /** Asks for a hold; asked again for a reservation that it holds, with a later time limit, it holds it until then. */
  hold(request: NumberHoldRequest, context: CallContext): Promise<NumberHoldOutcome>;
  /** Whether a number that was refused would be held by now; changes nothing there. */
  canHold(number: string, context: CallContext): Promise<NumberHoldCheck>;
  /**
   * Tells that a reservation has ended. From then on the subsystem holds nothing under it, also when a request to hold that was on its
   * way arrives after this, or none ever came. It may be told again, also while another call tells it.
   */
  end(reservation: string, how: NumberHoldEnd, context: CallContext): Promise<void>;
}

export const numberHolds = new Port<NumberHoldsPort>('number-holds');
