import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A named counter: the highest number that was handed out, one by one or reserved in a block. */
@Entity({ tableName: 'number_sequence' })
export class NumberSequence {
  @PrimaryKey({ type: 'text', columnType: 'varchar(100)' })
  name!: string;

  @Property({ type: 'bigint', columnType: 'bigint' })
  last!: string;
}
