import { Check } from '@mikro-orm/decorators/legacy';
import { Computed, Instant, Int, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { PointsScheme } from './points-scheme.js';
import { remainingOf } from './remaining.js';

const available = (alias: string): string =>
  `(select coalesce(sum(${remainingOf('"e"')}), 0)::int from "points_entry" "e" where "e"."account_id" = ${alias}."id" and "e"."points" > 0 and ("e"."expires_at" is null or "e"."expires_at" > now()))`;

@UniqueTogether(['customer', 'scheme'])
@Noun({
  tag: 'py',
  description:
    'The points of a customer in one scheme (积分帐户): their balance, and every change of it (PTS-18, TMF658 LoyaltyAccount). Customers see their own.',
})
@Check({ expression: '"balance" >= 0', name: 'points_account_covered' })
export class PointsAccount extends Node {
  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'pointsAccounts',
    inverseDescription: 'Points of the customer, an account in each scheme (PTS-09, TMF658 LoyaltyAccount).',
  })
  customer!: Customer;

  @One(() => PointsScheme, {
    description: 'The scheme.',
    inverse: 'accounts',
    inverseDescription: 'Points that customers have in it.',
  })
  scheme!: PointsScheme;

  @Int({ description: 'Points that there are: the sum of all entries, never below 0.', access: 'btree' })
  balance!: number;

  @Computed('int', available, {
    description: 'Points that may be redeemed now: the balance without what has expired and is about to be taken off.',
  })
  available!: number;

  @Int({
    description:
      'Points that were ever earned, without what was reversed. Those of a customer that is merged into this one count here, and not with its own account, until it is split off again (CUS-80).',
    access: 'slow',
  })
  lifetimeEarned!: number;

  @Instant({ description: 'When the last entry was made; null before the first.', nullable: true, access: 'slow' })
  lastEntryAt?: Date | null;
}
