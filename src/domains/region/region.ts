import { describeEnum, EnumOf, Node, Noun, One, Text, Value, TimePeriod } from '../../kernel/model/index.js';

export enum RegionKind {
  COUNTRY = 'COUNTRY',
  PROVINCE = 'PROVINCE',
  LOCAL_NETWORK = 'LOCAL_NETWORK',
  DISTRICT = 'DISTRICT',
  AREA = 'AREA',
  COMMUNITY = 'COMMUNITY',
}

describeEnum(RegionKind, 'RegionKind', 'Level of a region in the tree (MOD-75).', {
  COUNTRY: 'The whole country; the headquarters work here.',
  PROVINCE: 'A province, the unit of a provincial company.',
  LOCAL_NETWORK: 'A local network: the numbering and tariff area of a city.',
  DISTRICT: 'An administrative district.',
  AREA: 'A service area within a district.',
  COMMUNITY: 'A residential community or a business park.',
});

@Noun({
  tag: 're',
  description:
    'A node of the region tree, to which parties, addresses, instances, tickets and permissions belong (MOD-75, TMF673).',
})
export class Region extends Node {
  @Text({
    description: 'Code unique in the tree, such as the administrative division code `4401`.',
    max: 40,
    access: 'unique',
  })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @EnumOf(() => RegionKind, { description: 'Level in the tree.', access: 'slow' })
  kind!: RegionKind;

  @One(() => Region, {
    description: 'The region this one lies in; null for the root.',
    nullable: true,
    inverse: 'children',
    inverseDescription: 'Regions directly inside this one.',
  })
  parent?: Region | null;

  @Text({
    description:
      "Codes from the root to this region, `/86/44/4401/`; a region lies inside another when its path begins with the other's.",
    max: 400,
    access: 'btree',
  })
  path!: string;

  @Value(() => TimePeriod, { description: 'When the region is in use.', nullable: true, access: 'none' })
  validity?: TimePeriod | null;
}
