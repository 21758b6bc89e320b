import { describeEnum, EnumOf, Instant, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ExternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';

export enum PartnerStatus {
  PROSPECT = 'PROSPECT',
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
}
describeEnum(PartnerStatus, 'PartnerStatus', 'Where a partner stands with the operator.', {
  PROSPECT: 'No relation is in force: none has begun, or the last one has ended (PAR-78).',
  ACTIVE: 'Works for the operator; only active partners see and do anything.',
  SUSPENDED: 'The relation rests; their operators see nothing meanwhile.',
});

@Noun({
  tag: 'zp',
  description:
    'An organisation outside the operator that works with its own resources and shares benefit and risk (MOD-14, TMF668 Partnership).',
})
export class Partner extends Node {
  @Text({
    description: 'Code that identifies the partner; keys and tokens of its operators name it.',
    max: 60,
    access: 'unique',
  })
  code!: string;

  @Text({ description: 'Name of the partner; follows the name of the organisation.', access: 'search' })
  name!: string;

  @Text({
    description: 'Type of partner, such as agency, fee collection or content (code tree of the operator).',
    nullable: true,
    max: 60,
  })
  partnerType?: string | null;

  @One(() => ExternalOrganization, {
    description: 'The organisation that is the partner.',
    inverse: 'partners',
    inverseDescription: 'Roles of the organisation as partner.',
  })
  party!: ExternalOrganization;

  @One(() => Region, {
    description: 'Region whose staff manage the partner.',
    inverse: 'partners',
    inverseDescription: 'Partners managed in exactly this region.',
  })
  region!: Region;

  @EnumOf(() => PartnerStatus, { description: 'Where the partner stands.', access: 'btree' })
  status!: PartnerStatus;

  @Instant({ description: 'When the last relation ended; null when none has.', nullable: true, access: 'slow' })
  exitedAt?: Date | null;

  @Int({
    description: 'Grows by one with every change; send it as `expectedVersion` to change only what you have seen.',
  })
  version!: number;
}
