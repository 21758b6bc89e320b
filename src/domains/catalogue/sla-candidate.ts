import { describeEnum, EnumOf, Instant, Noun, One, Text } from '../../kernel/model/index.js';
import { IndicatorTraits, IndicatorValueKind } from './indicator-traits.js';
import { SlaIndicator } from './sla-indicator.js';

export enum SlaCandidateStatus {
  PROPOSED = 'PROPOSED',
  ACCEPTED = 'ACCEPTED',
  REJECTED = 'REJECTED',
}

describeEnum(SlaCandidateStatus, 'SlaCandidateStatus', 'State of an indicator proposed as a standard one (PRD-119).', {
  PROPOSED: 'Waits for the decision.',
  ACCEPTED: 'Became a standard indicator.',
  REJECTED: 'Stays a matter of the one contract, or was taken back.',
});

@Noun({
  tag: 'kn',
  plural: 'slaCandidates',
  description: 'An indicator that was agreed in a contract and is proposed as a standard one (PRD-119).',
})
export class SlaCandidate extends IndicatorTraits {
  @Text({ description: 'Code that the indicator shall have.', max: 40, access: 'btree' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @EnumOf(() => IndicatorValueKind, { description: 'How its values are limited.' })
  valueKind!: IndicatorValueKind;

  @Text({ description: 'Contract that it comes from, such as its number.', max: 100, access: 'btree' })
  source!: string;

  @EnumOf(() => SlaCandidateStatus, { description: 'State; changes only by the decision.', access: 'btree' })
  status!: SlaCandidateStatus;

  @Text({ description: 'Who proposed it.', max: 100, access: 'slow' })
  proposedBy!: string;

  @Text({ description: 'Who decided; null while nobody has.', nullable: true, max: 100, access: 'slow' })
  decidedBy?: string | null;

  @Instant({ description: 'When it was decided.', nullable: true, access: 'slow' })
  decidedAt?: Date | null;

  @One(() => SlaIndicator, { description: 'The standard indicator that it became.', nullable: true })
  indicator?: SlaIndicator | null;
}
