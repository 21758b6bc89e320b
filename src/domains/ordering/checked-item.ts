import type { Money } from '../../kernel/model/index.js';
import type { InputPath } from '../../kernel/errors/refusal.js';
import type { Offering, OfferingSla, Product, TariffPlan } from '../catalogue/index.js';
import type { Customer } from '../customer/index.js';
import type { OfferingInstance, ProductInstance } from '../inventory/index.js';
import type { GivenGuarantee } from './guarantee-check.js';
import type { Conflict } from './in-flight.js';
import type { OrderItemInput } from './order.inputs.js';
import type { LineCost } from './order-prices.js';
import type { ItemPrice } from './pricing.js';

/** A product of a bundle with the pieces wanted for each one of the offering. */
export interface ComponentChoice {
  product: Product;
  quantity: number;
}

/** A line of a submission whose references were found. */
export interface CheckedItem {
  input: OrderItemInput;
  path: InputPath;
  quantity: number;
  offering: Offering | null;
  offeringInstance: OfferingInstance | null;
  productInstance: ProductInstance | null;
  /** For TRANSFER: who takes over. */
  newOwner: Customer | null;
  /** Instances that the line acts on; empty for INSTALL. */
  instances: readonly ProductInstance[];
  /** For INSTALL: what to open; empty otherwise. */
  components: readonly ComponentChoice[];
  /** Services in flight on the instances that bear on the line (ORD-10). */
  conflicts: readonly Conflict[];
  tariffPlan: TariffPlan | null;
  /** Keys of all plans that price it, the main one first. */
  planIds: readonly string[];
  /** For INSTALL: the service level, chosen or preselected (PRD-58). */
  offeringSla: OfferingSla | null;
  /** For INSTALL: what it takes the place of when the order is completed (PRD-84). */
  replaces: OfferingInstance | null;
  /** One piece by its plan alone. */
  price: ItemPrice | null;
  /** What all its pieces cost by every rule and discount, penalties included; null where only the plan tells. */
  quoted: LineCost | null;
  /** Penalty for what is not kept long enough, part of the one-time price. */
  penalty: Money | null;
  /** For INSTALL: whether something of it is out of stock, which the customer accepts (RES-53). */
  waitsForStock: boolean;
  /** For INSTALL: what is given as guarantee (PRD-42). */
  guarantees: readonly GivenGuarantee[];
  /** Plan that holds after a breach. */
  replacementPlan: TariffPlan | null;
  characteristics: Record<string, unknown>;
}
