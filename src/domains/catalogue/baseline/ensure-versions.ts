import type { Transaction } from '../../../kernel/database/transaction.js';
import { Offering } from '../offering.js';
import { Product } from '../product.js';
import { offeringVersion, productVersion } from '../versions.js';

/** At most so many at a start: of a hundred thousand offerings the others get theirs with their first order or change. */
const BATCH = 500;

/** Gives products and offerings without a version their first one, so that what is sold can stay on it (PRD-15, PRD-53). */
export async function ensureVersions(tx: Transaction): Promise<void> {
  for (const product of await without(tx, Product, 'product')) await productVersion(tx, product);
  for (const offering of await without(tx, Offering, 'offering')) await offeringVersion(tx, offering);
}

async function without<T extends Product | Offering>(
  tx: Transaction,
  noun: new () => T,
  table: 'product' | 'offering',
): Promise<T[]> {
  const rows = await tx.em.execute<{ id: string }[]>(
    `select "id" from "${table}" t where not exists (select 1 from "${table}_version" v where v."${table}_id" = t."id") order by "id" limit ${BATCH}`,
  );
  return tx.em.find(noun as never, { id: rows.map(({ id }) => id) } as never) as unknown as Promise<T[]>;
}
