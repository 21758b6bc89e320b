import type { CallContext } from '../../kernel/database/context.js';
import { Port } from '../../kernel/ports.js';
import type { ChargePeriod, ChargeType, EquivalentKind } from '../catalogue/index.js';

/** A charge that billing shall configure (PRD-91). Decimals are texts. */
export interface RequestedCharge {
  /** Code of the plan in which it stands, perhaps nested in one that the offering is sold with. */
  plan: string;
  /** Code of the rule; that of the plan for its main price. */
  code: string;
  name: string;
  type: ChargeType;
  equivalent: EquivalentKind;
  /** Null when a formula gives it. */
  value: string | null;
  currency: string | null;
  unit: string | null;
  period: ChargePeriod | null;
  /** Number of the version of the rule, or of the plan whose main price it is (PRD-72). */
  version: number;
  /**
   * Whether that version is charged for what was sold before it, too. False: what was sold before goes on by the charges of its own time, which
   * former orders have asked for.
   */
  appliesToExisting: boolean;
  /** FEEL; see the variables of tariffs. */
  formula: string | null;
  condition: string | null;
}

/** What billing gets to know of a pricing order; no tables are shared. */
export interface PricingRequest {
  orderNo: string;
  /** 1 for the first time, counted up with each attempt to hand it over; with the number it makes a request idempotent. */
  attempt: number;
  offeringCode: string;
  offeringName: string;
  /** Set when one customer alone gets the charges, by a contract (PRD-118). */
  individual: { tariffPlanCode: string; customerCode: string; contractNo: string } | null;
  chargeTypes: readonly ChargeType[];
  charges: readonly RequestedCharge[];
  /** When the reply is expected. */
  dueAt: Date;
  remark: string | null;
}

/**
 * The billing system as this domain needs it: it configures recurring and usage charges (PRD-51). An adapter answers later through
 * `takePricingReply`. Calls may be repeated after a crash, so they must be idempotent; one that throws is tried again later.
 */
export interface BillingPort {
  /** Hands a pricing order over and answers with billing's reference. */
  requestPricing(request: PricingRequest, context: CallContext): Promise<{ externalRef: string }>;
  /** Says that a pricing order is withdrawn; its reply will be ignored. */
  withdrawPricing(orderNo: string, context: CallContext): Promise<void>;
}

export const billing = new Port<BillingPort>('billing');
