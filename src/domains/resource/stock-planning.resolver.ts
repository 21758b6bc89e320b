import { Arg, Ctx, Field, Mutation, ObjectType, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer, Payload } from '../../kernel/errors/index.js';
import { createRequest, decideRequest, submitRequest } from './resource-request.service.js';
import { ResourceRequest } from './resource-request.js';
import { cancelStockInOrder, openStockInOrder } from './stock-in-order.service.js';
import { StockInOrder } from './stock-in-order.js';
import {
  ResourceRequestCreateInput,
  ResourceRequestDecideInput,
  ResourceRequestSubmitInput,
  StockInOrderCancelInput,
  StockInOrderOpenInput,
  StockTakeCancelInput,
  StockTakeOpenInput,
  StockTakePostInput,
  StockTakeRecordInput,
} from './stock-planning.input.js';
import { postStockTake } from './stock-take-post.service.js';
import { cancelStockTake, openStockTake, recordStockTake } from './stock-take.service.js';
import { StockTake } from './stock-take.js';

@ObjectType({ description: 'Answer of mutations about one request for stock.' })
export class ResourceRequestPayload extends Payload {
  @Field(() => ResourceRequest, { nullable: true, description: 'The request; null when it was refused.' })
  resourceRequest?: ResourceRequest;
}

@ObjectType({ description: 'Answer of mutations about one stock-in order.' })
export class StockInOrderPayload extends Payload {
  @Field(() => StockInOrder, { nullable: true, description: 'The order; null when it was refused.' })
  stockInOrder?: StockInOrder;
}

@ObjectType({ description: 'Answer of mutations about one stocktaking.' })
export class StockTakePayload extends Payload {
  @Field(() => StockTake, { nullable: true, description: 'The stocktaking; null when it was refused.' })
  stockTake?: StockTake;
}

@Resolver()
export class StockPlanningResolver {
  @Mutation(() => ResourceRequestPayload, {
    description: 'Writes a request of a holder for stock. Refused with NOT_FOUND or CONTRADICTORY (RES-06).',
  })
  resourceRequestCreate(
    @Arg('input', () => ResourceRequestCreateInput, { description: 'The request.' }) input: ResourceRequestCreateInput,
    @Ctx() context: CallContext,
  ): Promise<ResourceRequestPayload> {
    return answer(ResourceRequestPayload, async () => ({ resourceRequest: await createRequest(context, input) }));
  }

  @Mutation(() => ResourceRequestPayload, {
    description:
      'Sends a request for approval, again after a refusal. Refused with NOT_FOUND, CONTRADICTORY or INVALID_TRANSITION (RES-07).',
  })
  resourceRequestSubmit(
    @Arg('input', () => ResourceRequestSubmitInput, { description: 'The request.' }) input: ResourceRequestSubmitInput,
    @Ctx() context: CallContext,
  ): Promise<ResourceRequestPayload> {
    return answer(ResourceRequestPayload, async () => ({ resourceRequest: await submitRequest(context, input) }));
  }

  @Mutation(() => ResourceRequestPayload, {
    description:
      'Grants or refuses a request of somebody else. Refused with NOT_FOUND, FOUR_EYES, REQUIRED or INVALID_TRANSITION (RES-07).',
  })
  resourceRequestDecide(
    @Arg('input', () => ResourceRequestDecideInput, { description: 'The decision.' }) input: ResourceRequestDecideInput,
    @Ctx() context: CallContext,
  ): Promise<ResourceRequestPayload> {
    return answer(ResourceRequestPayload, async () => ({ resourceRequest: await decideRequest(context, input) }));
  }

  @Mutation(() => StockInOrderPayload, {
    description: 'Says that stock is to be taken in by a moment. Refused with NOT_FOUND or IN_PAST (RES-02).',
  })
  stockInOrderOpen(
    @Arg('input', () => StockInOrderOpenInput, { description: 'The stock.' }) input: StockInOrderOpenInput,
    @Ctx() context: CallContext,
  ): Promise<StockInOrderPayload> {
    return answer(StockInOrderPayload, async () => ({ stockInOrder: await openStockInOrder(context, input) }));
  }

  @Mutation(() => StockInOrderPayload, {
    description: 'Says that stock will not come. Refused with NOT_FOUND or INVALID_TRANSITION (RES-02).',
  })
  stockInOrderCancel(
    @Arg('input', () => StockInOrderCancelInput, { description: 'The order.' }) input: StockInOrderCancelInput,
    @Ctx() context: CallContext,
  ): Promise<StockInOrderPayload> {
    return answer(StockInOrderPayload, async () => ({ stockInOrder: await cancelStockInOrder(context, input) }));
  }

  @Mutation(() => StockTakePayload, {
    description:
      'Begins to count one class at a holder. Refused with NOT_FOUND, or DUPLICATE while another count of it is under way (RES-15).',
  })
  stockTakeOpen(
    @Arg('input', () => StockTakeOpenInput, { description: 'What is counted.' }) input: StockTakeOpenInput,
    @Ctx() context: CallContext,
  ): Promise<StockTakePayload> {
    return answer(StockTakePayload, async () => ({ stockTake: await openStockTake(context, input) }));
  }

  @Mutation(() => StockTakePayload, {
    description:
      'Notes what was found, compares it with the books and asks for approval; an earlier count and its approval are void. Refused with NOT_FOUND, DUPLICATE, CONTRADICTORY, REQUIRED or INVALID_TRANSITION (RES-15).',
  })
  stockTakeRecord(
    @Arg('input', () => StockTakeRecordInput, { description: 'What was found.' }) input: StockTakeRecordInput,
    @Ctx() context: CallContext,
  ): Promise<StockTakePayload> {
    return answer(StockTakePayload, async () => ({ stockTake: await recordStockTake(context, input) }));
  }

  @Mutation(() => StockTakePayload, {
    description:
      'Approves how surplus and deficit are treated at the step at which the approval stands; with the last one the books are corrected. Refused with NOT_FOUND, FOUR_EYES, NOT_YOURS, REQUIRED, CONTRADICTORY, OUT_OF_STOCK or INVALID_TRANSITION (RES-16).',
  })
  stockTakePost(
    @Arg('input', () => StockTakePostInput, { description: 'The treatments.' }) input: StockTakePostInput,
    @Ctx() context: CallContext,
  ): Promise<StockTakePayload> {
    return answer(StockTakePayload, async () => ({ stockTake: await postStockTake(context, input) }));
  }

  @Mutation(() => StockTakePayload, {
    description: 'Gives a stocktaking up. Refused with NOT_FOUND or INVALID_TRANSITION.',
  })
  stockTakeCancel(
    @Arg('input', () => StockTakeCancelInput, { description: 'The stocktaking.' }) input: StockTakeCancelInput,
    @Ctx() context: CallContext,
  ): Promise<StockTakePayload> {
    return answer(StockTakePayload, async () => ({ stockTake: await cancelStockTake(context, input) }));
  }
}
