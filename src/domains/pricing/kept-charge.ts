import { DecimalNumber, EnumOf, Int, Node, SharedFields, Text } from '../../kernel/model/index.js';
import { ChargePeriod, ChargeType, EquivalentKind } from '../catalogue/index.js';
import { ChargeSource } from './charge-source.js';

/** A charge as it was when something was offered or sold, whatever prices become (PRD-114, TM Forum ProductPrice); proposals and orders keep theirs. */
@SharedFields()
export abstract class KeptCharge extends Node {
  @Int({ description: 'Place in which it applied, from 1.', access: 'slow' })
  position!: number;

  @EnumOf(() => ChargeSource, { description: 'Where it comes from.' })
  source!: ChargeSource;

  @Text({
    description: 'Code that the rule, plan or discount had; `STAFF_DISCOUNT` and `PENALTY` for what has none.',
    max: 100,
    access: 'slow',
  })
  code!: string;

  @Text({ description: 'Name that it had, such as an entry on the bill.', max: 500 })
  name!: string;

  @EnumOf(() => ChargeType, { description: 'Class of charge (PRD-61).' })
  type!: ChargeType;

  @EnumOf(() => EquivalentKind, { description: 'What it is counted in (PRD-67).' })
  equivalent!: EquivalentKind;

  @Text({ description: 'Unit that is charged for, such as `min`; null for one piece.', nullable: true, max: 60 })
  unit?: string | null;

  @EnumOf(() => ChargePeriod, { description: 'Period of a PERIODIC charge; null otherwise.', nullable: true })
  period?: ChargePeriod | null;

  @DecimalNumber({
    description: 'Per piece or unit of use; per cent for such discounts; null where none can be named.',
    nullable: true,
  })
  unitPrice?: string | null;

  @Int({ description: 'Pieces; for free periods their number.', access: 'slow' })
  quantity!: number;

  @DecimalNumber({ description: 'For all pieces; negative for discounts; null for usage and gifts.', nullable: true })
  amount?: string | null;

  @Int({
    description: 'Months after the opening from which it is charged, then not part of the totals; null at once.',
    nullable: true,
    access: 'slow',
  })
  afterMonths?: number | null;

  @Int({ description: 'For how many months it is charged; null without end.', nullable: true, access: 'slow' })
  forMonths?: number | null;
}

/** What {@link KeptCharge} says of a charge, but for its place. */
export type KeptValues = Omit<KeptCharge, keyof Node | 'position'>;

/** The values of a charge to keep: what it says nothing of is null. */
export const keptValues = (charge: KeptValues): Required<KeptValues> => ({
  ...{ source: charge.source, code: charge.code, name: charge.name, type: charge.type },
  ...{ equivalent: charge.equivalent, unit: charge.unit ?? null, period: charge.period ?? null },
  ...{ unitPrice: charge.unitPrice ?? null, quantity: charge.quantity, amount: charge.amount ?? null },
  ...{ afterMonths: charge.afterMonths ?? null, forMonths: charge.forMonths ?? null },
});
