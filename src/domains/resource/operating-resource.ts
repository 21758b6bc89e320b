import { Node, Noun, One, Text } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';

@Noun({ tag: 'oz', description: 'A strategic resource of the operator and the unit that answers for it (RES-51).' })
export class OperatingResource extends Node {
  @Text({ description: 'Code unique among strategic resources.', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @Text({ description: 'Kind, such as `frequency`, `site` or `licence`.', max: 60, access: 'btree', grouped: true })
  kind!: string;

  @One(() => InternalOrganization, {
    description: 'Unit that answers for it.',
    inverse: 'operatingResources',
    inverseDescription: 'Strategic resources that the unit answers for (RES-51).',
  })
  owner!: InternalOrganization;

  @Text({ description: 'What it is used for.', max: 1000 })
  use!: string;
}
