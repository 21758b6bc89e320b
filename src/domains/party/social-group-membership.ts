import { Node, Noun, One, TimePeriod, UniqueTogether, Value } from '../../kernel/model/index.js';
import { Party } from './party.js';
import { SocialGroup } from './social-group.js';

@UniqueTogether(['group', 'member'], 'validity_to is null')
@Noun({ tag: 'sm', root: false, description: 'That a party belongs to a social group during a period (MOD-07, R04).' })
export class SocialGroupMembership extends Node {
  @One(() => SocialGroup, {
    description: 'The group.',
    inverse: 'memberships',
    inverseDescription: 'Present and former members.',
  })
  group!: SocialGroup;

  @One(() => Party, {
    description: 'The member.',
    inverse: 'socialGroups',
    inverseDescription: 'Social groups that the party belongs or belonged to.',
  })
  member!: Party;

  @Value(() => TimePeriod, { description: 'When the membership holds.' })
  validity!: TimePeriod;
}
