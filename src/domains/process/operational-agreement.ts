import { Node, Noun, One, Text, TimePeriod, Value } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';

@Noun({
  tag: 'wo',
  description:
    'An operational level agreement (OLA): how long units need for each other. Its code is a handling grade: an instance with it has the limits that were agreed (WFL-72).',
})
export class OperationalAgreement extends Node {
  @Text({
    description: 'Code for good, such as `OLA-NOC-GOLD`; given as the handling grade.',
    max: 60,
    access: 'unique',
  })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @One(() => InternalOrganization, {
    description: 'The unit that does the work.',
    inverse: 'providedAgreements',
    inverseDescription: 'How long the unit has agreed to need for others.',
  })
  provider!: InternalOrganization;

  @One(() => InternalOrganization, {
    description: 'The unit for which it does it; null for all.',
    nullable: true,
    inverse: 'consumedAgreements',
    inverseDescription: 'How long others have agreed to need for the unit.',
  })
  consumer?: InternalOrganization | null;

  @Value(() => TimePeriod, { description: 'When it holds, for what begins then.' })
  validity!: TimePeriod;
}
