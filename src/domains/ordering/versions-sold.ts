import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { type OfferingVersion, offeringVersion, type ProductVersion, productVersion } from '../catalogue/index.js';
import type { CheckedItem } from './checked-item.js';

/** The versions on which a line is sold; it stays on them whatever changes while the order runs (PRD-15, PRD-53). */
export interface VersionsSold {
  /** Of INSTALL the one in force now, otherwise the one that the instance came with. */
  offeringVersion: OfferingVersion | null;
  /** Of each product that the line opens, by its key. */
  productVersions: ReadonlyMap<string, ProductVersion>;
}

/** The versions on which each line is sold. Nothing of the order may wait to be written yet: first versions are. */
export async function versionsSold(tx: Transaction, items: readonly CheckedItem[]): Promise<VersionsSold[]> {
  const sold: VersionsSold[] = [];
  for (const item of items) {
    const productVersions = new Map<string, ProductVersion>();
    for (const { product } of item.components) productVersions.set(product.id, await productVersion(tx, product));
    const instance = item.offeringInstance ?? item.productInstance?.offeringInstance ?? null;
    const present = instance ? (instance.offeringVersion ?? null) : null;
    const isNew = item.components.length > 0 && item.offering;
    sold.push({ offeringVersion: isNew ? await offeringVersion(tx, item.offering!) : present, productVersions });
  }
  return sold;
}

/**
 * Refuses with OFFERING_CHANGED a line whose offering has another version by now than the one by whose rules the sale was judged: what an order
 * is written with is what it was judged by (PRD-53).
 * @param judged numbers of versions by the keys of offerings
 */
export function refuseOvertakenSale(
  items: readonly CheckedItem[],
  sold: readonly VersionsSold[],
  judged: ReadonlyMap<string, number>,
): void {
  for (const [index, { offering, components, path }] of items.entries()) {
    const expected = components.length > 0 && offering ? judged.get(offering.id) : undefined;
    const actual = sold[index]!.offeringVersion?.number;
    if (expected === undefined || actual === undefined || expected === actual) continue;
    refuse(
      'OFFERING_CHANGED',
      `Offering ${offering!.code} has just changed; look at it again.`,
      [...path, 'offeringId'],
      {
        expected,
        actual,
      },
    );
  }
}
