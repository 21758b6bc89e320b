import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** How a Chinese character is read, and which one it is compared as; filled by migrations. */
@Entity({ tableName: 'han_reading' })
export class HanReading {
  @PrimaryKey({ type: 'string', columnType: 'varchar(1)' })
  character!: string;

  /** Syllables of pinyin without tones, the most frequent first; none when no reading is known. */
  @Property({ type: 'array', columnType: 'text[]' })
  readings!: string[];

  /** The simplified form of a traditional character; null for all others. */
  @Property({ type: 'string', columnType: 'varchar(1)', nullable: true })
  simple: string | null = null;
}
