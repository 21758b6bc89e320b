import type { Transaction } from '../../../kernel/database/transaction.js';
import { TimePeriod } from '../../../kernel/model/index.js';
import { CatalogueEntry } from '../catalogue-entry.js';
import { CatalogueNode } from '../catalogue-node.js';
import { Catalogue, CataloguePurpose, CatalogueStatus, CatalogueSubject } from '../catalogue.js';
import type { Offering } from '../offering.js';
import type { Product } from '../product.js';
import { type ByCode, ensureByCode } from './by-code.js';
import { baselineSince } from './ensure-products.js';
import { businessLines } from './lines.data.js';
import { offerings } from './offerings.data.js';
import { products } from './products.data.js';

/** Headings of the sales catalogue. */
const salesHeadings = [
  { code: 'VOICE', name: 'Telephone' },
  { code: 'MOBILE', name: 'Mobile' },
  { code: 'BROADBAND', name: 'Broadband' },
  { code: 'CARE', name: 'Security and support' },
  { code: 'ENTERTAINMENT', name: 'Entertainment' },
  { code: 'BUNDLES', name: 'Bundles' },
  { code: 'ENTERPRISE', name: 'For companies' },
];

const catalogues = [
  { code: 'SALES', name: 'Sales catalogue', subject: CatalogueSubject.OFFERING, purpose: CataloguePurpose.SALES },
  {
    code: 'PRODUCTS',
    name: 'Product catalogue',
    subject: CatalogueSubject.PRODUCT,
    purpose: CataloguePurpose.INTERNAL,
  },
];

/** The sales catalogue of offerings, and the internal one of products by business and product line (PRD-92 to PRD-95). */
export async function ensureCatalogues(
  tx: Transaction,
  madeProducts: ByCode<Product>,
  madeOfferings: ByCode<Offering>,
): Promise<void> {
  const made = await ensureByCode(tx, Catalogue, catalogues, ({ code: _code, ...catalogue }) => ({
    ...catalogue,
    scope: null,
    status: CatalogueStatus.PUBLISHED,
    validity: TimePeriod.since(baselineSince),
  }));
  if (made.isNew('SALES')) {
    for (const [index, heading] of salesHeadings.entries()) {
      const node = addHeading(tx, made.get('SALES'), null, heading, index + 1);
      const sold = offerings.filter((offering) => offering.heading === heading.code);
      for (const [position, { code }] of sold.entries())
        addEntry(tx, node, position + 1, { offering: madeOfferings.get(code), product: null });
    }
  }
  if (made.isNew('PRODUCTS')) {
    for (const [index, business] of businessLines.entries()) {
      const top = addHeading(tx, made.get('PRODUCTS'), null, business, index + 1);
      for (const [place, line] of business.productLines.entries()) {
        // A line may carry the code of its business; codes of headings are unique in the catalogue.
        const node = addHeading(
          tx,
          made.get('PRODUCTS'),
          top,
          { code: `${business.code}/${line.code}`, name: line.name },
          place + 1,
        );
        const listed = products.filter((product) => product.line === line.code);
        for (const [position, { code }] of listed.entries())
          addEntry(tx, node, position + 1, { offering: null, product: madeProducts.get(code) });
      }
    }
  }
}

function addHeading(
  tx: Transaction,
  catalogue: Catalogue,
  parent: CatalogueNode | null,
  { code, name }: { code: string; name: string },
  position: number,
): CatalogueNode {
  return tx.add(
    Object.assign(new CatalogueNode(), {
      catalogue,
      parent,
      code,
      name,
      level: parent ? parent.level + 1 : 1,
      position,
    }),
  );
}

function addEntry(
  tx: Transaction,
  heading: CatalogueNode,
  position: number,
  of: { offering: Offering | null; product: Product | null },
): void {
  tx.add(Object.assign(new CatalogueEntry(), { heading, position, ...of }));
}
