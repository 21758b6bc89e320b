import { definePermission } from '../../kernel/access/index.js';

/** Permission to see how the system does. */
export const SYSTEM_MONITOR = 'system.monitor';

definePermission({
  name: SYSTEM_MONITOR,
  area: 'system',
  description: 'To see how the database, the jobs, the events and the servers do (SYS-58).',
});
