import type { CallContext } from '../../../kernel/database/context.js';
import { ensureCatalogues } from './ensure-catalogues.js';
import { ensureOfferings } from './ensure-offerings.js';
import { ensureLines, ensureProducts } from './ensure-products.js';
import { ensureSla } from './ensure-sla.js';
import { ensureTariffs } from './ensure-tariffs.js';
import { ensureVersions } from './ensure-versions.js';

/** Key of the lock under which the baseline is written, so that servers that start together do not write it twice. */
const lockKey = 7_201_401;

/** Makes what a real operator sells, as far as it is missing: products, offerings, tariff plans, catalogues, service levels. */
export async function ensureCatalogueBaseline(context: CallContext): Promise<void> {
  await context.database.write(context, async (tx) => {
    await tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);
    const lines = await ensureLines(tx);
    const products = await ensureProducts(tx, lines);
    const plans = await ensureTariffs(tx);
    const offerings = await ensureOfferings(tx, { lines, products, plans });
    await ensureSla(tx, products, offerings);
    await ensureCatalogues(tx, products, offerings);
    await ensureVersions(tx);
  });
}
