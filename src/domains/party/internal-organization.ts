import { describeEnum, EnumOf, Noun, One, Text } from '../../kernel/model/index.js';
import { Organization } from './organization.js';

export enum InternalOrganizationType {
  MANAGEMENT = 'MANAGEMENT',
  DISTRICT = 'DISTRICT',
  BUSINESS_AREA = 'BUSINESS_AREA',
  BRANCH = 'BRANCH',
  AREA = 'AREA',
  HALL = 'HALL',
  TEAM = 'TEAM',
}

describeEnum(InternalOrganizationType, 'InternalOrganizationType', 'Kind of a unit of the operator (SYS-02).', {
  MANAGEMENT: 'Management department (管理部门).',
  DISTRICT: 'Administrative district (行政区).',
  BUSINESS_AREA: 'Business district (营业区).',
  BRANCH: 'Sub-bureau (分局).',
  AREA: 'Area (片区).',
  HALL: 'Business hall (营业厅/所).',
  TEAM: 'Shift team (班组).',
});

export enum OwnerLevel {
  HEADQUARTERS = 'HEADQUARTERS',
  PROVINCE = 'PROVINCE',
  LOCAL_NETWORK = 'LOCAL_NETWORK',
}

describeEnum(OwnerLevel, 'OwnerLevel', 'Level of the operator that owns a record (MOD-89).', {
  HEADQUARTERS: 'The headquarters.',
  PROVINCE: 'A provincial company.',
  LOCAL_NETWORK: 'A local network.',
});

@Noun({
  tag: 'pn',
  description: 'A unit of the operator: a node of the organisation tree with service regions (MOD-05, SYS-02).',
})
export class InternalOrganization extends Organization {
  @Text({ description: 'Code unique over the operator, such as `GD-GZ-H01`.', max: 40, access: 'unique' })
  code!: string;

  @EnumOf(() => InternalOrganizationType, { description: 'Kind of unit.' })
  type!: InternalOrganizationType;

  @EnumOf(() => OwnerLevel, { description: 'Level of the operator that the unit belongs to.' })
  ownerLevel!: OwnerLevel;

  @One(() => InternalOrganization, {
    description: 'The unit this one belongs to; null for the headquarters.',
    nullable: true,
    inverse: 'children',
    inverseDescription: 'Units directly below this one.',
  })
  parent?: InternalOrganization | null;

  @Text({
    description:
      "Codes from the root to this unit, `/HQ/GD/GD-GZ-H01/`; a unit lies below another when its path begins with the other's.",
    max: 400,
    access: 'btree',
  })
  path!: string;
}
