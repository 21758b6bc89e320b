import { Arg, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { CallContext } from '../../kernel/database/context.js';
import {
  type Deadlines,
  deadlinesOf,
  type FaultCounts,
  OpenFaults,
  openFaultsOf,
  TicketsAboutToBreach,
  watchDeadlines,
  watchOpenFaults,
} from './ticket-board.js';

interface Watching<Arguments> {
  args: Arguments;
  context: CallContext;
}

const REGION = 'Only tickets handled in this region or inside it; without it all that the caller may see.';

@Resolver()
export class TicketBoardResolver {
  @Subscription(() => OpenFaults, {
    description:
      'Open faults by region and severity (TRB-41): at once as it is now, then each change, at most five times a second. Fails with NOT_FOUND.',
    subscribe: ({ args, context }: Watching<{ regionId?: string | null }>) =>
      watchOpenFaults(context, args.regionId ?? null) as never,
  })
  openFaults(
    @Root() counts: FaultCounts,
    @Arg('regionId', () => ID, { nullable: true, description: REGION }) _regionId?: string | null,
  ): OpenFaults {
    return openFaultsOf(counts);
  }

  @Subscription(() => TicketsAboutToBreach, {
    description:
      'Tickets whose deadline is near or has passed (TRB-35): at once as it is now, then each change; time alone is noticed within five seconds. Fails with NOT_FOUND, BAD_USER_INPUT.',
    subscribe: ({ args, context }: Watching<{ regionId?: string | null; withinMinutes: number }>) =>
      watchDeadlines(context, args.regionId ?? null, args.withinMinutes) as never,
  })
  ticketsAboutToBreach(
    @Root() deadlines: Deadlines,
    @Arg('regionId', () => ID, { nullable: true, description: REGION }) _regionId?: string | null,
    @Arg('withinMinutes', () => Int, {
      defaultValue: 60,
      description: 'How near a deadline must be, in minutes, 1 to 10080 (a week).',
    })
    _withinMinutes?: number,
  ): TicketsAboutToBreach {
    return deadlinesOf(deadlines);
  }
}
