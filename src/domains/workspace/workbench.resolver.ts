import { Ctx, Query, Resolver } from 'type-graphql';
import { requireKind } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { findWork, workbenchOf } from './read-workbench.js';
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
}
