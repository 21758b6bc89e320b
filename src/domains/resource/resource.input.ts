import {
  DayInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  ListInput,
  MoneyInput,
  ObjectInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { Product } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { ProductInstance } from '../inventory/index.js';
import { Reservation } from './reservation.js';
import { ResourceItem } from './resource-item.js';
import { ResourceType } from './resource-type.js';
import { ResourceRequest } from './resource-request.js';
import { StockHolder } from './stock-holder.js';
import { StockInOrder } from './stock-in-order.js';
import { RecallMode, StockNote } from './stock-note.js';

@Input('How much of a type moves.')
export class StockAmountInput {
  @IdInput(() => ResourceType, { description: 'Of which type.' })
  typeId!: string;

  @IntInput({ description: 'Pieces, for a type that is only counted.', optional: true, min: 1, max: 1_000_000 })
  quantity?: number | null;

  @TextListInput({
    description: 'Numbers of the pieces, for a serialised type.',
    optional: true,
    max: 1000,
    maxText: 60,
  })
  resourceNos?: string[] | null;
}

@Input('A piece with a number of its own that comes into stock.')
export class StockInItemInput {
  @TextInput({ description: 'Number of the piece, unique in its type.', max: 60 })
  resourceNo!: string;

  @DayInput({ description: 'Last day of a card, still to come.', optional: true })
  expiresOn?: string | null;

  @IntInput({
    description: 'Level of a number, 1 to 5; needed for NUMBER, refused for others.',
    optional: true,
    min: 1,
    max: 5,
  })
  level?: number | null;

  @TextInput({ description: 'Exchange of a number.', optional: true, max: 20 })
  exchange?: string | null;
}

@Input('Stock that came from outside (RES-01).')
export class StockInInput {
  @IdInput(() => StockHolder, { description: 'Who got it.' })
  holderId!: string;

  @IdInput(() => ResourceType, { description: 'Of which type.' })
  typeId!: string;

  @IntInput({ description: 'Pieces, for a type that is only counted.', optional: true, min: 1, max: 1_000_000 })
  quantity?: number | null;

  @ListInput(() => StockInItemInput, { description: 'The pieces, for a serialised type.', optional: true, max: 1000 })
  items?: StockInItemInput[] | null;

  @ObjectInput(() => MoneyInput, { description: 'Value of one piece, not negative.', optional: true })
  unitPrice?: MoneyInput | null;

  @IdInput(() => StockInOrder, {
    description: 'Stock-in order that it fulfils, OPEN; it is POSTED when all of it came (RES-02).',
    optional: true,
  })
  orderId?: string | null;

  @IdInput(() => ResourceRequest, {
    description: 'Approved request that it answers; it is CLOSED when all of it was delivered (RES-07).',
    optional: true,
  })
  requestId?: string | null;
}

@Input('A stock-in to be undone, in full or in part (RES-05).')
export class StockReverseInput {
  @IdInput(() => StockNote, { description: 'The stock-in.' })
  noteId!: string;

  @IntInput({
    description: 'Pieces, for a type that is only counted; all that remain of it when absent.',
    optional: true,
    min: 1,
    max: 1_000_000,
  })
  quantity?: number | null;

  @TextListInput({
    description: 'Numbers of the pieces, for a serialised type.',
    optional: true,
    max: 1000,
    maxText: 60,
  })
  resourceNos?: string[] | null;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('Stock to be handed out to another holder (RES-08), or taken back from one (RES-09).')
export class StockTransferInput extends StockAmountInput {
  @IdInput(() => StockHolder, { description: 'Who gives it.' })
  fromId!: string;

  @IdInput(() => StockHolder, { description: 'Who gets it.' })
  toId!: string;

  @EnumInput(() => RecallMode, {
    description: 'For a recall: UPPER_FROM_LOWER or OPERATOR_FROM_PARTNER; a dispatch when absent.',
    optional: true,
  })
  recall?: RecallMode | null;

  @TextInput({ description: 'Why; needed for a recall.', optional: true, max: 500 })
  reason?: string | null;

  @IdInput(() => ResourceRequest, {
    description: 'Approved request that it answers; it is CLOSED when all of it was delivered (RES-07).',
    optional: true,
  })
  requestId?: string | null;
}

@Input('Stock to be destroyed (RES-12).')
export class StockScrapInput extends StockAmountInput {
  @IdInput(() => StockHolder, { description: 'Whose it is.' })
  holderId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('Stock or a number to be kept for someone (RES-14, RES-42).')
export class ResourceReserveInput {
  @IdInput(() => StockHolder, { description: 'Whose stock it is.' })
  holderId!: string;

  @IdInput(() => ResourceType, { description: 'Of which type.' })
  typeId!: string;

  @IntInput({ description: 'Pieces, for a type that is only counted.', optional: true, min: 1, max: 10_000 })
  quantity?: number | null;

  @TextInput({ description: 'Number of the piece, for a serialised type.', optional: true, max: 60 })
  resourceNo?: string | null;

  @IdInput(() => Customer, { description: 'For whom.', optional: true })
  customerId?: string | null;

  @IdInput(() => Product, {
    description:
      'Product that a number is to serve; NUMBER_PURPOSE when the number is of a range for another one, or the product gets numbers of its own ranges only (RES-41, RES-42).',
    optional: true,
  })
  productId?: string | null;

  @TextInput({ description: 'Where it is to be installed (RES-42).', optional: true, max: 400 })
  installAddress?: string | null;

  @ObjectInput(() => MoneyInput, {
    description: 'What is deposited, for a number of a better level (RES-38).',
    optional: true,
  })
  deposit?: MoneyInput | null;

  @InstantInput({
    description: 'When it expires, at most 30 days from now; in 30 minutes when absent.',
    optional: true,
  })
  expiresAt?: string | null;

  @TextInput({ description: 'Why.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('A reservation to be given up before its time.')
export class ReservationReleaseInput {
  @IdInput(() => Reservation, { description: 'The reservation, ACTIVE.' })
  reservationId!: string;
}

@Input('A piece or number to be given to a customer with a product instance.')
export class ResourceAllocateInput {
  @IdInput(() => ResourceItem, { description: 'The piece: free, or kept by the reservation.' })
  itemId!: string;

  @IdInput(() => ProductInstance, { description: 'The instance, of a customer for whom it is kept when it is.' })
  instanceId!: string;

  @IdInput(() => Reservation, { description: 'Reservation that keeps it; needed when it is reserved.', optional: true })
  reservationId?: string | null;
}

@Input('A piece or number that a customer gives back (RES-10).')
export class ResourceReturnInput {
  @IdInput(() => ResourceItem, { description: 'The piece, ALLOCATED; a number rests before it is free again.' })
  itemId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('A defective piece to be replaced at the customer (RES-11).')
export class ResourceReplaceInput {
  @IdInput(() => ResourceItem, { description: 'The defective piece, ALLOCATED.' })
  itemId!: string;

  @IdInput(() => ResourceItem, { description: 'The new piece of the same type, IN_STOCK.' })
  byId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}
