import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import { answer } from '../../kernel/errors/index.js';
import { dispatchTicket } from './dispatch.service.js';
import { escalateTicket } from './escalation.service.js';
import { TicketPayload } from './ticket-payloads.js';
import {
  TicketAdvanceInput,
  TicketAnswerInput,
  TicketCancelInput,
  TicketCloseInput,
  TicketDispatchInput,
  TicketEscalateInput,
  TicketResolveInput,
} from './ticket.inputs.js';
import { advanceTicket, answerTicket, cancelTicket, closeTicket, resolveTicket } from './ticket.service.js';

@Resolver()
export class TicketResolver {
  @Mutation(() => TicketPayload, { description: 'Sends a ticket to those who solve it (TRB-16, TRB-18, TRB-37).' })
  ticketDispatch(
    @Arg('input', () => TicketDispatchInput) input: TicketDispatchInput,
    @Ctx() context: CallContext,
  ): Promise<TicketPayload> {
    return answer(TicketPayload, async () => ({ ticket: await dispatchTicket(context, input) }));
  }

  @Mutation(() => TicketPayload, {
    description:
      'Takes a step of a complaint or billing dispute that needs nothing but a reason (TRB-23, TRB-47, TRB-51 to TRB-53).',
  })
  ticketAdvance(
    @Arg('input', () => TicketAdvanceInput) input: TicketAdvanceInput,
    @Ctx() context: CallContext,
  ): Promise<TicketPayload> {
    return answer(TicketPayload, async () => ({ ticket: await advanceTicket(context, input) }));
  }

  @Mutation(() => TicketPayload, { description: 'Notes that the problem is solved (TRB-28, TRB-40).' })
  ticketResolve(
    @Arg('input', () => TicketResolveInput) input: TicketResolveInput,
    @Ctx() context: CallContext,
  ): Promise<TicketPayload> {
    return answer(TicketPayload, async () => ({ ticket: await resolveTicket(context, input) }));
  }

  @Mutation(() => TicketPayload, {
    description: 'Begins to tell the customer the outcome, or takes their opinion of it (TRB-13, TRB-14, TRB-15).',
  })
  ticketAnswer(
    @Arg('input', () => TicketAnswerInput) input: TicketAnswerInput,
    @Ctx() context: CallContext,
  ): Promise<TicketPayload> {
    return answer(TicketPayload, async () => ({ ticket: await answerTicket(context, input) }));
  }

  @Mutation(() => TicketPayload, {
    description: 'Finishes a ticket; 30 days later it goes to the archive (TRB-10, TRB-15).',
  })
  ticketClose(
    @Arg('input', () => TicketCloseInput) input: TicketCloseInput,
    @Ctx() context: CallContext,
  ): Promise<TicketPayload> {
    return answer(TicketPayload, async () => ({ ticket: await closeTicket(context, input) }));
  }

  @Mutation(() => TicketPayload, { description: 'Withdraws a ticket that is not finished.' })
  ticketCancel(
    @Arg('input', () => TicketCancelInput) input: TicketCancelInput,
    @Ctx() context: CallContext,
  ): Promise<TicketPayload> {
    return answer(TicketPayload, async () => ({ ticket: await cancelTicket(context, input) }));
  }

  @Mutation(() => TicketPayload, { description: 'Raises a ticket to the next level (TRB-26, TRB-42).' })
  ticketEscalate(
    @Arg('input', () => TicketEscalateInput) input: TicketEscalateInput,
    @Ctx() context: CallContext,
  ): Promise<TicketPayload> {
    return answer(TicketPayload, async () => ({ ticket: await escalateTicket(context, input) }));
  }
}
