import { EnumOf, Instant, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { InternalOrganization, OwnerLevel } from '../party/index.js';
import { OneStopCase } from './one-stop-case.js';

@UniqueTogether(['oneStopCase', 'organization'])
@Noun({
  tag: 'op',
  root: false,
  description: 'That a unit takes part in a one-stop case: its staff see the case and all its tasks (WFL-74).',
})
export class OneStopUnit extends Node {
  @One(() => OneStopCase, {
    description: 'The case.',
    inverse: 'units',
    inverseDescription: 'Units that take part: those of the caller, and all for staff of the unit that accepted it.',
  })
  oneStopCase!: OneStopCase;

  @One(() => InternalOrganization, {
    description: 'The unit.',
    inverse: 'oneStopUnits',
    inverseDescription: 'One-stop cases that the unit takes part in (WFL-74).',
  })
  organization!: InternalOrganization;

  @EnumOf(() => OwnerLevel, { description: 'Level of the operator that the unit belonged to when it joined.' })
  level!: OwnerLevel;

  @Instant({ description: 'Since when it takes part.', access: 'slow' })
  joinedAt!: Date;
}
