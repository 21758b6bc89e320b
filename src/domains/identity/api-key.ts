import { Property } from '@mikro-orm/decorators/legacy';
import { describeEnum, EnumOf, Instant, Node, Noun, One, Text, TextList } from '../../kernel/model/index.js';

export enum ApiKeyKind {
  SYSTEM = 'SYSTEM',
  PARTNER = 'PARTNER',
}

describeEnum(ApiKeyKind, 'ApiKeyKind', 'As whom the bearer of a key calls.', {
  SYSTEM: 'As another system of the operator.',
  PARTNER: 'As a partner.',
});

@Noun({
  tag: 'ak',
  description:
    'A key by which a system or a partner calls the graph. The key itself is told once and only its digest is kept.',
})
export class ApiKey extends Node {
  @Text({ description: 'Public beginning of the key, by which it is known in logs.', max: 20, access: 'unique' })
  keyId!: string;

  @Text({ description: 'What it is for, such as the name of the system.', access: 'search' })
  name!: string;

  @EnumOf(() => ApiKeyKind, { description: 'As whom its bearer calls.' })
  kind!: ApiKeyKind;

  @Text({ description: 'Code of the partner, for keys of kind PARTNER.', nullable: true, max: 60, access: 'btree' })
  partner?: string | null;

  @Text({
    description: 'Code of the application, which decides which registered documents it may run.',
    nullable: true,
    max: 100,
    access: 'btree',
  })
  client?: string | null;

  @TextList({ description: 'Function points to which the bearer is limited.' })
  scope!: string[];

  @Instant({ description: 'When it ceases to be valid.', access: 'slow' })
  expiresAt!: Date;

  @Instant({ description: 'When it was revoked; null when it was not.', nullable: true, access: 'slow' })
  revokedAt?: Date | null;

  @Instant({
    description: 'When it was used last, to the hour; null when it never was.',
    nullable: true,
    access: 'slow',
  })
  lastUsedAt?: Date | null;

  @One(() => ApiKey, {
    description: 'The key that it replaced; null for a first one.',
    nullable: true,
    inverse: 'successors',
    inverseDescription: 'Keys that replaced this one.',
  })
  replaces?: ApiKey | null;

  @Text({ description: 'Stable name of who made it.', max: 200 })
  madeBy!: string;

  /** SHA-256 of the whole key: it holds 256 random bits, so a slow hash would add nothing. */
  @Property({ type: 'string', columnType: 'char(64)', hidden: true })
  digest!: string;
}
