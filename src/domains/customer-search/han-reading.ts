import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** How a Chinese character is read; filled by the migration that made the table. */
@Entity({ tableName: 'han_reading' })
export class HanReading {
  @PrimaryKey({ type: 'string', columnType: 'varchar(1)' })
  character!: string;

  /** Syllables of pinyin without tones, the most frequent first. */
  @Property({ type: 'array', columnType: 'text[]' })
  readings!: string[];
}
