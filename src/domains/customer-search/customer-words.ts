import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * The words by which a customer is found, under the key of the customer. Triggers of the database write them at the end of each
 * transaction that touches what they are made of, so that imports and bulk copies keep them as mutations do.
 */
@Entity({ tableName: 'customer_words' })
@Index({
  name: 'customer_words_words',
  expression: () =>
    'create index "customer_words_words" on "customer_words" using gin ("words") with (fastupdate = off)',
})
export class CustomerWords {
  @PrimaryKey({ type: 'uuid', columnType: 'uuid' })
  id!: string;

  /** Each begins with a letter that says what it is, see `search-text.ts`. */
  @Property({ type: 'string', columnType: 'tsvector' })
  words!: string;
}
