import type { Domain } from '../kernel/domain.js';
import { auditEntities } from '../kernel/audit/index.js';
import { eventEntities } from '../kernel/events/index.js';
import { idempotencyEntities } from '../kernel/idempotency/index.js';
import { jobEntities } from '../kernel/jobs/index.js';
import { numberingEntities } from '../kernel/numbering/index.js';
import { versionEntities } from '../kernel/versions/index.js';
import { Money, TimePeriod, type Class } from '../kernel/model/index.js';

/** Everything that has columns: the kernel's own tables, value objects, and the nouns of the domains. */
export function entitiesOf(domains: readonly Domain[]): Class[] {
  return [
    ...new Set<Class>([
      Money,
      TimePeriod,
      ...eventEntities,
      ...auditEntities,
      ...jobEntities,
      ...idempotencyEntities,
      ...versionEntities,
      ...numberingEntities,
      ...domains.flatMap((domain) => domain.entities),
    ]),
  ];
}
