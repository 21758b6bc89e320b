import {
  DecimalNumber,
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
import { Product } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { ResourceItem } from './resource-item.js';
import { ResourceType } from './resource-type.js';
import { StockHolder } from './stock-holder.js';

export enum ReservationStatus {
  ACTIVE = 'ACTIVE',
  CONSUMED = 'CONSUMED',
  RELEASED = 'RELEASED',
  EXPIRED = 'EXPIRED',
}

describeEnum(ReservationStatus, 'ReservationStatus', 'State of a reservation (RES-14).', {
  ACTIVE: 'Kept until it expires.',
  CONSUMED: 'The customer got it.',
  RELEASED: 'Given up before its time.',
  EXPIRED: 'Its time ran out; what it kept is free again.',
});

export enum OutsideHold {
  ASKED = 'ASKED',
  HELD = 'HELD',
  REFUSED = 'REFUSED',
  ENDING = 'ENDING',
  ENDED = 'ENDED',
}

describeEnum(OutsideHold, 'OutsideHold', 'What the outside number subsystem (OSS) knows of a reservation (RES-42).', {
  ASKED: 'It is asked to hold the number, and has not answered yet.',
  HELD: 'It holds the number.',
  REFUSED: 'It does not hold the number; the reservation was released, unless it had ended before the answer came.',
  ENDING: 'It is being told that the reservation has ended.',
  ENDED: 'It was told that the reservation has ended, and holds nothing.',
});

export enum OrderHold {
  OWN = 'OWN',
  TAKEN_OVER = 'TAKEN_OVER',
}

describeEnum(OrderHold, 'OrderHold', 'Why an order under way has a number reserved (RES-31, RES-42).', {
  OWN: 'It was reserved with the order, and is released with it unless it is delivered.',
  TAKEN_OVER:
    'The customer had it reserved before; when it is not delivered, it stays reserved for the rest of that time.',
});

@UniqueTogether(['item'], `status = 'ACTIVE'`)
@Noun({
  tag: 'rk',
  description: 'Stock or a number kept for someone until a moment (RES-14, RES-42, TMF716 ResourceReservation).',
})
export class Reservation extends Node {
  @One(() => ResourceType, {
    description: 'What is kept.',
    inverse: 'reservations',
    inverseDescription: 'Reservations of the type.',
  })
  type!: ResourceType;

  @One(() => ResourceItem, {
    description: 'The piece or number; null when pieces are only counted.',
    nullable: true,
    inverse: 'reservations',
    inverseDescription: 'Reservations of this piece, one ACTIVE at most.',
  })
  item?: ResourceItem | null;

  @One(() => StockHolder, {
    description: 'Whose stock it is.',
    inverse: 'reservations',
    inverseDescription: 'Reservations of its stock.',
  })
  holder!: StockHolder;

  @Int({ description: 'Pieces.' })
  quantity!: number;

  @One(() => Customer, {
    description:
      'For whom it is kept; null when no customer is known yet, and for callers who may not see that customer.',
    nullable: true,
    hideable: true,
    inverse: 'reservations',
    inverseDescription: 'Stock and numbers kept for the customer (RES-14).',
  })
  customer?: Customer | null;

  @EnumOf(() => ReservationStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: ReservationStatus;

  @Instant({ description: 'When it expires.', access: 'btree' })
  expiresAt!: Date;

  @Text({ description: 'Why it is kept.', nullable: true, max: 500 })
  reason?: string | null;

  @One(() => Product, {
    description:
      'Product that a number is to serve; null when nobody said, and for callers who may not see it (RES-42).',
    nullable: true,
    hideable: true,
    inverse: 'reservations',
    inverseDescription: 'Numbers and stock that are kept for the product (RES-42).',
  })
  product?: Product | null = null;

  @Text({ description: 'Where it is to be installed; null when nobody said (RES-42).', nullable: true, max: 400 })
  installAddress?: string | null = null;

  @Text({ description: 'Who reserved it.', max: 100, access: 'slow' })
  reservedBy!: string;

  @DecimalNumber({
    description: 'Amount that is deposited for a number of a better level; null for none (RES-38).',
    nullable: true,
  })
  deposit?: string | null;

  @EnumOf(() => OrderHold, {
    description:
      'That an order under way needs it: it does not expire but is renewed until the order ends, and only the order ends it. Null for reservations of nobody but people (RES-31, RES-42).',
    nullable: true,
    access: 'slow',
  })
  orderHold?: OrderHold | null = null;

  @EnumOf(() => OutsideHold, {
    description:
      'What the outside number subsystem knows of it; null for stock that is no number, and for reservations from before it was told (RES-42).',
    nullable: true,
    access: 'slow',
  })
  outsideHold?: OutsideHold | null;

  @Text({
    description: 'Reference of the outside number subsystem; null when there is none.',
    nullable: true,
    max: 100,
  })
  outsideRef?: string | null;

  @Instant({
    description: 'When the outside number subsystem answered last; null when it has not.',
    nullable: true,
    access: 'slow',
  })
  outsideAt?: Date | null;
}
