import { isDeepStrictEqual } from 'node:util';
import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import {
  type ApprovalRequest,
  type Approved,
  askApproval,
  type Change,
  changeOrHold,
  holdChange,
  keepAsking,
  onConfigurationVerdicts,
  type Saved,
} from '../../kernel/process/index.js';
import { applyChanges, expectVersion, type FieldChange } from '../../kernel/record/index.js';
import { ruleNumber } from '../../kernel/rules/index.js';
import {
  admitApprover,
  ChargeType,
  type Maintained,
  MaintenanceLevel,
  Offering,
  priceChanges,
  requireCoins,
  requireCurrency,
  requireMaintainer,
} from '../catalogue/index.js';
import { changedPeriod } from './changed-period.js';
import type { DiscountRelateInput, DiscountSaveInput } from './discount.input.js';
import { discountLifecycle } from './discount.lifecycle.js';
import { lockDiscountRelations, refuseDiscountContradiction } from './discount-contradictions.js';
import { DiscountRelation, DiscountRelationKind } from './discount-relation.js';
import { Discount, DiscountKind as Kind, DiscountScope, DiscountStatus } from './discount.js';
import { lockBoth } from './lock-both.js';
import { OfferingDiscount } from './offering-discount.js';
import { checkCondition, checkFormula, requireExactly } from './price-text.js';
import { knownAttributes, withAttributes } from './known-attributes.js';
import { discountVariables, priceVariables } from './price-variables.js';

const at = (field: string) => ['input', field];

/** Who says what holds for all offerings. */
const HEADQUARTERS = { level: MaintenanceLevel.HEADQUARTERS, owner: null };

/**
 * Writes a discount or changes it, with the offerings that it applies to (PRD-68, PRD-75). A new one is granted when somebody else has
 * approved it, and from then on every change waits for that too (WFL-28).
 */
export function saveDiscount(context: CallContext, input: DiscountSaveInput): Promise<Saved<Discount>> {
  if (input.discountId) return change(context, { operation: 'save', input }, input.discountId, at('discountId'));
  return context.database.write(context, async (tx) => {
    const discount = await newDiscount(tx, input);
    await setValues(tx, discount, input);
    discount.configuredBy = tx.caller.subject;
    discountLifecycle.begin(tx, tx.add(discount));
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'discount.created',
      subject: discount,
      data: { code: discount.code },
    });
    await tx.em.flush();
    await askApproval(tx, await discountApproval(tx, discount));
    return { item: discount, held: false };
  });
}

async function save(tx: Transaction, input: DiscountSaveInput, approved: Approved | null): Promise<Change<Discount>> {
  const discount = await tx.get(Discount, input.discountId!, at('discountId'));
  if (!approved) await requireOwner(tx, discount, at('discountId'));
  expectVersion(discount, input.expectedVersion, at('expectedVersion'));
  const changes = await setValues(tx, discount, input, approved);
  if (changes.length > 0) {
    discount.version += 1;
    await recordChange(tx, discount, changes, approved);
  }
  return { item: discount, changes, sold: discount.status === DiscountStatus.ACTIVE };
}

async function setValues(
  tx: Transaction,
  discount: Discount,
  input: DiscountSaveInput,
  approved: Approved | null = null,
): Promise<FieldChange[]> {
  const { kind, scope, chargeType, combinable, priority, name } = input;
  const { feeItem, value, formula, currency, gift, service, condition, basis, threshold, ladder } = input;
  const changes = applyChanges(discount, {
    name: name ?? undefined,
    kind: kind ?? undefined,
    scope: scope ?? undefined,
    chargeType: chargeType ?? undefined,
    combinable: combinable ?? undefined,
    priority: priority ?? undefined,
    ...{ feeItem, value, formula, currency, gift, service, condition, basis, threshold, ladder },
    validity: changedPeriod(discount.validity, input),
  });
  await checkDiscount(tx, discount);
  changes.push(...(await setOfferings(tx, discount, input.offeringIds, approved)));
  return changes;
}

async function recordChange(
  tx: Transaction,
  discount: Discount,
  changes: FieldChange[],
  approved: Approved | null,
): Promise<void> {
  discount.configuredBy = approved?.proposedBy ?? tx.caller.subject;
  tx.record({
    kind: 'RECORD_CHANGE',
    type: 'discount.changed',
    subject: discount,
    data: { changes, ...approved },
  });
  tellChange(tx, discount);
  // One that was refused is asked for anew.
  if (discount.status === DiscountStatus.DRAFT) await keepAsking(tx, await discountApproval(tx, discount));
}

