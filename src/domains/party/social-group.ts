import { describeEnum, EnumOf, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';

export enum SocialGroupKind {
  FAMILY = 'FAMILY',
  CLUB = 'CLUB',
  OTHER = 'OTHER',
}

describeEnum(SocialGroupKind, 'SocialGroupKind', 'Kind of a social group (MOD-07).', {
  FAMILY: 'A family.',
  CLUB: 'A club or association.',
  OTHER: 'Another social relation.',
});

@Noun({ tag: 'sg', description: 'A set of parties formed by social relations that management cares about (MOD-07).' })
export class SocialGroup extends Node {
  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @EnumOf(() => SocialGroupKind, { description: 'Kind of group.' })
  kind!: SocialGroupKind;

  @One(() => Region, {
    description: 'Where the group is at home.',
    inverse: 'socialGroups',
    inverseDescription: 'Social groups at home in this region.',
  })
  region!: Region;
}
