import { DecimalNumber, EnumOf, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ChargePeriod, ChargeType, EquivalentKind } from '../catalogue/index.js';
import { ChargeSource } from '../pricing/index.js';
import { ProposalItem } from './proposal-item.js';
import { Proposal } from './proposal.js';

@Noun({
  tag: 'ox',
  root: false,
  description:
    'One thing that a proposal costs, gives or takes off, with the rule that says so (PRD-114, TMF648 QuotePrice).',
})
export class ProposalCharge extends Node {
  @One(() => Proposal, {
    description: 'The proposal.',
    inverse: 'charges',
    inverseDescription: 'Its charges and discounts, one by one.',
  })
  proposal!: Proposal;

  @One(() => ProposalItem, {
    description: 'The line; null for a discount on the whole.',
    nullable: true,
    inverse: 'charges',
    inverseDescription: 'Charges and discounts of the line, one by one.',
  })
  item?: ProposalItem | null;

  @Int({ description: 'Place in which it applied, from 1.', access: 'slow' })
  position!: number;

  @EnumOf(() => ChargeSource, { description: 'Where it comes from.' })
  source!: ChargeSource;

  @Text({ description: 'Code of the rule, plan or discount.', max: 100, access: 'slow' })
  code!: string;

  @Text({ description: 'Its name, such as an entry on the bill.', max: 500 })
  name!: string;

  @EnumOf(() => ChargeType, { description: 'Class of charge.' })
  type!: ChargeType;

  @EnumOf(() => EquivalentKind, { description: 'What it is counted in; money is in the currency of the proposal.' })
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

  @Int({ description: 'Pieces.', access: 'slow' })
  quantity!: number;

  @DecimalNumber({ description: 'For all pieces; negative for discounts; null for usage and gifts.', nullable: true })
  amount?: string | null;

  @Int({
    description: 'Months after the opening from which it is charged; null at once.',
    nullable: true,
    access: 'slow',
  })
  afterMonths?: number | null;

  @Int({ description: 'For how many months it is charged; null without end.', nullable: true, access: 'slow' })
  forMonths?: number | null;
}
