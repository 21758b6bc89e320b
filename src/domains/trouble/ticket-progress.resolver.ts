import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import type { HistoryEvent } from '../../kernel/events/index.js';
import { progressOf, TicketProgress } from './ticket-progress.js';
import { watchFaults, watchTicket } from './ticket-progress.watch.js';

interface Watching<Arguments> {
  args: Arguments;
  context: CallContext;
}

const AFTER = 'Cursor of the last change seen; the changes after it follow.';

@Resolver()
export class TicketProgressResolver {
  @Subscription(() => TicketProgress, {
    description:
      'The state changes of one ticket, each exactly once and in order (TRB-38, TRB-57). Without a cursor it begins with the acceptance. Fails with NOT_FOUND, CURSOR_INVALID or CURSOR_EXPIRED.',
    subscribe: ({ args, context }: Watching<{ ticketId: string; after?: string | null }>) =>
      watchTicket(context, args.ticketId, args.after ?? null) as never,
  })
  ticketProgress(
    @Root() event: HistoryEvent,
    @Arg('ticketId', () => ID, { description: 'The ticket.' }) _ticketId: string,
    @Arg('after', () => String, { nullable: true, description: AFTER }) _after?: string | null,
  ): TicketProgress {
    return progressOf(event);
  }

  @Subscription(() => TicketProgress, {
    description:
      "The state changes of faults in the caller's regions, each exactly once and in order (TRB-40, TRB-41). Without a cursor it begins now. Fails with NOT_FOUND, CURSOR_INVALID or CURSOR_EXPIRED.",
    subscribe: ({ args, context }: Watching<{ regionId?: string | null; after?: string | null }>) =>
      watchFaults(context, args.regionId ?? null, args.after ?? null) as never,
  })
  faultBoard(
    @Root() event: HistoryEvent,
    @Arg('regionId', () => ID, { nullable: true, description: 'Only faults in this region and those inside it.' })
    _regionId?: string | null,
    @Arg('after', () => String, { nullable: true, description: AFTER }) _after?: string | null,
  ): TicketProgress {
    return progressOf(event);
  }
}
