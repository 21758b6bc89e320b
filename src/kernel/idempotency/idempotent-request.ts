import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * A request that was made under an idempotency key: written in the transaction of its effect, so that the two commit together.
 * Rows are written natively; see {@link IdempotentCall}.
 */
@Entity({ tableName: 'idempotent_request' })
@Index({ name: 'idempotent_request_created_at', properties: ['createdAt'] })
export class IdempotentRequest {
  /** Who called: the kind and stable name, and the key of the customer or partner that calls. */
  @PrimaryKey({ type: 'string', columnType: 'varchar(400)' })
  caller!: string;

  /** The caller's key, and which mutation of the operation it was. */
  @PrimaryKey({ type: 'string', columnType: 'varchar(300)' })
  key!: string;

  /** Digest of the mutation's name and arguments. */
  @Property({ type: 'string', columnType: 'char(43)' })
  digest!: string;

  /** What the first transaction returned; known as soon as the effect is. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true })
  result!: unknown;

  /** What the mutation answered; null when `result` says it all, or when the process died before it answered. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true })
  answer!: unknown;

  @Property({ type: 'datetime', columnType: 'timestamptz(3)' })
  createdAt!: Date;
}
