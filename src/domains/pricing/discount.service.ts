import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { applyChanges, expectVersion, type FieldChange } from '../../kernel/record/index.js';
import { ChargeType, MaintenanceLevel, Offering, requireCurrency, requireMaintainer } from '../catalogue/index.js';
import { Position } from '../organisation/index.js';
import type { DiscountRelateInput, DiscountSaveInput, StaffDiscountRangeSaveInput } from './discount.input.js';
import { DiscountRelation } from './discount-relation.js';
import { Discount, DiscountKind as Kind, DiscountScope } from './discount.js';
import { OfferingDiscount } from './offering-discount.js';
import { checkCondition, checkFormula, requireExactly } from './price-text.js';
import { discountVariables, priceVariables } from './price-variables.js';
import { StaffDiscountRange } from './staff-discount-range.js';

const at = (field: string) => ['input', field];

/** Writes a discount or changes it, with the offerings that it applies to (PRD-68, PRD-75). */
export async function saveDiscount(context: CallContext, input: DiscountSaveInput): Promise<Discount> {
  return context.database.write(context, async (tx) => {
    const existing = input.discountId ? await tx.get(Discount, input.discountId, at('discountId')) : null;
    if (existing) await requireOwner(tx, existing, at('discountId'));
    if (existing) expectVersion(existing, input.expectedVersion, at('expectedVersion'));
    const discount = existing ?? (await newDiscount(tx, input));
    const { from, to } = discount.validity;
    const validity = TimePeriod.since(
      input.validFrom ? new Date(input.validFrom) : from,
      input.validTo === undefined ? to : input.validTo ? new Date(input.validTo) : null,
    );
    if (validity.to && validity.to <= validity.from)
      refuse('CONTRADICTORY', 'The period must end after it begins.', at('validTo'));
    const { kind, scope, chargeType, combinable, priority, name } = input;
    const { feeItem, value, formula, currency, gift, service, condition, basis, threshold, ladder } = input;
    const changes = applyChanges(discount, {
      name: name ?? undefined,
      kind: kind ?? undefined,
      scope: scope ?? undefined,
      chargeType: chargeType ?? undefined,
      combinable: combinable ?? undefined,
      priority: priority ?? undefined,
      ...{ feeItem, value, formula, currency, gift, service, condition, basis, threshold, ladder, validity },
    });
    checkDiscount(discount);
    changes.push(...(await setOfferings(tx, discount, input.offeringIds)));
    if (!existing)
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'discount.created',
        subject: tx.add(discount),
        data: { code: discount.code },
      });
    else if (changes.length > 0) {
      discount.version += 1;
      tx.record({ kind: 'RECORD_CHANGE', type: 'discount.changed', subject: discount, data: { changes } });
    }
    return discount;
  });
}

/** A discount belongs to the owner of the first offering that it lowers; one for the whole cart to nobody (PRD-46). */
async function requireOwner(tx: Transaction, discount: Discount, path: InputPath): Promise<void> {
  const [first] = await tx.em.find(
    OfferingDiscount,
    { discount: discount.id },
    { orderBy: { createdAt: 'asc', id: 'asc' }, limit: 1, populate: ['offering.owner', 'offering.productLine'] },
  );
  if (first) await requireMaintainer(tx, first.offering, path);
}

async function newDiscount(tx: Transaction, { code }: DiscountSaveInput): Promise<Discount> {
  if (!code) return refuse('REQUIRED', 'A new discount needs a code.', at('code'));
  if (await tx.em.findOne(Discount, { code })) refuse('DUPLICATE', 'Another discount has this code.', at('code'));
  return Object.assign(new Discount(), {
    code,
    scope: DiscountScope.OFFERING,
    chargeType: ChargeType.ONE_TIME,
    combinable: true,
    priority: 100,
    validity: TimePeriod.since(tx.at),
    ...{ feeItem: null, value: null, formula: null, currency: null, gift: null, service: null },
    ...{ condition: null, basis: null, threshold: null, ladder: null },
  });
}

