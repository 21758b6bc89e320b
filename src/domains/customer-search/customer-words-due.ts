import { Entity, PrimaryKey } from '@mikro-orm/decorators/legacy';

/** A customer whose words a running transaction has to make again before it commits; rows never outlive their transaction. */
@Entity({ tableName: 'customer_words_due' })
export class CustomerWordsDue {
  /** The transaction, so that two of them never wait for each other here. */
  @PrimaryKey({ type: 'string', columnType: 'xid8' })
  transaction!: string;

  @PrimaryKey({ type: 'uuid', columnType: 'uuid' })
  customerId!: string;
}
