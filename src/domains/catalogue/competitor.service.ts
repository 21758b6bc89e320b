import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Money, type Node } from '../../kernel/model/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { ExternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';
import type {
  CompetitorProductSaveInput,
  CompetitorSaveInput,
  ProductComparisonSaveInput,
} from './competitor.input.js';
import { Competitor } from './competitor.js';
import { CompetitorProduct } from './competitor-product.js';
import { requireCurrency } from './currency.js';
import { requireMaintainer } from './maintenance.js';
import { ProductComparison } from './product-comparison.js';
import { ProductLine } from './product-line.js';
import { Product } from './product.js';
import { validityFrom } from './validity.js';

/** Key of the lock under which competitors are written. */
const lockKey = 7_201_406;

/** Writes a competitor, or changes one (MOD-15). */
export async function saveCompetitor(context: CallContext, input: CompetitorSaveInput): Promise<Competitor> {
  return context.database.write(context, async (tx) => {
    await tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);
    const present = input.competitorId ? await tx.get(Competitor, input.competitorId, ['input', 'competitorId']) : null;
    if (present && present.code !== input.code) refuse('CONTRADICTORY', 'The code never changes.', ['input', 'code']);
    if (!present && (await tx.em.findOne(Competitor, { code: input.code })))
      refuse('DUPLICATE', 'Another competitor has this code.', ['input', 'code']);
    const region = input.regionId ? await tx.get(Region, input.regionId, ['input', 'regionId'], { lock: false }) : null;
    const path = ['input', 'organizationId'];
    const organization = input.organizationId
      ? await tx.get(ExternalOrganization, input.organizationId, path, { lock: false })
      : null;
    const { code, name, description = null } = input;
    const values = { code, name, description, region, organization };
    return save(tx, present ?? new Competitor(), 'competitor', values);
  });
}

/** Writes a product of a competitor, or changes one (PRD-102). */
export async function saveCompetitorProduct(
  context: CallContext,
  input: CompetitorProductSaveInput,
): Promise<CompetitorProduct> {
  return context.database.write(context, async (tx) => {
    const competitor = await tx.get(Competitor, input.competitorId, ['input', 'competitorId']);
    const id = input.competitorProductId;
    const present = id ? await tx.get(CompetitorProduct, id, ['input', 'competitorProductId']) : null;
    if (present && present.competitor.id !== competitor.id)
      refuse('CONTRADICTORY', 'The product belongs to another competitor.', ['input', 'competitorId']);
    const other = await tx.em.findOne(CompetitorProduct, { competitor: competitor.id, code: input.code });
    if (other && other.id !== present?.id)
      refuse('DUPLICATE', 'Another product of the competitor has this code.', ['input', 'code']);
    const line = input.productLineId;
    return save(tx, present ?? new CompetitorProduct(), 'competitorProduct', {
      competitor,
      code: input.code,
      name: input.name,
      productLine: line ? await tx.get(ProductLine, line, ['input', 'productLineId'], { lock: false }) : null,
      features: input.features ?? [],
      ...priceOf(input),
      validity: validityFrom(tx, { validFrom: present?.validity.from.toISOString() ?? null, ...input }, ['input']),
      recordedBy: tx.caller.subject,
    });
  });
}

function priceOf({ price, pricePeriod }: CompetitorProductSaveInput) {
  const path = ['input', 'pricePeriod'];
  if (!price && pricePeriod) refuse('CONTRADICTORY', 'There is no price.', path);
  if (!price) return { price: null, pricePeriod: null };
  if (!pricePeriod) refuse('REQUIRED', 'A price says what it is paid for.', path);
  requireCurrency(price.currency, ['input', 'price', 'currency']);
  if (new Decimal(price.amount).isNegative())
    refuse('TOO_SMALL', 'A price is not negative.', ['input', 'price', 'amount']);
  return { price: Money.of(price.amount, price.currency), pricePeriod };
}

/** Holds an own product against one of a competitor (PRD-21). */
export async function saveComparison(
  context: CallContext,
  input: ProductComparisonSaveInput,
): Promise<ProductComparison> {
  return context.database.write(context, async (tx) => {
    const product = await tx.get(Product, input.productId, ['input', 'productId']);
    await requireMaintainer(tx, product, ['input', 'productId']);
    const id = input.competitorProductId;
    const competitorProduct = await tx.get(CompetitorProduct, id, ['input', 'competitorProductId'], { lock: false });
    const key = { product: product.id, competitorProduct: competitorProduct.id };
    const present = await tx.em.findOne(ProductComparison, key);
    return save(tx, present ?? new ProductComparison(), 'productComparison', {
      product,
      competitorProduct,
      overlappingSegments: input.overlappingSegments ?? [],
      priceComparison: input.priceComparison,
      featureComparison: input.featureComparison,
      reaction: input.reaction ?? null,
      comparedBy: tx.caller.subject,
    });
  });
}

function save<T extends Node>(
  tx: Transaction,
  record: T,
  name: 'competitor' | 'competitorProduct' | 'productComparison',
  values: Partial<T>,
): T {
  const changes = applyChanges(record, values as never);
  tx.add(record);
  if (changes.length > 0)
    tx.record({ kind: 'RECORD_CHANGE', type: `${name}.changed`, subject: record, data: { changes } });
  return record;
}
