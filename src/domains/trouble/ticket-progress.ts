import { Field, ObjectType } from 'type-graphql';
import type { HistoryEvent } from '../../kernel/events/index.js';
import { DateTime, nounByName } from '../../kernel/model/index.js';
import { ProblemTicket } from './problem-ticket.js';
import { TicketStatus } from './ticket-status.js';

@ObjectType({
  description: 'A ticket went from one state to another. Each change comes exactly once, in order (TRB-57).',
})
export class TicketProgress {
  @Field(() => String, {
    description: 'Place of this change; give it as `after` when subscribing again, to go on behind it.',
  })
  cursor!: string;

  @Field(() => ProblemTicket, {
    nullable: true,
    description:
      'The ticket as it is now, which may be further on than this change; null when the caller may not see it.',
  })
  ticket!: ProblemTicket | null;

  @Field(() => TicketStatus, { nullable: true, description: 'State before; null when the ticket was accepted.' })
  from!: TicketStatus | null;

  @Field(() => TicketStatus, { description: 'State after.' })
  to!: TicketStatus;

  @Field(() => String, { description: 'The step that was taken, such as `dispatch`.' })
  action!: string;

  @Field(() => String, { description: 'Stable name of who took it, such as a staff number.' })
  actor!: string;

  @Field(() => String, { description: 'Name of who took it, for people.' })
  actorName!: string;

  @Field(() => DateTime, { description: 'When it was taken.' })
  occurredAt!: string;

  @Field(() => String, { nullable: true, description: 'Why, in the words of who took it.' })
  reason!: string | null;
}

/** What subscribers get for an event; the graph reads the selected fields of the ticket by its key. */
export function progressOf(event: HistoryEvent): TicketProgress {
  const noun = nounByName(event.subjectType)!;
  const ticket = Object.assign(Object.create(noun.target.prototype as object) as ProblemTicket, {
    id: event.subjectId,
  });
  return Object.assign(new TicketProgress(), {
    cursor: event.cursor,
    ticket,
    from: event.from as TicketStatus | null,
    to: event.to as TicketStatus,
    action: event.action ?? '',
    actor: event.actor,
    actorName: event.actorName,
    occurredAt: event.occurredAt,
    reason: event.reason,
  });
}
