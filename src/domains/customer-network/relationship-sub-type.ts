import { Bool, EnumOf, Node, Noun, Text } from '../../kernel/model/index.js';
import { CustomerRelationshipType } from '../customer/index.js';

@Noun({
  tag: 'ry',
  description: 'A finer kind that relations of one type may have, such as kinship among loose relations (CUS-45).',
})
export class RelationshipSubType extends Node {
  @Text({ description: 'Stable code, such as `KINSHIP`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @EnumOf(() => CustomerRelationshipType, { description: 'Type of relation that it divides.' })
  type!: CustomerRelationshipType;

  @Bool({ description: 'Whether new relations may have it.', access: 'slow' })
  active!: boolean;
}
