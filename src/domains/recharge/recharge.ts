import {
  describeEnum,
  EnumOf,
  Instant,
  Money,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Region } from '../region/index.js';

export enum RechargeStatus {
  REQUESTED = 'REQUESTED',
  CREDITED = 'CREDITED',
  REFUSED = 'REFUSED',
}

describeEnum(RechargeStatus, 'RechargeStatus', 'State of a recharge (RES-54).', {
  REQUESTED: 'The card system was asked and has not answered; it is asked again what became of it.',
  CREDITED: 'The card was redeemed and its value credited.',
  REFUSED: 'The card was not redeemed; `refusalCode` says why.',
});

@UniqueTogether(['customer', 'requestKey'])
@UniqueTogether(['cardNo'], `status in ('REQUESTED', 'CREDITED')`)
@Noun({
  tag: 'yb',
  description:
    'A top-up of accounts and services of a customer with the value of a recharge card, redeemed at the recharge card system (RES-54). The secret of the card is passed on and kept nowhere.',
})
export class Recharge extends Node {
  @Text({ description: 'Number; the card system knows the recharge by it.', max: 30, access: 'unique' })
  rechargeNo!: string;

  @One(() => Customer, {
    description: 'Whose accounts are topped up.',
    inverse: 'recharges',
    inverseDescription: 'Top-ups by card (RES-54).',
  })
  customer!: Customer;

  @One(() => Region, {
    description: 'Region of the customer when it was asked for.',
    inverse: 'recharges',
    inverseDescription: 'Top-ups by card of customers of exactly this region.',
  })
  region!: Region;

  @Text({ description: 'Number printed on the card; no secret.', max: 40, access: 'btree' })
  cardNo!: string;

  @EnumOf(() => RechargeStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: RechargeStatus;

  @Value(() => Money, {
    description:
      'Value of the card; null before it was redeemed, and for staff, of a customer with a service password for queries, until it was shown (CUS-03).',
    nullable: true,
  })
  value?: Money | null;

  @Text({ description: 'Key of the caller, unique for the customer, under which it was asked for.', max: 100 })
  requestKey!: string;

  @Text({
    description: 'Digest of what was asked for, without the secret, to tell a repetition from another request.',
    max: 64,
  })
  contentDigest!: string;

  @Text({
    description:
      'Why it was refused: BAD_SECRET, UNKNOWN_CARD, USED, EXPIRED, VALUE_TOO_SMALL, OTHER_CURRENCY or NOT_ARRIVED; null otherwise.',
    nullable: true,
    max: 40,
    access: 'btree',
  })
  refusalCode?: string | null;

  @Text({ description: 'Reference of the card system; null before it answered.', nullable: true, max: 100 })
  externalRef?: string | null;

  @Text({ description: 'Who asked: the subject of the caller.', max: 100, access: 'btree' })
  requestedBy!: string;

  @Instant({ description: 'When it was asked for.', access: 'btree' })
  requestedAt!: Date;

  @Instant({ description: 'When it was credited or refused; null before.', nullable: true, access: 'slow' })
  settledAt?: Date | null;
}
