import { Instant, Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { StandardUnit } from './standard-unit.js';

@UniqueTogether(['unit'])
@Noun({
  tag: 'uu',
  root: false,
  description:
    'That a unit was made from a standard and follows it: it is read-only below the headquarters (SYS-08, SYS-61).',
})
export class StandardUnitUse extends Node {
  @One(() => InternalOrganization, {
    description: 'The unit.',
    inverse: 'standards',
    inverseDescription: 'The standard that the unit follows; none when it was made freely.',
  })
  unit!: InternalOrganization;

  @One(() => StandardUnit, {
    description: 'The standard.',
    inverse: 'uses',
    inverseDescription: 'Units that follow the standard.',
  })
  standardUnit!: StandardUnit;

  @Int({ description: 'Version that was published to it last.', access: 'slow' })
  version!: number;

  @Instant({
    description: 'When that version was taken note of below; null while it was not.',
    nullable: true,
    access: 'slow',
  })
  acknowledgedAt?: Date | null;

  @Text({ description: 'Stable name of who took note of it.', nullable: true })
  acknowledgedBy?: string | null;
}
