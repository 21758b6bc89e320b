import {
  BoolInput,
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
import { Region } from '../region/index.js';
import { Reservation } from './reservation.js';
import { ResourceItem } from './resource-item.js';
import { ResourceCategory, ResourceType } from './resource-type.js';
import { StockHolder, StockHolderKind } from './stock-holder.js';
import { RecallMode, StockNote } from './stock-note.js';

@Input('A type of resource, new or changed (RES-19, RES-32 to RES-35).')
export class ResourceTypeSaveInput {
  @IdInput(() => ResourceType, { description: 'The type to change; a new one when absent.', optional: true })
  typeId?: string | null;

  @TextInput({ description: 'Code unique among types, never changed later.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name with model or specification.' })
  name!: string;

  @EnumInput(() => ResourceCategory, { description: 'What kind of thing it is; never changed later.' })
  category!: ResourceCategory;

  @BoolInput({ description: 'Whether each piece has a number of its own; always for NUMBER. Never changed later.' })
  serialised!: boolean;

  @TextInput({ description: 'Unit in which it is counted.', max: 20 })
  unit!: string;

  @IdInput(() => Product, { description: 'PHYSICAL product that customers get as it.', optional: true })
  productId?: string | null;

  @IntInput({
    description: 'Pieces that a holder shall have at least; 0 when absent.',
    optional: true,
    min: 0,
    max: 1_000_000,
  })
  minStock?: number | null;

  @IntInput({ description: 'Months of warranty; none when absent.', optional: true, min: 1, max: 240 })
  warrantyMonths?: number | null;

  @IntInput({
    description: 'Days that a returned number rests; 90 for NUMBER when absent, 0 for others.',
    optional: true,
    min: 0,
    max: 365,
  })
  coolingDays?: number | null;
}

@Input('A new holder of stock.')
export class StockHolderCreateInput {
  @TextInput({ description: 'Code unique among holders.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @EnumInput(() => StockHolderKind, { description: 'What kind of holder it is.' })
  kind!: StockHolderKind;

  @IdInput(() => Region, { description: 'Region whose staff see and move its stock.' })
  regionId!: string;

  @IdInput(() => StockHolder, { description: 'Holder that supplies it.', optional: true })
  parentId?: string | null;
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
export class StockTransferInput {
  @IdInput(() => StockHolder, { description: 'Who gives it.' })
  fromId!: string;

  @IdInput(() => StockHolder, { description: 'Who gets it.' })
  toId!: string;

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

  @EnumInput(() => RecallMode, {
    description: 'For a recall: UPPER_FROM_LOWER or OPERATOR_FROM_PARTNER; a dispatch when absent.',
    optional: true,
  })
  recall?: RecallMode | null;

  @TextInput({ description: 'Why; needed for a recall.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('Stock to be destroyed (RES-12).')
export class StockScrapInput {
  @IdInput(() => StockHolder, { description: 'Whose it is.' })
  holderId!: string;

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
