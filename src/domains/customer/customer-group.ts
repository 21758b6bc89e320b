import { Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';

@Noun({
  tag: 'cg',
  description:
    'A group of customers for one business purpose, such as a family circle; groups may hold groups (CUS-50).',
})
export class CustomerGroup extends Node {
  @Text({ description: 'Code given at creation.', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @Text({ description: 'Description.', nullable: true, max: 2000 })
  description?: string | null;

  @Text({ description: 'Business purpose.', nullable: true, max: 500 })
  purpose?: string | null;

  @Instant({
    description: 'When it was dissolved; nobody joins it since. Null while it is in use (CUS-50).',
    nullable: true,
    access: 'slow',
  })
  dissolvedAt?: Date | null;

  @One(() => Region, {
    description: 'Region that keeps the group; staff of it see the group.',
    inverse: 'customerGroups',
    inverseDescription: 'Customer groups that this region keeps.',
  })
  region!: Region;
}
