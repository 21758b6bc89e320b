import { Instant, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { ResourceType } from './resource-type.js';

@UniqueTogether(['type', 'region'], 'ended_at is null')
@Noun({
  tag: 'yg',
  description:
    'That a type of resource is out of stock in a region, as the outside stock system of province and city (MSS) says (RES-53, SAL-56). Stock of the sales departments themselves is not meant.',
})
export class ResourceShortage extends Node {
  @One(() => ResourceType, {
    description: 'What is short.',
    inverse: 'shortages',
    inverseDescription: 'When and where it was out of stock outside (RES-53).',
  })
  type!: ResourceType;

  @One(() => Region, {
    description: 'Where, with all regions inside; the country for everywhere.',
    inverse: 'resourceShortages',
    inverseDescription: 'What is or was out of stock for exactly this region (RES-53).',
  })
  region!: Region;

  @Instant({ description: 'Since when.', access: 'btree' })
  since!: Date;

  @Instant({ description: 'When it is expected again; null when nobody knows.', nullable: true, access: 'btree' })
  expectedAt?: Date | null;

  @Int({ description: 'How many pieces are missing; null when it was not said.', nullable: true })
  missing?: number | null;

  @Text({ description: 'What the other system says besides; null for nothing.', nullable: true, max: 500 })
  remark?: string | null;

  @Instant({ description: 'When it was there again; null while it is short.', nullable: true, access: 'btree' })
  endedAt?: Date | null;
}
