import { Trigger } from '@mikro-orm/decorators/legacy';
import { Computed, EnumOf, Instant, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Campaign } from '../campaign/index.js';
import { PointsAccount } from './points-account.js';
import { PointsOperation, PointsSource, PointsType, RedemptionMode } from './points-enums.js';
import { remainingOf } from './remaining.js';

const GUARD = `raise exception 'entries of points are never changed or removed' using errcode = 'insufficient_privilege';`;

@UniqueTogether(['source', 'key'])
@UniqueTogether(['reversalOf'], 'reversal_of_id is not null')
@Trigger({ name: 'points_entry_guard', timing: 'before', events: ['update', 'delete'], body: GUARD } as never)
@Noun({
  tag: 'pe',
  description:
    'A change of the points of a customer (积分明细); never changed or removed, only undone by another one (PTS-10, PTS-11, TMF658 LoyaltyTransaction).',
})
export class PointsEntry extends Node {
  @Text({
    description: 'Unique number, such as `PE-00000012`; gifts of a redemption name it.',
    max: 40,
    access: 'unique',
  })
  entryNo!: string;

  @One(() => PointsAccount, {
    description: 'The account.',
    inverse: 'entries',
    inverseDescription: 'Every change of the balance (PTS-10).',
  })
  account!: PointsAccount;

  @EnumOf(() => PointsOperation, { description: 'What it does.', access: 'btree' })
  operation!: PointsOperation;

  @EnumOf(() => PointsType, {
    description: 'What the points are for (PTS-17); null for redemption, expiry and reversal.',
    nullable: true,
  })
  type?: PointsType | null;

  @Int({ description: 'Points; negative when they went.', access: 'slow' })
  points!: number;

  @Int({ description: 'Balance of the account after it.' })
  balanceAfter!: number;

  @EnumOf(() => PointsSource, { description: 'Where it comes from (PTS-06).' })
  source!: PointsSource;

  @Text({
    description: 'By which the source knows it; given twice, it counts once (PTS-05).',
    max: 100,
    access: 'slow',
  })
  key!: string;

  @Instant({ description: 'When it was made.', access: 'btree' })
  occurredAt!: Date;

  @Instant({
    description: 'When its points end; null when they do not, and for one that took points (PTS-25).',
    nullable: true,
    access: 'btree',
  })
  expiresAt?: Date | null;

  @Computed('int', remainingOf, {
    description: 'What is left of its points; those that end first are taken first. 0 for one that took points.',
  })
  remaining!: number;

  @One(() => PointsEntry, {
    description: 'The entry that it undoes; null for others (PTS-11).',
    nullable: true,
    inverse: 'reversals',
    inverseDescription: 'The entry that undid it, at most one (PTS-11).',
  })
  reversalOf?: PointsEntry | null;

  @One(() => Campaign, {
    description: 'Campaign that gave the points; null for none, and for callers who may not see it (PTS-03, CMP-124).',
    nullable: true,
    hideable: true,
    inverse: 'pointsEntries',
    inverseDescription: 'Points that it gave (CMP-124).',
  })
  campaign?: Campaign | null;

  @EnumOf(() => RedemptionMode, {
    description: 'For what points were redeemed; null otherwise (PTS-13).',
    nullable: true,
  })
  mode?: RedemptionMode | null;

  @Text({ description: 'What was given for them; null otherwise (PTS-13).', nullable: true, max: 200 })
  item?: string | null;

  @Text({ description: 'Why; null for nothing.', nullable: true, max: 500 })
  reason?: string | null;

  @Text({ description: 'Who made it.', max: 100, access: 'slow' })
  recordedBy!: string;
}
