import type { Transaction } from '../../kernel/database/transaction.js';
import { CustomerServiceType, type Product } from '../catalogue/index.js';
import { type OfferingInstance, type ProductInstance, ProductInstanceStatus } from '../inventory/index.js';
import { type Conflict, conflictsOn } from './in-flight.js';
import { instancesOf } from './resolve-item.js';

/** Pieces of a product that an upgrade opens, for each one of the offering. */
export interface WantedPieces {
  product: Product;
  quantity: number;
}

const IN_SERVICE: readonly ProductInstanceStatus[] = [ProductInstanceStatus.ACTIVE, ProductInstanceStatus.SUSPENDED];

/**
 * What of the former offering an upgrade has as well, product by product: it stays as it is, with its number, and is only changed
 * (MOD-76). The rest of the former is taken away, the rest of the upgrade is new.
 */
export function keptPieces(former: readonly ProductInstance[], wanted: readonly WantedPieces[]): ProductInstance[] {
  return wanted.flatMap(({ product, quantity }) =>
    former.filter((instance) => instance.product.id === product.id).slice(0, quantity),
  );
}

/** Those of them that are there to be kept: in service, and still the customer's. */
export async function keptOf(
  tx: Transaction,
  former: OfferingInstance,
  wanted: readonly WantedPieces[],
): Promise<ProductInstance[]> {
  const there = (await instancesOf(tx, former)).filter(
    ({ status, customer }) => IN_SERVICE.includes(status) && customer.id === former.customer.id,
  );
  return keptPieces(there, wanted);
}

/** Services in flight on what an upgrade takes the place of: they meet a change of what stays, and a removal of the rest (ORD-10). */
export async function conflictsOnFormer(
  tx: Transaction,
  former: OfferingInstance,
  wanted: readonly WantedPieces[],
  before: string,
): Promise<Conflict[]> {
  const all = await instancesOf(tx, former);
  const kept = keptPieces(all, wanted);
  const rest = all.filter((instance) => !kept.includes(instance));
  return [
    ...(await conflictsOn(tx, kept, CustomerServiceType.CHANGE, before)),
    ...(await conflictsOn(tx, rest, CustomerServiceType.REMOVE, before)),
  ];
}
