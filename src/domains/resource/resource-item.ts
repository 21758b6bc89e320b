import {
  Day,
  describeEnum,
  EnumOf,
  Instant,
  Int,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { ProductInstance } from '../inventory/index.js';
import { CardExpiry } from './card-expiry.js';
import { NumberRefusal } from './number-refusal.js';
import { ResourceType } from './resource-type.js';
import { StockHolder } from './stock-holder.js';

export enum ResourceStatus {
  IN_STOCK = 'IN_STOCK',
  RESERVED = 'RESERVED',
  ALLOCATED = 'ALLOCATED',
  COOLING = 'COOLING',
  REPLACED = 'REPLACED',
  REVERSED = 'REVERSED',
  SCRAPPED = 'SCRAPPED',
  LOST = 'LOST',
}

describeEnum(ResourceStatus, 'ResourceStatus', 'State of a single piece or number.', {
  IN_STOCK: 'Free at its holder.',
  RESERVED: 'Kept for someone until the reservation ends (RES-14).',
  ALLOCATED: 'A customer has it with a product instance.',
  COOLING: 'A number that was returned and rests before it is free again (RES-31).',
  REPLACED: 'Defective: another piece took its place (RES-11).',
  REVERSED: 'Its stock-in was reversed (RES-05).',
  SCRAPPED: 'Destroyed (RES-12).',
  LOST: 'Missing when stock was taken (RES-16).',
});

@UniqueTogether(['type', 'resourceNo'])
@Noun({
  tag: 'rg',
  description: 'A piece with a number of its own: a terminal, a card, a telephone number (TMF639 Resource).',
})
export class ResourceItem extends Node {
  @Text({
    description: 'Number of the piece: IMEI, card number, telephone number; unique in its type.',
    max: 60,
    access: 'btree',
  })
  resourceNo!: string;

  @One(() => ResourceType, { description: 'Its type.', inverse: 'items', inverseDescription: 'Pieces of the type.' })
  type!: ResourceType;

  @One(() => StockHolder, {
    description: 'Who has it, or had it last.',
    inverse: 'items',
    inverseDescription: 'Pieces that the holder has or had.',
  })
  holder!: StockHolder;

  @EnumOf(() => ResourceStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: ResourceStatus;

  @Instant({ description: 'When it came into stock (RES-04).', access: 'btree' })
  stockedAt!: Date;

  @Day({ description: 'Last day of the warranty; null for none (RES-13).', nullable: true, access: 'btree' })
  warrantyUntil?: string | null;

  @Day({ description: 'Last day of a card; null when it does not expire (RES-21).', nullable: true, access: 'btree' })
  expiresOn?: string | null;

  @EnumOf(() => CardExpiry, {
    description:
      'That a card in stock ends soon or has ended, marked by the clock (RES-21, RES-22); null before, and for other things.',
    nullable: true,
    access: 'btree',
  })
  expiry?: CardExpiry | null;

  @Int({
    description: 'Level of a number from 1, the best, to 5; null for other things (RES-38).',
    nullable: true,
    access: 'btree',
  })
  level?: number | null;

  @Text({ description: 'Exchange that a number belongs to (RES-39).', nullable: true, max: 20, access: 'btree' })
  exchange?: string | null;

  @Instant({ description: 'When a resting number becomes free; null otherwise.', nullable: true, access: 'btree' })
  coolsUntil?: Date | null;

  @Instant({
    description:
      'When the outside number subsystem first refused to hold the number; null when it has not, and again once it holds it or is found to be free there. It is not offered while it is set (RES-42).',
    nullable: true,
    access: 'slow',
  })
  outsideRefusedAt?: Date | null;

  @EnumOf(() => NumberRefusal, {
    description: 'Why it was refused last; null while it is not refused (RES-42).',
    nullable: true,
  })
  outsideRefusal?: NumberRefusal | null;

  @Text({
    description: 'The same in the words of the subsystem; null while it is not refused.',
    nullable: true,
    max: 500,
  })
  outsideRefusalReason?: string | null;

  @Int({ description: 'How often in succession it was refused; 0 while it is not.', access: 'slow' })
  outsideRefusals: number = 0;

  @Instant({
    description:
      'When the subsystem is asked again whether it is free: after 5 minutes, then after twice as long each time, a day at most; null while it is not refused.',
    nullable: true,
    access: 'btree',
  })
  outsideAskAt?: Date | null;

  @One(() => ProductInstance, {
    description: 'Product instance with which a customer has it; null otherwise, and for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'resources',
    inverseDescription: 'Numbers, cards and terminals that the customer has with the instance.',
  })
  instance?: ProductInstance | null;
}
