import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import {
  StockInInput,
  StockReverseInput,
  StockTransferInput,
  StockScrapInput,
  ResourceReserveInput,
  ReservationReleaseInput,
  ResourceAllocateInput,
  ResourceReturnInput,
  ResourceReplaceInput,
} from './resource.input.js';
import { ResourceTypeSaveInput, StockHolderCreateInput } from './resource-type.input.js';
import { saveResourceType, createStockHolder } from './resource-type.service.js';
import { stockIn as takeIn, reverseStockIn } from './stock-in.service.js';
import { transferStock } from './stock-move.service.js';
import { scrapStock } from './stock-scrap.service.js';
import { reserve, releaseReservation } from './reservation.service.js';
import { allocate, returnResource, replaceResource } from './allocation.service.js';
import { ResourceType } from './resource-type.js';
import { StockHolder } from './stock-holder.js';
import { StockNote } from './stock-note.js';
import { Reservation } from './reservation.js';
import { ResourceItem } from './resource-item.js';

@ObjectType({ description: 'Answer of mutations about one type of resource.' })
export class ResourceTypePayload extends Payload {
  @Field(() => ResourceType, { nullable: true, description: 'The type; null when it was refused.' })
  resourceType?: ResourceType;
}

@ObjectType({ description: 'Answer of mutations about one holder of stock.' })
export class StockHolderPayload extends Payload {
  @Field(() => StockHolder, { nullable: true, description: 'The holder; null when it was refused.' })
  stockHolder?: StockHolder;
}

@ObjectType({ description: 'Answer of mutations about one movement of stock.' })
export class StockNotePayload extends Payload {
  @Field(() => StockNote, {
    nullable: true,
    description: 'The note of the movement; null when it was refused, or waits for approval.',
  })
  stockNote?: StockNote;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when stock is to be scrapped and that waits for approval (`approvals` of the kind `STOCK_SCRAP`); null after other operations.',
  })
  held?: boolean;
}

@ObjectType({ description: 'Answer of mutations about one reservation.' })
export class ReservationPayload extends Payload {
  @Field(() => Reservation, { nullable: true, description: 'The reservation; null when it was refused.' })
  reservation?: Reservation;
}

@ObjectType({ description: 'Answer of mutations about one piece or number.' })
export class ResourceItemPayload extends Payload {
  @Field(() => ResourceItem, {
    nullable: true,
    description: 'The piece that the customer has now, or gave back; null when it was refused.',
  })
  resourceItem?: ResourceItem;
}

@Resolver()
export class ResourceResolver {
  @Mutation(() => ResourceTypePayload, {
    description:
      'Writes a type of resource, or changes one. Refused with NOT_MAINTAINER, NOT_FOUND, DUPLICATE or CONTRADICTORY (RES-19, RES-30).',
  })
  resourceTypeSave(
    @Arg('input', () => ResourceTypeSaveInput, { description: 'The type.' }) input: ResourceTypeSaveInput,
    @Ctx() context: CallContext,
  ): Promise<ResourceTypePayload> {
    return answer(ResourceTypePayload, async () => ({ resourceType: await saveResourceType(context, input) }));
  }

  @Mutation(() => StockHolderPayload, {
    description: 'Writes a new holder of stock. Refused with NOT_FOUND, DUPLICATE or OUTSIDE_SCOPE.',
  })
  stockHolderCreate(
    @Arg('input', () => StockHolderCreateInput, { description: 'The holder.' }) input: StockHolderCreateInput,
    @Ctx() context: CallContext,
  ): Promise<StockHolderPayload> {
    return answer(StockHolderPayload, async () => ({ stockHolder: await createStockHolder(context, input) }));
  }

  @Mutation(() => StockNotePayload, {
    description:
      'Takes stock in from outside. Refused with NOT_FOUND, REQUIRED, CONTRADICTORY, DUPLICATE, EXPIRED, TOO_SMALL or BAD_VALUE (RES-01).',
  })
  stockIn(
    @Arg('input', () => StockInInput, { description: 'The stock.' }) input: StockInInput,
    @Ctx() context: CallContext,
  ): Promise<StockNotePayload> {
    return answer(StockNotePayload, async () => ({ stockNote: await takeIn(context, input) }));
  }

  @Mutation(() => StockNotePayload, {
    description:
      'Undoes a stock-in, in full or in part. Refused with NOT_FOUND, CONTRADICTORY, REQUIRED, OUT_OF_STOCK or TOO_MUCH (RES-05).',
  })
  stockReverse(
    @Arg('input', () => StockReverseInput, { description: 'The stock-in.' }) input: StockReverseInput,
    @Ctx() context: CallContext,
  ): Promise<StockNotePayload> {
    return answer(StockNotePayload, async () => ({ stockNote: await reverseStockIn(context, input) }));
  }

