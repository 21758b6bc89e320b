import type { Transaction } from '../../../kernel/database/transaction.js';
import { TimePeriod } from '../../../kernel/model/index.js';
import { MaintenanceLevel } from '../maintenance-level.js';
import { LifecycleControl, OfferingComponent } from '../offering-component.js';
import { OfferingRelation } from '../offering-relation.js';
import { OfferingTariff } from '../offering-tariff.js';
import { GuaranteeKind } from '../guarantee-kind.js';
import { Offering, OfferingStatus } from '../offering.js';
import type { ProductLine } from '../product-line.js';
import type { Product } from '../product.js';
import type { TariffPlan } from '../tariff-plan.js';
import { type ByCode, ensureByCode } from './by-code.js';
import { baselineSince } from './ensure-products.js';
import { currencies, planCode } from './ensure-tariffs.js';
import { type ComponentData, type OfferingData, offeringRelations, offerings } from './offerings.data.js';

/** What offerings of the baseline are made from. */
interface Parts {
  lines: ByCode<ProductLine>;
  products: ByCode<Product>;
  plans: ByCode<TariffPlan>;
}

export async function ensureOfferings(tx: Transaction, parts: Parts): Promise<ByCode<Offering>> {
  const made = await ensureByCode(tx, Offering, offerings, ({ name, serviceContent, line, heading }) => ({
    name,
    salesTerms: null,
    serviceContent,
    status: heading ? OfferingStatus.IN_USE : OfferingStatus.EXPIRED,
    level: MaintenanceLevel.HEADQUARTERS,
    validity: TimePeriod.since(baselineSince),
    productLine: line ? parts.lines.get(line) : null,
    paymentMethods: [],
    guarantee: GuaranteeKind.NONE,
    guaranteeCount: null,
    guaranteeAmount: null,
    clonedFrom: null,
  }));
  for (const data of offerings) if (made.isNew(data.code)) addParts(tx, made.get(data.code), data, parts);
  for (const { from, to, kind, prompt } of offeringRelations)
    if (made.isNew(from))
      tx.add(Object.assign(new OfferingRelation(), { from: made.get(from), to: made.get(to), kind, prompt }));
  return made;
}

function addParts(tx: Transaction, offering: Offering, data: OfferingData, { products, plans }: Parts): void {
  for (const component of data.components)
    tx.add(
      Object.assign(new OfferingComponent(), {
        offering,
        product: products.get(component.product),
        ...limits(component),
      }),
    );
  for (const currency of currencies) {
    const link = {
      tariffPlan: plans.get(planCode(data.code, currency)),
      isDefault: true,
      required: false,
      validity: TimePeriod.since(baselineSince),
    };
    tx.add(Object.assign(new OfferingTariff(), { offering, ...link }));
  }
}

function limits({ pieces = [1, 1, 1], fixedValues = {}, keep }: ComponentData) {
  const [minQuantity, defaultQuantity, maxQuantity] = pieces;
  return {
    minQuantity,
    defaultQuantity,
    maxQuantity,
    required: minQuantity > 0,
    fixedValues,
    lifecycleControl: keep ? LifecycleControl.RELATIVE_TIME : LifecycleControl.NONE,
    keepUntil: null,
    keepMonths: keep?.months ?? null,
    keepUntilSpent: null,
    breachAction: keep?.breachAction ?? null,
    breachPrompt: keep?.prompt ?? null,
  };
}