/** Relations make no version: the moment tells changes apart. */
const tellChange = (tx: Transaction, { id }: Discount): void =>
  priceChanges.tell(tx, { source: 'discount', id, mark: tx.at.toISOString() });

/** What a discount belongs to: the owner of the first offering that it lowers; one for the whole cart to nobody (PRD-46). */
async function maintainedBy(tx: Transaction, discount: Discount): Promise<Maintained | null> {
  const [first] = await tx.em.find(
    OfferingDiscount,
    { discount: discount.id },
    { orderBy: { createdAt: 'asc', id: 'asc' }, limit: 1, populate: ['offering.owner', 'offering.productLine'] },
  );
  return first?.offering ?? null;
}

async function requireOwner(tx: Transaction, discount: Discount, path: InputPath): Promise<void> {
  const maintained = await maintainedBy(tx, discount);
  if (maintained) await requireMaintainer(tx, maintained, path);
}

/** Kind of approval of a discount; that of a change of one that is granted follows from it (WFL-28). */
const DISCOUNT = 'DISCOUNT';

/** What is asked about a new discount, in the name of who wrote it. */
async function discountApproval(tx: Transaction, discount: Discount): Promise<ApprovalRequest> {
  await tx.em.flush();
  const { code, name, kind, value = null, currency = null } = discount;
  return {
    ...{ kind: DISCOUNT, subject: discount, title: `${code} ${name}` },
    ...(discount.configuredBy ? { askedBy: discount.configuredBy } : {}),
    regionId: (await maintainedBy(tx, discount))?.owner?.id ?? null,
    variables: { discountKind: kind, amount: value === null ? null : ruleNumber(value), currency },
  };
}

/** Who maintains what it lowers approves it, or the headquarters, where the operator has published no process of their own. */
const admit = async (tx: Transaction, discount: Discount, path: InputPath): Promise<void> =>
  admitApprover(tx, (await maintainedBy(tx, discount)) ?? HEADQUARTERS, path);

/** A change of a discount, as it is asked for and held. */
type DiscountChange =
  { operation: 'save'; input: DiscountSaveInput } | { operation: 'relate'; input: DiscountRelateInput };

const make = (tx: Transaction, what: DiscountChange, approved: Approved | null): Promise<Change<Discount>> =>
  what.operation === 'save' ? save(tx, what.input, approved) : relate(tx, what.input, approved);

/** Changes a draft; a discount that is granted changes when somebody else approves that. */
function change(
  context: CallContext,
  what: DiscountChange,
  discountId: string,
  path: InputPath,
): Promise<Saved<Discount>> {
  return changeOrHold(
    context,
    (tx) => make(tx, what, null),
    async (tx, changes) => {
      const discount = await tx.get(Discount, discountId, path);
      await holdChange(tx, await discountApproval(tx, discount), { what, changes, path });
      return discount;
    },
  );
}

onConfigurationVerdicts<Discount, DiscountChange>(DISCOUNT, {
  ...{ subject: Discount, admit, make },
  lock: async (tx) => void (await lockDiscountRelations(tx)),
  approve: async (tx, discount, by) => {
    await discountLifecycle.move(tx, discount, 'approve', by);
    tellChange(tx, discount);
  },
});

