import type { InFlightChange } from '../../../src/domains/inventory/index.js';
import {
  type OfferingInstanceStep,
  type ProductInstanceStatus,
  type ProductInstanceStep,
  type SuspendReason,
} from '../../../src/domains/inventory/index.js';
import type { Occasion, Step } from '../../bulk/chronicle.js';
import type { RefOffering, RefProduct } from '../reference.js';

/** A product instance while its story is told. */
export interface HeldInstance {
  id: string;
  product: RefProduct;
  holding: Holding;
  created: Occasion;
  /** Steps that it has taken; the state follows from them. */
  steps: Step<ProductInstanceStep>[];
  status: ProductInstanceStatus;
  suspendReason: SuspendReason | null;
  inFlight: InFlightChange | null;
  characteristics: Record<string, unknown>;
  address: string | null;
  accessNumber: string | null;
  activatedAt: Date | null;
  endedAt: Date | null;
}

/** An offering that the customer has bought. */
export interface Holding {
  id: string;
  offering: RefOffering;
  /** What is in it, once it has been bought. */
  pieces: { product: RefProduct; fixed: Record<string, unknown>; quantity: number }[];
  /** When it was bought; undefined before. */
  sold: Occasion | undefined;
  instances: HeldInstance[];
  steps: Step<OfferingInstanceStep>[];
  endedAt: Date | null;
}
