import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * One row: the last position that was given. The leading relay writes it, in the statement that gives the positions, and bulk
 * writers, which hold its lock until they commit the rows with the positions that they took.
 */
@Entity({ tableName: 'event_counter' })
export class EventCounter {
  @PrimaryKey({ type: 'smallint', autoincrement: false })
  id!: number;

  @Property({ type: 'bigint' })
  position!: bigint;
}
