import { describeEnum, EnumOf, Instant, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { ResourceType } from './resource-type.js';
import { StockHolder } from './stock-holder.js';
import { StockNote } from './stock-note.js';

export enum GiftCause {
  PREPAYMENT = 'PREPAYMENT',
  POINTS = 'POINTS',
  CAMPAIGN = 'CAMPAIGN',
}

describeEnum(GiftCause, 'GiftCause', 'Why a customer gets a gift (RES-35, RES-48).', {
  PREPAYMENT: 'An amount was or will be paid in advance.',
  POINTS: 'Points were or will be exchanged.',
  CAMPAIGN: 'A campaign gives it.',
});

@UniqueTogether(['type', 'cause', 'reference'])
@Noun({ tag: 'gf', description: 'A gift that a customer got from the stock (RES-35, RES-48).' })
export class GiftIssue extends Node {
  @One(() => ResourceType, {
    description: 'What was given.',
    inverse: 'giftIssues',
    inverseDescription: 'To whom it was given.',
  })
  type!: ResourceType;

  @One(() => Customer, {
    description: 'Who got it; null for callers who may not see that customer.',
    hideable: true,
    inverse: 'gifts',
    inverseDescription: 'Gifts that the customer got (RES-35).',
  })
  customer!: Customer;

  @One(() => StockHolder, {
    description: 'Whose stock it came from; null for callers who may not see it.',
    hideable: true,
    inverse: 'giftIssues',
    inverseDescription: 'Gifts that were given from the stock.',
  })
  holder!: StockHolder;

  @One(() => StockNote, {
    description: 'Movement of the stock; null for callers who may not see it.',
    hideable: true,
    inverse: 'gifts',
    inverseDescription: 'Gift that was given by the movement.',
  })
  note!: StockNote;

  @Int({ description: 'Pieces.', access: 'slow' })
  quantity!: number;

  @EnumOf(() => GiftCause, { description: 'Why it was given.', access: 'btree' })
  cause!: GiftCause;

  @Text({
    description:
      'Number of the prepayment, exchange or campaign entry that it belongs to; each brings a type of gift once.',
    max: 60,
    access: 'btree',
  })
  reference!: string;

  @Instant({ description: 'When it was given.', access: 'btree' })
  issuedAt!: Date;
}
