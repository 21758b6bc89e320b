import { Property } from '@mikro-orm/decorators/legacy';
import { Bool, EnumOf, Instant, Node, Noun, Text } from '../../kernel/model/index.js';
import { SyncSystem } from './sync-enums.js';

@Noun({
  tag: 'zj',
  description:
    'A system outside that is told of changed customer data, and whether it is at present; for staff (CUS-58).',
})
export class CustomerSyncTarget extends Node {
  @EnumOf(() => SyncSystem, { description: 'The system.', access: 'unique' })
  system!: SyncSystem;

  @Text({ description: 'Name for people.' })
  name!: string;

  @Bool({
    description:
      'Whether changes are gathered and delivered. While false, what changes is left out, and what waits, waits.',
    access: 'slow',
  })
  active!: boolean;

  @Instant({
    description: 'Until when nothing is sent, because the system has not answered several times; null when it does.',
    nullable: true,
    access: 'slow',
  })
  heldUntil?: Date | null;

  /** Attempts without an answer since the last answer. */
  @Property({ type: 'int', hidden: true })
  failures = 0;

  /** Events up to this position have been gathered. */
  @Property({ type: 'bigint', hidden: true })
  position!: bigint;
}
