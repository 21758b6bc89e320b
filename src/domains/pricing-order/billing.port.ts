import type { CallContext } from '../../kernel/database/context.js';
import { Port } from '../../kernel/ports.js';
import type {
  ChargePeriod,
  ChargeType,
  CustomerServiceType,
  EquivalentKind,
  TariffPlanStatus,
} from '../catalogue/index.js';
import type { DiscountBasis, DiscountKind, DiscountRelationKind, TierBasis } from '../pricing/index.js';

/** A charge that billing shall configure (PRD-91). Decimals are texts. */
export interface RequestedCharge {
  /** Code of the plan in which it stands, perhaps nested in one that the offering is sold with; null for the standard price of a product. */
  plan: string | null;
  /** Code of the product whose standard price it is, unless a plan prices the same fee; null for prices of plans (PRD-62). */
  product: string | null;
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
  /** Customer service for which a one-time fee is due; null for any. */
  service: CustomerServiceType | null;
  /** Code of the fee that it prices: of the charges of one fee only one is due (PRD-73, PRD-74); null: a fee of its own. */
  feeItem: string | null;
  /** Its place inside the plan, smaller ones first (PRD-79); null for main and standard prices. */
  priority: number | null;
  /** Prices by quantity: from a threshold on all pieces cost `value` instead (PRD-76, PRD-77). */
  tiers: readonly { basis: TierBasis; threshold: number; value: string }[];
  /** What a line must carry for it to hold; of a list any one value (PRD-74). */
  attributeValues: Readonly<Record<string, unknown>>;
  /** Months of the year in which it holds, `1` to `12`; null for all (PRD-66). So for the days of the month, and of the week from `1`, Monday. */
  months: readonly string[] | null;
  monthDays: readonly string[] | null;
  weekDays: readonly string[] | null;
  /** Months after the service opens from which it is charged; null from the beginning. */
  afterMonths: number | null;
  /** For how many months; null without end. */
  forMonths: number | null;
  /** When it holds (PRD-65), as ISO 8601 in UTC; `validTo` is the first moment in which it does not, null without end. */
  validFrom: string;
  validTo: string | null;
}

/** A plan in which charges stand, and how the offering is sold with it (PRD-86 to PRD-90). */
export interface RequestedPlan {
  code: string;
  name: string;
  type: ChargeType;
  /** A nested plan that is not ACTIVE is charged only for who has had it before. */
  status: TariffPlanStatus;
  currency: string;
  /** FEEL: when the plan is chosen for a line before the default one. */
  condition: string | null;
  validFrom: string;
  validTo: string | null;
  /** How the offering itself is sold with it; none for nested and individual plans. Those of a service level name its code. */
  ties: readonly {
    isDefault: boolean;
    required: boolean;
    priority: number | null;
    serviceLevel: string | null;
    validFrom: string | null;
    validTo: string | null;
  }[];
  /** The rules and plans that it is made of: of each part one of both codes is set. */
  parts: readonly { rule: string | null; plan: string | null; priority: number }[];
}

/** A discount on charges of the offering (PRD-68, PRD-75). Decimals are texts. */
export interface RequestedDiscount {
  code: string;
  name: string;
  kind: DiscountKind;
  chargeType: ChargeType;
  feeItem: string | null;
  value: string | null;
  /** FEEL. */
  formula: string | null;
  currency: string | null;
  gift: string | null;
  service: CustomerServiceType | null;
  /** FEEL. */
  condition: string | null;
  basis: DiscountBasis | null;
  threshold: string | null;
  /** Of the steps of one ladder only the highest that is reached applies. */
  ladder: string | null;
  combinable: boolean;
  /** Those with a smaller number are granted first. */
  priority: number;
  /** Discounts with which it excludes, combines or which it requires. */
  relations: readonly { kind: DiscountRelationKind; discount: string }[];
  validFrom: string;
  validTo: string | null;
  version: number;
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
  plans: readonly RequestedPlan[];
  discounts: readonly RequestedDiscount[];
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