  @Mutation(() => StockNotePayload, {
    description:
      'Hands stock out to another holder, or takes it back. Refused with NOT_FOUND, REQUIRED, CONTRADICTORY, EXPIRED or OUT_OF_STOCK (RES-08, RES-09, RES-10).',
  })
  stockTransfer(
    @Arg('input', () => StockTransferInput, { description: 'What moves.' }) input: StockTransferInput,
    @Ctx() context: CallContext,
  ): Promise<StockNotePayload> {
    return answer(StockNotePayload, async () => ({ stockNote: await transferStock(context, input) }));
  }

  @Mutation(() => StockNotePayload, {
    description:
      'Destroys stock when somebody else has approved that (WFL-28); until then it stays where it is. Refused with APPROVAL_PENDING while other stock of the type waits to be scrapped there, and with NOT_FOUND, REQUIRED, CONTRADICTORY or OUT_OF_STOCK (RES-12).',
  })
  stockScrap(
    @Arg('input', () => StockScrapInput, { description: 'The stock.' }) input: StockScrapInput,
    @Ctx() context: CallContext,
  ): Promise<StockNotePayload> {
    return answer(StockNotePayload, async () => {
      const { item, held } = await scrapStock(context, input);
      return item ? { stockNote: item, held } : { held };
    });
  }

  @Mutation(() => ReservationPayload, {
    description:
      'Keeps stock or a number for someone until a moment. Refused with NOT_FOUND, REQUIRED, CONTRADICTORY, IN_PAST, TOO_LATE, EXPIRED, OUT_OF_STOCK or HELD_BY_ORDER (RES-14, RES-42).',
  })
  resourceReserve(
    @Arg('input', () => ResourceReserveInput, { description: 'What is kept.' }) input: ResourceReserveInput,
    @Ctx() context: CallContext,
  ): Promise<ReservationPayload> {
    return answer(ReservationPayload, async () => ({ reservation: await reserve(context, input) }));
  }

  @Mutation(() => ReservationPayload, {
    description:
      'Gives up a reservation before its time. Refused with NOT_FOUND, INVALID_TRANSITION, and HELD_BY_ORDER for what an order under way keeps (RES-14, RES-42).',
  })
  reservationRelease(
    @Arg('input', () => ReservationReleaseInput, { description: 'The reservation.' }) input: ReservationReleaseInput,
    @Ctx() context: CallContext,
  ): Promise<ReservationPayload> {
    return answer(ReservationPayload, async () => ({ reservation: await releaseReservation(context, input) }));
  }

  @Mutation(() => ResourceItemPayload, {
    description:
      'Gives a piece or number to a customer with a product instance. Refused with NOT_FOUND, OUT_OF_STOCK, NOT_OF_CUSTOMER, NOT_IN_SERVICE, CONTRADICTORY, NEAR_EXPIRY, EXPIRED, and HELD_BY_ORDER for a number that an order under way has (RES-21, RES-22, RES-42).',
  })
  resourceAllocate(
    @Arg('input', () => ResourceAllocateInput, { description: 'Piece and instance.' }) input: ResourceAllocateInput,
    @Ctx() context: CallContext,
  ): Promise<ResourceItemPayload> {
    return answer(ResourceItemPayload, async () => ({ resourceItem: await allocate(context, input) }));
  }

  @Mutation(() => ResourceItemPayload, {
    description:
      'Takes back what a customer had; a number rests. Refused with NOT_FOUND, INVALID_TRANSITION, OUT_OF_STOCK, and HELD_BY_ORDER for a number that an order under way brings to another instance (RES-10, RES-31).',
  })
  resourceReturn(
    @Arg('input', () => ResourceReturnInput, { description: 'The piece.' }) input: ResourceReturnInput,
    @Ctx() context: CallContext,
  ): Promise<ResourceItemPayload> {
    return answer(ResourceItemPayload, async () => ({ resourceItem: await returnResource(context, input) }));
  }

  @Mutation(() => ResourceItemPayload, {
    description:
      'Replaces a defective piece at the customer. Refused with NOT_FOUND, CONTRADICTORY, INVALID_TRANSITION or OUT_OF_STOCK (RES-11).',
  })
  resourceReplace(
    @Arg('input', () => ResourceReplaceInput, { description: 'Both pieces.' }) input: ResourceReplaceInput,
    @Ctx() context: CallContext,
  ): Promise<ResourceItemPayload> {
    return answer(ResourceItemPayload, async () => ({ resourceItem: await replaceResource(context, input) }));
  }
}