/** What the fields of a discount must say together. */
function checkDiscount(discount: Discount): void {
  const { kind } = discount;
  if (!discount.name) refuse('REQUIRED', 'A discount needs a name.', at('name'));
  if (!kind) refuse('REQUIRED', 'A discount gives something.', at('kind'));
  const counted = kind !== Kind.WAIVE && kind !== Kind.GIFT;
  if (counted || discount.value != null)
    requireExactly(
      counted && !discount.formula,
      discount.value,
      'A fixed value, when no formula gives it,',
      at('value'),
    );
  if (!counted && discount.formula) refuse('CONTRADICTORY', `${kind} has no value.`, at('formula'));
  if (kind === Kind.PERCENT && discount.value && new Decimal(discount.value).gt(100))
    refuse('TOO_LARGE', 'At most 100 per cent can be taken off.', at('value'), { max: 100 });
  requireExactly(kind === Kind.AMOUNT || kind === Kind.TOTAL, discount.currency, 'A currency', at('currency'));
  if (discount.currency) requireCurrency(discount.currency, at('currency'));
  requireExactly(kind === Kind.GIFT, discount.gift, 'What is given', at('gift'));
  if (kind === Kind.WAIVE && !discount.feeItem) refuse('REQUIRED', 'A fee is needed that is waived.', at('feeItem'));
  if (discount.chargeType === ChargeType.USAGE && kind !== Kind.GIFT && kind !== Kind.POINTS)
    refuse('CONTRADICTORY', 'Charges for usage are lowered where they are rated.', at('chargeType'));
  if (kind === Kind.FREE_PERIODS && discount.chargeType !== ChargeType.PERIODIC)
    refuse('CONTRADICTORY', 'Only PERIODIC charges have periods.', at('chargeType'));
  requireExactly(discount.basis != null, discount.threshold, 'A threshold', at('threshold'));
  if (discount.ladder && !discount.basis) refuse('REQUIRED', 'A step of a ladder has a threshold.', at('basis'));
  checkCondition(discount.condition, priceVariables, at('condition'));
  checkFormula(discount.formula, discountVariables, at('formula'));
}

async function setOfferings(
  tx: Transaction,
  discount: Discount,
  ids: string[] | null | undefined,
): Promise<FieldChange[]> {
  if (ids === undefined) return [];
  if (ids?.length && discount.scope !== DiscountScope.OFFERING)
    refuse('CONTRADICTORY', 'A discount on the whole cart is tied to no offering.', at('offeringIds'));
  const before = await tx.em.find(OfferingDiscount, { discount: discount.id }, { populate: ['offering'] });
  const wanted: Offering[] = [];
  for (const [index, id] of (ids ?? []).entries())
    wanted.push(await tx.get(Offering, id, ['input', 'offeringIds', index], { lock: false }));
  for (const link of before) if (!wanted.includes(link.offering)) tx.em.remove(link);
  for (const [index, offering] of wanted.entries())
    if (!before.some((link) => link.offering === offering)) {
      await requireMaintainer(tx, offering, ['input', 'offeringIds', index]);
      tx.add(Object.assign(new OfferingDiscount(), { discount, offering }));
    }
  const codes = (offerings: readonly Offering[]) => offerings.map(({ code }) => code);
  return [{ field: 'offerings', old: codes(before.map(({ offering }) => offering)), new: codes(wanted) }];
}

/** Relates two discounts, or takes a relation away. */
export async function relateDiscounts(context: CallContext, input: DiscountRelateInput): Promise<Discount> {
  return context.database.write(context, async (tx) => {
    const from = await tx.get(Discount, input.fromId, at('fromId'));
    const to = await tx.get(Discount, input.toId, at('toId'), { lock: false });
    await requireOwner(tx, from, at('fromId'));
    if (from.id === to.id) refuse('CONTRADICTORY', 'A discount has no relation to itself.', at('toId'));
    const { kind } = input;
    const present = await tx.em.findOne(DiscountRelation, { from: from.id, to: to.id, kind });
    if (input.remove) tx.em.remove(present ?? refuse('NOT_FOUND', 'There is no such relation.', at('kind')));
    else if (present) refuse('DUPLICATE', 'The discounts have this relation already.', at('kind'));
    else tx.add(Object.assign(new DiscountRelation(), { from, to, kind }));
    const change = {
      field: `relation ${kind}`,
      old: input.remove ? to.code : null,
      new: input.remove ? null : to.code,
    };
    tx.record({ kind: 'RECORD_CHANGE', type: 'discount.changed', subject: from, data: { changes: [change] } });
    return from;
  });
}

/** Who says what holds for all offerings. */
const HEADQUARTERS = { level: MaintenanceLevel.HEADQUARTERS, owner: null };

/** Says how much holders of a position may take off by themselves: of one offering by its owner, of all by the headquarters (PRD-69). */
export async function saveStaffDiscountRange(
  context: CallContext,
  input: StaffDiscountRangeSaveInput,
): Promise<StaffDiscountRange> {
  return context.database.write(context, async (tx) => {
    const position = await tx.get(Position, input.positionId, at('positionId'));
    const offering = input.offeringId
      ? await tx.get(Offering, input.offeringId, at('offeringId'), { lock: false })
      : null;
    await requireMaintainer(tx, offering ?? HEADQUARTERS, at(offering ? 'offeringId' : 'positionId'));
    const minPercent = input.minPercent ?? '0';
    if (new Decimal(minPercent).gt(input.maxPercent))
      refuse('CONTRADICTORY', 'The largest discount is below the smallest.', at('maxPercent'));
    const present = await tx.em.findOne(StaffDiscountRange, { position: position.id, offering: offering?.id ?? null });
    const range = present ?? tx.add(Object.assign(new StaffDiscountRange(), { position, offering }));
    const changes = applyChanges(range, { minPercent, maxPercent: input.maxPercent });
    if (changes.length > 0)
      tx.record({ kind: 'RECORD_CHANGE', type: 'staffDiscountRange.changed', subject: range, data: { changes } });
    return range;
  });
}
