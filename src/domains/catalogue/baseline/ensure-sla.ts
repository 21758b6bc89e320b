import type { Transaction } from '../../../kernel/database/transaction.js';
import { TimePeriod } from '../../../kernel/model/index.js';
import { OfferingSlaItem } from '../offering-sla-item.js';
import { OfferingSla } from '../offering-sla.js';
import type { Offering } from '../offering.js';
import type { Product } from '../product.js';
import { IndicatorValueKind } from '../indicator-traits.js';
import { SlaIndicator } from '../sla-indicator.js';
import { SlaTemplateItem } from '../sla-template-item.js';
import { SlaTemplate } from '../sla-template.js';
import { type ByCode, ensureByCode } from './by-code.js';
import { baselineSince } from './ensure-products.js';
import { indicators, offeringSlas, templates } from './sla.data.js';

export async function ensureSla(
  tx: Transaction,
  products: ByCode<Product>,
  offerings: ByCode<Offering>,
): Promise<void> {
  const measured = await ensureByCode(tx, SlaIndicator, indicators, ({ code: _code, ...indicator }) => ({
    ...indicator,
    valueKind: IndicatorValueKind.CONTINUOUS,
  }));
  const made = await ensureByCode(tx, SlaTemplate, templates, ({ name, product }) => ({
    name,
    product: products.get(product),
    validity: TimePeriod.since(baselineSince),
  }));
  for (const { code, items } of templates) {
    if (!made.isNew(code)) continue;
    for (const [indicator, min, max] of items) {
      const range = { indicator: measured.get(indicator), min, max, allowedValues: [] };
      tx.add(Object.assign(new SlaTemplateItem(), { template: made.get(code), ...range }));
    }
  }
  const levels = await ensureByCode(tx, OfferingSla, offeringSlas, ({ name, offering, template, isDefault }) => ({
    name,
    offering: offerings.get(offering),
    template: made.get(template),
    tariffPlan: null,
    isDefault,
  }));
  for (const { code, items } of offeringSlas) {
    if (!levels.isNew(code)) continue;
    for (const [indicator, value] of items)
      tx.add(
        Object.assign(new OfferingSlaItem(), {
          offeringSla: levels.get(code),
          indicator: measured.get(indicator),
          value,
        }),
      );
  }
}
