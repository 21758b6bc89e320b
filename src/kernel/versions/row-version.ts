import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * A row as it stood before it was changed or removed. Triggers of the database write it in the transaction of the change, whoever
 * makes it. What stands now is in the row's own table: an insert costs nothing here.
 */
@Entity({ tableName: 'row_version' })
@Index({
  name: 'row_version_keys',
  expression: () => 'create index "row_version_keys" on "row_version" using gin ("keys")',
})
@Index({ name: 'row_version_valid_to', properties: ['validTo'] })
export class RowVersion {
  @PrimaryKey({ type: 'uuid', columnType: 'uuid' })
  rowId!: string;

  /** First moment at which it no longer stood. */
  @PrimaryKey({ type: 'datetime', columnType: 'timestamptz' })
  validTo!: Date;

  /** First moment at which it stood. */
  @Property({ type: 'datetime', columnType: 'timestamptz' })
  validFrom!: Date;

  @Property({ type: 'text' })
  tableName!: string;

  /** Its own key and those of the rows that it refers to, by which lists find it. */
  @Property({ type: 'array', columnType: 'uuid[]' })
  keys!: string[];

  /** All its columns. */
  @Property({ type: 'json', columnType: 'jsonb' })
  row!: Record<string, unknown>;
}
