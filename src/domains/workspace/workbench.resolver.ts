import { Ctx, Query, Resolver, Root, Subscription } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { findWork, type FoundWork, watchWork, workbenchOf } from './read-workbench.js';
import { Workbench } from './workbench.js';

@Resolver()
export class WorkbenchResolver {
  @Query(() => Workbench, {
    description:
      'What awaits the calling employee, at the headquarters and in provinces alike: tasks, orders, memos, shifts, logs, announcements, calendar (OPS-55). Fails with FORBIDDEN for others.',
  })
  async workbench(@Ctx() context: CallContext): Promise<Workbench> {
    requireKind(context.caller, 'STAFF');
    return workbenchOf(await findWork(context));
  }

  @Subscription(() => Workbench, {
    description:
      'The workbench of the calling employee: at once as it is now, then whenever something comes in or goes, at most five times a second; time alone is noticed within five seconds (OPS-55, SYS-48). Fails with FORBIDDEN for others.',
    subscribe: ({ context }: { context: CallContext }) => watchWork(context) as never,
  })
  workbenchWork(@Root() found: FoundWork): Workbench {
    return workbenchOf(found);
  }
}
