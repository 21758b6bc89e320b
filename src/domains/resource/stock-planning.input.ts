import {
  BoolInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  ListInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { ResourceRequest } from './resource-request.js';
import { ResourceCategory, ResourceType } from './resource-type.js';
import { StockHolder } from './stock-holder.js';
import { StockInOrder } from './stock-in-order.js';
import { StockTake } from './stock-take.js';

@Input('A request of a holder for stock (RES-06).')
export class ResourceRequestCreateInput {
  @IdInput(() => StockHolder, { description: 'Who wants it.' })
  holderId!: string;

  @IdInput(() => ResourceType, { description: 'What is wanted.' })
  typeId!: string;

  @IntInput({ description: 'Pieces.', min: 1, max: 1_000_000 })
  quantity!: number;

  @TextInput({
    description: 'Number of the piece, when only that one will do; `quantity` is 1 then.',
    optional: true,
    max: 60,
  })
  resourceNo?: string | null;

  @TextInput({ description: 'What it is for.', optional: true, max: 500 })
  purpose?: string | null;
}

@Input('A request to be sent for approval (RES-07).')
export class ResourceRequestSubmitInput {
  @IdInput(() => ResourceRequest, { description: 'The request: TO_SEND, or REJECTED to send it again.' })
  requestId!: string;

  @IntInput({
    description: 'Pieces that are wanted now; unchanged when absent.',
    optional: true,
    min: 1,
    max: 1_000_000,
  })
  quantity?: number | null;

  @TextInput({ description: 'What it is for; unchanged when absent.', optional: true, max: 500 })
  purpose?: string | null;
}

@Input('A decision on a request for stock (RES-07).')
export class ResourceRequestDecideInput {
  @IdInput(() => ResourceRequest, { description: 'The request, UNDER_APPROVAL; not one of the caller.' })
  requestId!: string;

  @BoolInput({ description: 'Whether it is granted.' })
  approve!: boolean;

  @TextInput({ description: 'Why; needed for a refusal.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('Stock that is to be taken in within a limit (RES-02).')
export class StockInOrderOpenInput {
  @IdInput(() => StockHolder, { description: 'Who takes it in.' })
  holderId!: string;

  @IdInput(() => ResourceType, { description: 'What comes.' })
  typeId!: string;

  @IntInput({ description: 'Pieces.', min: 1, max: 1_000_000 })
  quantity!: number;

  @InstantInput({
    description:
      'When it must have been taken in, still to come; after the hours of parameter `resource.stockIn.hours` when absent.',
    optional: true,
  })
  dueAt?: string | null;
}

@Input('A stock-in order whose stock will not come.')
export class StockInOrderCancelInput {
  @IdInput(() => StockInOrder, { description: 'The order, OPEN.' })
  orderId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('A stocktaking to be begun (RES-15).')
export class StockTakeOpenInput {
  @IdInput(() => StockHolder, { description: 'Whose stock is counted.' })
  holderId!: string;

  @EnumInput(() => ResourceCategory, { description: 'Class that is counted.' })
  category!: ResourceCategory;
}

@Input('What was found of a type.')
export class StockTakeCountInput {
  @IdInput(() => ResourceType, { description: 'The type, of the class that is counted.' })
  typeId!: string;

  @IntInput({ description: 'Pieces, for a type that is only counted.', optional: true, min: 0, max: 1_000_000 })
  quantity?: number | null;

  @TextListInput({
    description: 'Numbers of all pieces, for a serialised type.',
    optional: true,
    max: 5000,
    maxText: 60,
  })
  resourceNos?: string[] | null;

  @TextInput({
    description: 'What shall be done about a difference and why; who approves may say otherwise.',
    optional: true,
    max: 500,
  })
  treatment?: string | null;
}

@Input('What a stocktaking found; types that are booked and not named count as none (RES-15).')
export class StockTakeRecordInput {
  @IdInput(() => StockTake, { description: 'The stocktaking, OPEN or COUNTED; what was found before is replaced.' })
  takeId!: string;

  @ListInput(() => StockTakeCountInput, { description: 'What was found, each type once.', max: 500 })
  counts!: StockTakeCountInput[];
}

@Input('How the difference of a type is treated (RES-16).')
export class StockTakeTreatmentInput {
  @IdInput(() => ResourceType, { description: 'The type.' })
  typeId!: string;

  @TextInput({ description: 'What is done about it and why.', max: 500 })
  treatment!: string;
}

@Input('Approval of a stocktaking (RES-16).')
export class StockTakePostInput {
  @IdInput(() => StockTake, { description: 'The stocktaking, COUNTED by somebody else.' })
  takeId!: string;

  @ListInput(() => StockTakeTreatmentInput, {
    description: 'One for each type with a difference for which none was proposed, or another one shall hold.',
    optional: true,
    max: 500,
  })
  treatments?: StockTakeTreatmentInput[] | null;
}

@Input('A stocktaking to be given up.')
export class StockTakeCancelInput {
  @IdInput(() => StockTake, { description: 'The stocktaking, not POSTED.' })
  takeId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}
