import { Arg, Ctx, Query, Resolver, Root, Subscription } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { readSupervision, partOf, supervisionFrom, watchSupervision } from './read-supervision.js';
import { FulfilmentSupervision, SupervisionFilter } from './supervision.js';

const FILTER = {
  nullable: true,
  description: 'Which service orders; without it all that the caller may see.',
} as const;

@Resolver()
export class SupervisionResolver {
  @Query(() => FulfilmentSupervision, {
    description:
      'How the fulfilment of orders of group customers goes: states, limits, what came back, interventions (WFL-73). For staff. Fails with NOT_FOUND, BAD_USER_INPUT.',
  })
  async fulfilmentSupervision(
    @Ctx() context: CallContext,
    @Arg('filter', () => SupervisionFilter, FILTER) filter: SupervisionFilter | null,
  ): Promise<FulfilmentSupervision> {
    requireKind(context.caller, 'STAFF');
    const part = await partOf(context, filter ?? {});
    return supervisionFrom(await readSupervision(context, filter ?? {}, part));
  }

  @Subscription(() => FulfilmentSupervision, {
    name: 'fulfilmentSupervision',
    description:
      'The same at once as it is now, then each change, at most five times a second; time alone is noticed within five seconds (WFL-73). Fails with NOT_FOUND, BAD_USER_INPUT.',
    subscribe: ({ args, context }: { args: { filter?: SupervisionFilter | null }; context: CallContext }) =>
      watchSupervision(context, args.filter ?? {}) as never,
  })
  watchFulfilmentSupervision(
    @Root() found: FulfilmentSupervision,
    @Arg('filter', () => SupervisionFilter, FILTER) _filter?: SupervisionFilter | null,
  ): FulfilmentSupervision {
    return supervisionFrom(found);
  }
}
