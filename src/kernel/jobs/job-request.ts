import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * A job that a transaction asked for, until the runner hands it to the queue a moment after the commit. The queue's own function
 * sends a NOTIFY, which takes a lock over the whole server until the commit is on disk; business transactions would wait for each
 * other there. This table has no such price, and does not need the queue's tables to exist.
 */
@Entity({ tableName: 'job_request' })
export class JobRequest {
  /** Order of asking. */
  @PrimaryKey({ type: 'bigint', autoincrement: true })
  id!: bigint;

  @Property({ type: 'string', columnType: 'varchar(128)' })
  name!: string;

  @Property({ type: 'json', columnType: 'jsonb' })
  payload!: Record<string, unknown>;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)', nullable: true })
  runAt!: Date | null;

  @Property({ type: 'string', columnType: 'varchar(512)', nullable: true })
  key!: string | null;

  @Property({ type: 'string', columnType: 'varchar(128)', nullable: true })
  queue!: string | null;
}
