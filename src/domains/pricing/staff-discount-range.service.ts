import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { approvableChange, type Approved, type Change, type Saved } from '../../kernel/process/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { ruleNumber } from '../../kernel/rules/index.js';
import { admitPriceApprover, MaintenanceLevel, Offering, requireMaintainer } from '../catalogue/index.js';
import { Position } from '../organisation/index.js';
import type { StaffDiscountRangeSaveInput } from './discount.input.js';
import { StaffDiscountRange } from './staff-discount-range.js';

const at = (field: string) => ['input', field];

/** Who says what holds for all offerings. */
const HEADQUARTERS = { level: MaintenanceLevel.HEADQUARTERS, owner: null };

/**
 * Says how much holders of a position may take off by themselves: of one offering by its owner, of all by the headquarters (PRD-69), and
 * somebody else approves that (WFL-28).
 */
export function saveStaffDiscountRange(
  context: CallContext,
  input: StaffDiscountRangeSaveInput,
): Promise<Saved<StaffDiscountRange>> {
  return saved(context, { input });
}

async function save(
  tx: Transaction,
  { input }: { input: StaffDiscountRangeSaveInput },
  approved: Approved | null,
): Promise<Change<StaffDiscountRange>> {
  const position = await tx.get(Position, input.positionId, at('positionId'));
  const offering = await offeringOf(tx, input);
  if (!approved) await requireMaintainer(tx, offering ?? HEADQUARTERS, at(offering ? 'offeringId' : 'positionId'));
  const minPercent = input.minPercent ?? '0';
  if (new Decimal(minPercent).gt(input.maxPercent))
    refuse('CONTRADICTORY', 'The largest discount is below the smallest.', at('maxPercent'));
  const present = await tx.em.findOne(StaffDiscountRange, { position: position.id, offering: offering?.id ?? null });
  const range = present ?? tx.add(Object.assign(new StaffDiscountRange(), { position, offering }));
  const changes = applyChanges(range, { minPercent, maxPercent: input.maxPercent });
  if (changes.length > 0)
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'staffDiscountRange.changed',
      subject: range,
      data: { changes, ...approved },
    });
  const where = offering ? [{ field: 'offering', old: offering.code, new: offering.code }] : [];
  return { item: range, changes: changes.length > 0 ? [...where, ...changes] : [], sold: true };
}

/** Kind of approval of what holders of a position may take off (WFL-28, PRD-69). */
const STAFF_DISCOUNT_RANGE = 'STAFF_DISCOUNT_RANGE';

const saved = approvableChange(STAFF_DISCOUNT_RANGE, {
  subject: Position,
  admit: (tx, _position, path) => admitPriceApprover(tx, path),
  make: save,
  ask: async (tx, { input }) => {
    const position = await tx.get(Position, input.positionId, at('positionId'));
    const offering = await offeringOf(tx, input);
    return {
      request: {
        ...{ subject: position, title: `${position.code} ${position.name}`, path: at('positionId') },
        variables: { amount: ruleNumber(input.maxPercent) },
      },
      item: await tx.em.findOne(StaffDiscountRange, { position: position.id, offering: offering?.id ?? null }),
    };
  },
});

/** The offering of which a range is; null when it is of all. */
const offeringOf = async (tx: Transaction, { offeringId }: StaffDiscountRangeSaveInput): Promise<Offering | null> =>
  offeringId ? tx.get(Offering, offeringId, at('offeringId'), { lock: false }) : null;
