import { Arg, Ctx, Resolver, Root, Subscription } from 'type-graphql';
import { allow } from '../../kernel/access/policy.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { HistoryEvent } from '../../kernel/events/index.js';
import { EventFilterInput, matchOf } from './event-filter.js';
import { EventMessage, messageOf } from './event-message.js';

allow({ events: ['STAFF', 'CUSTOMER'] });

interface Watching {
  args: { filter?: EventFilterInput | null; after?: string | null };
  context: CallContext;
}

@Resolver()
export class EventsResolver {
  @Subscription(() => EventMessage, {
    description:
      'Business events as they happen, each exactly once and in order, as far as the caller may see them. Without a cursor it begins now. Fails with CURSOR_INVALID, CURSOR_EXPIRED or BAD_USER_INPUT.',
    subscribe: ({ args: { filter, after }, context }: Watching) =>
      context.feed.watch({ caller: context.caller, after: after ?? null, match: matchOf(filter, context.caller) }),
  })
  events(
    @Root() event: HistoryEvent,
    @Arg('filter', () => EventFilterInput, { nullable: true, description: 'Which events; all when absent.' })
    _filter?: EventFilterInput | null,
    @Arg('after', () => String, {
      nullable: true,
      description: 'Cursor of the last event seen; those after it follow.',
    })
    _after?: string | null,
    @Ctx() _context?: CallContext,
  ): EventMessage {
    return messageOf(event);
  }
}
