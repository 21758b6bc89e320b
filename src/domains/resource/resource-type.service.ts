import { refuseMisuse } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { MaintenanceLevel, Product, ProductNature, requireMaintainer } from '../catalogue/index.js';
import { ExternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';
import { isNumber } from './pieces.js';
import type { ResourceTypeSaveInput, StockHolderCreateInput } from './resource-type.input.js';
import { ResourceCategory, ResourceType } from './resource-type.js';
import { StockHolder, StockHolderKind } from './stock-holder.js';

/** Key of the lock under which codes are taken. */
const lockKey = 7_201_501;
const NUMBER_COOLING_DAYS = 90;

/** Writes a type of resource, or changes one; types are common to all regions, so the headquarters keep them (RES-19, RES-30). */
export async function saveResourceType(context: CallContext, input: ResourceTypeSaveInput): Promise<ResourceType> {
  return context.database.write(context, async (tx) => {
    await requireMaintainer(tx, { level: MaintenanceLevel.HEADQUARTERS, owner: null }, ['input']);
    await tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);
    const { typeId, productId, code, category, serialised } = input;
    const present = typeId ? await tx.get(ResourceType, typeId, ['input', 'typeId']) : null;
    for (const field of ['code', 'category', 'serialised'] as const)
      if (present && present[field] !== input[field])
        refuse('CONTRADICTORY', `The ${field} never changes.`, ['input', field]);
    if (!present && (await tx.em.findOne(ResourceType, { code })))
      refuse('DUPLICATE', 'Another type has this code.', ['input', 'code']);
    const type = present ?? Object.assign(new ResourceType(), { code, category, serialised });
    if (isNumber(type) && !serialised) refuse('CONTRADICTORY', 'Numbers are told apart.', ['input', 'serialised']);
    const product = productId ? await tx.get(Product, productId, ['input', 'productId'], { lock: false }) : null;
    if (product && product.nature !== ProductNature.PHYSICAL)
      refuse('CONTRADICTORY', 'Only PHYSICAL products are kept in stock.', ['input', 'productId'], {
        nature: product.nature,
      });
    const fits = input.fitsId ? await tx.get(ResourceType, input.fitsId, ['input', 'fitsId'], { lock: false }) : null;
    if (fits && (category !== ResourceCategory.TERMINAL_PART || fits.category !== ResourceCategory.TERMINAL))
      refuse('CONTRADICTORY', 'Accessories fit terminals.', ['input', 'fitsId']);
    const changes = applyChanges(type, {
      fits,
      name: input.name,
      unit: input.unit,
      product,
      minStock: input.minStock ?? 0,
      warrantyMonths: input.warrantyMonths ?? null,
      maxAgeDays: input.maxAgeDays ?? null,
      reportPeriod: input.reportPeriod ?? null,
      coolingDays: input.coolingDays ?? (isNumber(type) ? NUMBER_COOLING_DAYS : 0),
    });
    tx.add(type);
    if (changes.length > 0)
      tx.record({ kind: 'RECORD_CHANGE', type: 'resourceType.changed', subject: type, data: { changes } });
    return type;
  });
}

/** Writes a new holder of stock in a region of the caller. */
export async function createStockHolder(context: CallContext, input: StockHolderCreateInput): Promise<StockHolder> {
  return context.database.write(context, async (tx) => {
    const region = await tx.get(Region, input.regionId, ['input', 'regionId'], { lock: false });
    refuseMisuse(tx.caller, { regionId: region.id }, ['input', 'regionId']);
    await tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);
    if (await tx.em.findOne(StockHolder, { code: input.code }))
      refuse('DUPLICATE', 'Another holder has this code.', ['input', 'code']);
    const parent = input.parentId
      ? await tx.get(StockHolder, input.parentId, ['input', 'parentId'], { lock: false })
      : null;
    const { code, name, kind, partnerId } = input;
    if (partnerId && kind !== StockHolderKind.PARTNER && kind !== StockHolderKind.CONSIGNMENT_POINT)
      refuse('CONTRADICTORY', 'Only partners and consignment points belong to somebody else.', ['input', 'partnerId']);
    const partner = partnerId
      ? await tx.get(ExternalOrganization, partnerId, ['input', 'partnerId'], { lock: false })
      : null;
    const holder = tx.add(
      Object.assign(new StockHolder(), { code, name, kind, region, parent, partner, closedAt: null }),
    );
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'stockHolder.created',
      subject: holder,
      regionId: region.id,
      data: { code, kind },
    });
    return holder;
  });
}