async function newDiscount(tx: Transaction, { code }: DiscountSaveInput): Promise<Discount> {
  if (!code) return refuse('REQUIRED', 'A new discount needs a code.', at('code'));
  if (await tx.em.findOne(Discount, { code })) refuse('DUPLICATE', 'Another discount has this code.', at('code'));
  return Object.assign(new Discount(), {
    code,
    status: DiscountStatus.DRAFT,
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
async function checkDiscount(tx: Transaction, discount: Discount): Promise<void> {
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
  if (discount.currency && discount.value) requireCoins(discount.value, discount.currency, at('value'));
  if (kind === Kind.FREE_PERIODS && discount.value && !new Decimal(discount.value).isInteger())
    refuse('BAD_VALUE', 'Periods are free as a whole: a whole number of them.', at('value'));
  requireExactly(kind === Kind.GIFT, discount.gift, 'What is given', at('gift'));
  if (kind === Kind.WAIVE && !discount.feeItem) refuse('REQUIRED', 'A fee is needed that is waived.', at('feeItem'));
  if (discount.chargeType === ChargeType.USAGE && kind !== Kind.GIFT && kind !== Kind.POINTS)
    refuse('CONTRADICTORY', 'Charges for usage are lowered where they are rated.', at('chargeType'));
  if (kind === Kind.FREE_PERIODS && discount.chargeType !== ChargeType.PERIODIC)
    refuse('CONTRADICTORY', 'Only PERIODIC charges have periods.', at('chargeType'));
  requireExactly(discount.basis != null, discount.threshold, 'A threshold', at('threshold'));
  if (discount.ladder && !discount.basis) refuse('REQUIRED', 'A step of a ladder has a threshold.', at('basis'));
  const kinds = await knownAttributes(tx);
  checkCondition(discount.condition, withAttributes(priceVariables, kinds), at('condition'));
  checkFormula(discount.formula, withAttributes(discountVariables, kinds), at('formula'));
}

async function setOfferings(
  tx: Transaction,
  discount: Discount,
  ids: string[] | null | undefined,
  approved: Approved | null,
): Promise<FieldChange[]> {
  if (ids === undefined) return [];
  if (ids?.length && discount.scope !== DiscountScope.OFFERING)
    refuse('CONTRADICTORY', 'A discount on the whole cart is tied to no offering.', at('offeringIds'));
  const before = await tx.em.find(
    OfferingDiscount,
    { discount: discount.id },
    { populate: ['offering'], orderBy: { offering: { code: 'asc' } } },
  );
  const wanted: Offering[] = [];
  for (const [index, id] of (ids ?? []).entries())
    wanted.push(await tx.get(Offering, id, ['input', 'offeringIds', index], { lock: false }));
  for (const link of before) if (!wanted.includes(link.offering)) tx.em.remove(link);
  for (const [index, offering] of wanted.entries())
    if (!before.some((link) => link.offering === offering)) {
      if (!approved) await requireMaintainer(tx, offering, ['input', 'offeringIds', index]);
      tx.add(Object.assign(new OfferingDiscount(), { discount, offering }));
    }
  const codes = (offerings: readonly Offering[]) => offerings.map(({ code }) => code);
  // Sorted here: the database may order codes otherwise.
  const [old, now] = [codes(before.map(({ offering }) => offering)).sort(), codes(wanted).sort()];
  return isDeepStrictEqual(old, now) ? [] : [{ field: 'offerings', old, new: now }];
}

/** Relates two discounts, or takes a relation away; of those that are granted when somebody else approves that. */
export const relateDiscounts = (context: CallContext, input: DiscountRelateInput): Promise<Saved<Discount>> =>
  change(context, { operation: 'relate', input }, input.fromId, at('fromId'));

async function relate(
  tx: Transaction,
  input: DiscountRelateInput,
  approved: Approved | null,
): Promise<Change<Discount>> {
  await lockDiscountRelations(tx);
  const [from, to] = await lockBoth(tx, Discount, input);
  if (!approved) await requireOwner(tx, from, at('fromId'));
  if (from.id === to.id) refuse('CONTRADICTORY', 'A discount has no relation to itself.', at('toId'));
  const { kind } = input;
  const present = await tx.em.findOne(DiscountRelation, { from: from.id, to: to.id, kind });
  if (input.remove) tx.em.remove(present ?? refuse('NOT_FOUND', 'There is no such relation.', at('kind')));
  else if (present) refuse('DUPLICATE', 'The discounts have this relation already.', at('kind'));
  else {
    await refuseDiscountContradiction(tx, from, to, kind);
    tx.add(Object.assign(new DiscountRelation(), { from, to, kind }));
  }
  const changes = [
    { field: `relation ${kind}`, old: input.remove ? to.code : null, new: input.remove ? null : to.code },
  ];
  await recordChange(tx, from, changes, approved);
  // Those that work both ways change what is granted of the other one as well.
  const both = kind !== DiscountRelationKind.REQUIRE;
  if (both) tellChange(tx, to);
  const granted = ({ status }: Discount) => status === DiscountStatus.ACTIVE;
  return { item: from, changes, sold: granted(from) || (both && granted(to)) };
}
