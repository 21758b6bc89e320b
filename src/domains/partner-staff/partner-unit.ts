import { describeEnum, EnumOf, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { Partner } from '../partner/index.js';

export enum PartnerUnitStatus {
  ACTIVE = 'ACTIVE',
  CLOSED = 'CLOSED',
}
describeEnum(PartnerUnitStatus, 'PartnerUnitStatus', 'Whether a unit of a partner is in use.', {
  ACTIVE: 'Operators work in it.',
  CLOSED: 'Given up; it stays for the record.',
});

@UniqueTogether(['partner', 'code'])
@Noun({
  tag: 'za',
  description: 'A unit of a partner, such as a branch or a shop, in the tree that the partner keeps itself (SYS-57).',
})
export class PartnerUnit extends Node {
  @One(() => Partner, {
    description: 'The partner.',
    inverse: 'units',
    inverseDescription: 'Units of the partner, closed ones too.',
  })
  partner!: Partner;

  @Text({ description: 'Code unique within the partner: letters, digits, `-` and `_`.', max: 40, access: 'btree' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @One(() => PartnerUnit, {
    description: 'The unit above; null directly below the partner.',
    nullable: true,
    inverse: 'children',
    inverseDescription: 'Units directly below.',
  })
  parent?: PartnerUnit | null;

  @Text({ description: "Place in the partner's tree, codes from the top, such as `/SOUTH/GZ01/`.", max: 1000 })
  path!: string;

  @EnumOf(() => PartnerUnitStatus, { description: 'Whether it is in use.', access: 'slow' })
  status!: PartnerUnitStatus;

  @Int({
    description: 'Grows by one with every change; send it as `expectedVersion` to change only what you have seen.',
  })
  version!: number;
}
