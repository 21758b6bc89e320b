import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../../kernel/errors/index.js';
import { BillDispute } from './bill-dispute.js';
import { ComplaintTicket } from './complaint-ticket.js';
import { FaultTicket } from './fault-ticket.js';
import { ProblemTicket } from './problem-ticket.js';
import { Suggestion } from './suggestion.js';

@ObjectType({ description: 'Answer of operations on any kind of ticket.' })
export class TicketPayload extends Payload {
  @Field(() => ProblemTicket, { nullable: true, description: 'The ticket; null when nothing was written.' })
  ticket?: ProblemTicket;
}

@ObjectType({ description: 'Answer of operations on a fault.' })
export class FaultPayload extends Payload {
  @Field(() => FaultTicket, { nullable: true, description: 'The fault; null when nothing was written.' })
  ticket?: FaultTicket;
}

@ObjectType({ description: 'Answer of operations on a complaint.' })
export class ComplaintPayload extends Payload {
  @Field(() => ComplaintTicket, { nullable: true, description: 'The complaint; null when nothing was written.' })
  ticket?: ComplaintTicket;
}

@ObjectType({ description: 'Answer of operations on a suggestion.' })
export class SuggestionPayload extends Payload {
  @Field(() => Suggestion, { nullable: true, description: 'The suggestion; null when nothing was written.' })
  ticket?: Suggestion;
}

@ObjectType({ description: 'Answer of operations on a billing dispute.' })
export class DisputePayload extends Payload {
  @Field(() => BillDispute, { nullable: true, description: 'The dispute; null when nothing was written.' })
  ticket?: BillDispute;
}
