import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A table whose earlier rows are kept, and since when; what was before that moment is not known. */
@Entity({ tableName: 'versioned_table' })
export class VersionedTable {
  @PrimaryKey({ type: 'text' })
  tableName!: string;

  @Property({ type: 'datetime', columnType: 'timestamptz' })
  since!: Date;
}
