import { Ctx, Query, Resolver } from 'type-graphql';
import { requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { readSystemStatus } from './read-status.js';
import { SYSTEM_MONITOR } from './system.policy.js';
import { SystemStatus } from './system-status.js';

@Resolver()
export class SystemResolver {
  @Query(() => SystemStatus, {
    description: `How the system does now: database, jobs, events, and the server that answers (SYS-58). Under the permission \`${SYSTEM_MONITOR}\`; fails with FORBIDDEN.`,
  })
  systemStatus(@Ctx() context: CallContext): Promise<SystemStatus> {
    requirePermission(context.caller, SYSTEM_MONITOR);
    return readSystemStatus(context);
  }
}
