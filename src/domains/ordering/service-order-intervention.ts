import { EnumOf, Instant, Int, JsonValue, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { InterventionKind, InterventionStatus } from './intervention.enums.js';
import { ServiceOrder } from './service-order.js';

@UniqueTogether(['serviceOrder', 'requestKey'])
@UniqueTogether(['serviceOrder', 'kind'], `status in ('REQUESTED', 'ACCEPTED')`)
@Noun({
  tag: 'fi',
  description:
    'What a supervisor asks provisioning to do with a service order of a group customer, and what it answered (WFL-73).',
})
export class ServiceOrderIntervention extends Node {
  @Text({
    description: 'Number for people, such as `SI-00000012`; provisioning answers to it.',
    max: 40,
    access: 'unique',
  })
  interventionNo!: string;

  @One(() => ServiceOrder, {
    description: 'The service order.',
    inverse: 'interventions',
    inverseDescription: 'What supervisors have asked provisioning to do with it (WFL-73).',
  })
  serviceOrder!: ServiceOrder;

  @EnumOf(() => InterventionKind, { description: 'What is asked.', access: 'slow' })
  kind!: InterventionKind;

  @EnumOf(() => InterventionStatus, { description: 'State; changes only by its life cycle.', access: 'btree' })
  status!: InterventionStatus;

  @Text({ description: 'Why.', max: 500 })
  reason!: string;

  @JsonValue({
    description: 'Of a CHANGE the values that are to be set, by name, null for one to be taken away; empty for others.',
  })
  characteristics: Record<string, unknown> = {};

  @Text({
    description: 'Key that the client gave; asking again under it answers the same intervention.',
    nullable: true,
    max: 100,
  })
  requestKey?: string | null;

  @Int({ description: 'Which attempt of the service order it is about, from 1; 0 before it was sent.' })
  attempt!: number;

  @Text({ description: 'Who asks: the subject of the caller, such as a staff number.', max: 100, access: 'slow' })
  requestedBy!: string;

  @Instant({ description: 'When it was asked.', access: 'btree' })
  requestedAt!: Date;

  @Instant({ description: 'When provisioning had it; null before.', nullable: true, access: 'slow' })
  deliveredAt?: Date | null;

  @Instant({ description: 'When provisioning accepted it; null before.', nullable: true, access: 'slow' })
  acceptedAt?: Date | null;

  @Instant({ description: 'When it took effect or was refused; null before.', nullable: true, access: 'slow' })
  endedAt?: Date | null;

  @Text({ description: 'What provisioning said to it last; null for nothing.', nullable: true, max: 500 })
  reply?: string | null;
}
