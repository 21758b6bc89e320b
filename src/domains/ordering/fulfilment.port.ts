import type { CallContext } from '../../kernel/database/context.js';
import { Port } from '../../kernel/ports.js';

/** What provisioning gets to know of a service order; the interface principle of the spec: no shared tables. */
export interface FulfilmentRequest {
  serviceOrderNo: string;
  /** 1 for the first time, counted up with each resend; with the number it makes a request idempotent. */
  attempt: number;
  orderNo: string;
  /** Service orders with the same key are fetched together (ORD-81). */
  associationKey: string;
  associatedTotal: number;
  /** Customer service, such as `INSTALL`. */
  action: string;
  productCode: string;
  instanceNo: string;
  /** Number under which it is reached now; null without one. */
  accessNumber: string | null;
  /** Number under which it shall be reached when this is done; null when that stays. */
  newNumber: string | null;
  /** Where to install, or to move to; null without a place. */
  installAddress: string | null;
  /** Percent done as last reported. */
  progress: number;
  priority: number;
  characteristics: Readonly<Record<string, unknown>>;
  /** Reference of provisioning, when it took the request before. */
  externalRef: string | null;
}

/** Provisioning's answer to a wish to cancel: all of it or nothing. */
export interface CancelAnswer {
  accepted: boolean;
  /** Why not, for a person. */
  reason?: string;
}

/** What a supervisor asks of provisioning about a service order that it has (WFL-73). */
export interface FulfilmentIntervention {
  /** The same however often it is told. */
  interventionNo: string;
  /** URGE, HOLD, RESUME or CHANGE. */
  kind: string;
  reason: string;
  /** Of a CHANGE the values to be set; null takes one away. */
  characteristics: Readonly<Record<string, unknown>>;
  /** The service order as provisioning has it. */
  request: FulfilmentRequest;
}

/**
 * The systems that provision (OSS), as this domain needs them. An adapter reports back through `reportServiceOrderProgress`.
 * Calls may be repeated after a crash, so both must be idempotent; one that throws is tried again later.
 */
export interface FulfilmentPort {
  /** Names of characteristics that lines may carry for the adapter itself, besides those in the templates of the products. */
  readonly instructions?: readonly string[];
  /** Hands a service order over and answers with provisioning's reference (ORD-161). */
  dispatch(request: FulfilmentRequest, context: CallContext): Promise<{ externalRef: string }>;
  /**
   * Hands over all service orders of an order that complete together, and answers with a reference for each in their order; without it
   * they are handed over one by one (WFL-68).
   */
  dispatchTogether?(requests: readonly FulfilmentRequest[], context: CallContext): Promise<{ externalRef: string }[]>;
  /**
   * Asks for something else than what was ordered, or faster; the number of the intervention makes it idempotent (WFL-73). Answers at once,
   * or with nothing when the answer comes later by `takeInterventionReply`. Without it interventions are refused.
   */
  intervene?(
    intervention: FulfilmentIntervention,
    context: CallContext,
  ): Promise<{ answer: 'ACCEPTED' | 'DONE' | 'REFUSED'; reply?: string } | null>;
  /**
   * Says that an intervention is not wanted any more (WFL-73). It may come twice, for one that is done already, and before the intervention
   * itself: what comes under its number after that is not to be done. Without it provisioning learns nothing of withdrawals.
   */
  withdraw?(interventionNo: string, context: CallContext): Promise<void>;
  /** Asks whether the service orders of one order may all be cancelled, and cancels them if so (ORD-62, ORD-63). */
  cancel(requests: readonly FulfilmentRequest[], context: CallContext): Promise<CancelAnswer>;
}

export const fulfilment = new Port<FulfilmentPort>('fulfilment');

/** Names of characteristics that the connected adapter understands besides the templates of the products. */
export function adapterInstructions(): readonly string[] {
  return (fulfilment.connectedBy && fulfilment.adapter.instructions) || [];
}
