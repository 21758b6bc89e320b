import { EnumOf, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { InternalOrganizationType } from '../party/index.js';

@UniqueTogether(['standard', 'code'])
@Noun({
  tag: 'su',
  description:
    'A unit of a standard structure that the headquarters define and publish downwards; every organisation that takes it over gets such a unit (SYS-07).',
})
export class StandardUnit extends Node {
  @Text({
    description: 'Code of the structure, such as `PROVINCE-CENTRE`; units with the same one are published together.',
    max: 40,
    access: 'btree',
  })
  standard!: string;

  @Text({
    description: 'Ending of the codes of the units made from it: `P44` and `CS` make `P44-CS`.',
    max: 20,
    access: 'slow',
  })
  code!: string;

  @Text({ description: 'Name that the units get.' })
  name!: string;

  @EnumOf(() => InternalOrganizationType, { description: 'Kind of the units.' })
  type!: InternalOrganizationType;

  @One(() => StandardUnit, {
    description:
      'The unit of the structure to which it belongs; null for those directly below the organisation that takes it over.',
    nullable: true,
    inverse: 'children',
    inverseDescription: 'Units of the structure directly below this one.',
  })
  parent?: StandardUnit | null;

  @Int({ description: 'Version, from 1, counted at each change.', access: 'slow' })
  version!: number;
}
