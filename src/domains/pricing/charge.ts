import { Decimal } from 'decimal.js';
import type { UserError } from '../../kernel/errors/index.js';
import { type ChargePeriod, type ChargeType, type CustomerServiceType, EquivalentKind } from '../catalogue/index.js';
import type { OfferingRow } from './cart-rows.js';
import type { LineAttributes } from './line-attributes.js';
import type { ChargeSource } from './charge-source.js';
import type { SoldLine } from './sold-line.js';
import type { TierBasis } from './tariff-tier.js';

/** A line of a cart whose references were found. */
export interface CartLine {
  /** Place in the input, from 0. */
  index: number;
  offering: OfferingRow;
  quantity: number;
  /** Pieces of products that each one of it is about, by their keys; none of what is left out. */
  pieces: ReadonlyMap<string, number>;
  service: CustomerServiceType;
  /** Key of the plan asked for; null for the one that the offering says. */
  planId: string | null;
  /** What it acts on that the customer has; null for what is new. */
  sold: SoldLine | null;
  /** The service level, chosen or preselected; null without one. */
  sla: OfferingRow['slas'][number] | null;
  /** Discount that the seller gives, in per cent. */
  discountPercent: string | null;
  attributes: LineAttributes;
  /** Values of the variables of `priceVariables` for this line. */
  values: Readonly<Record<string, unknown>>;
}

/** One thing that a line costs, gives or takes off, and where it comes from. */
export interface Charge {
  source: ChargeSource;
  ruleId: string | null;
  planId: string | null;
  discountId: string | null;
  /** Number of the version of the rule, or of the plan whose main price it is; null for what has none. */
  versionNumber: number | null;
  code: string;
  name: string;
  type: ChargeType;
  equivalent: EquivalentKind;
  feeItem: string | null;
  currency: string | null;
  unit: string | null;
  period: ChargePeriod | null;
  quantity: number;
  /** Per piece or unit of use; null where a thing is given. */
  unitPrice: Decimal | null;
  /** For all pieces; null for usage, which is not known yet. */
  amount: Decimal | null;
  /** What is left of the amount after discounts. */
  left: Decimal;
  tier: { basis: TierBasis; threshold: number } | null;
  formula: string | null;
  afterMonths: number | null;
  forMonths: number | null;
}

/** A line with what it costs, or why it has no price. */
export interface PricedLine {
  line: CartLine;
  /** Keys of the plans that price it, the main one first. */
  planIds: readonly string[];
  charges: Charge[];
  objections: UserError[];
}

export const ZERO = new Decimal(0);

/** Whether a charge is money of a class that is due from the start: what begins later is in no total yet, and discounts leave it as it is. */
export const dueFromStart = (charge: Charge, type: ChargeType): boolean =>
  charge.type === type && charge.equivalent === EquivalentKind.MONEY && !charge.afterMonths;
