import { describeEnum, EnumInput, IdInput, Input, IntInput, ObjectInput, TextInput } from '../../kernel/model/index.js';
import { OrganizationInput } from '../party/index.js';
import { Region } from '../region/index.js';
import { Partner } from './partner.js';

export enum PartnerStep {
  ACTIVATE = 'ACTIVATE',
  SUSPEND = 'SUSPEND',
  RESUME = 'RESUME',
}
describeEnum(PartnerStep, 'PartnerStep', 'A step in the life of a partner besides its exit.', {
  ACTIVATE:
    'Asks for the approval of a relation (`approvals` of kind PARTNER_ACTIVATION): PROSPECT to ACTIVE once somebody else approves it.',
  SUSPEND: 'The relation rests: ACTIVE to SUSPENDED.',
  RESUME: 'It goes on: SUSPENDED to ACTIVE.',
});

@Input('A new partner, PROSPECT.')
export class PartnerCreateInput {
  @TextInput({ description: 'Code unique among partners (DUPLICATE).', max: 60 })
  code!: string;

  @ObjectInput(() => OrganizationInput, { description: 'The organisation that is the partner.' })
  organization!: OrganizationInput;

  @TextInput({ description: 'Type of partner.', optional: true, max: 60 })
  partnerType?: string | null;

  @IdInput(() => Region, { description: 'Region whose staff manage it; OUT_OF_SCOPE when it is not one of yours.' })
  regionId!: string;
}

@Input('A step in the life of a partner.')
export class PartnerMoveInput {
  @IdInput(() => Partner, { description: 'The partner.' })
  partnerId!: string;

  @EnumInput(() => PartnerStep, { description: 'The step; INVALID_TRANSITION when its state does not allow it.' })
  step!: PartnerStep;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;

  @IntInput({ description: 'Version that you have seen; VERSION_CONFLICT when it has changed since.', optional: true })
  expectedVersion?: number | null;
}

@Input('The end of the relation to a partner (PAR-75, PAR-76).')
export class PartnerExitInput {
  @IdInput(() => Partner, { description: 'The partner who leaves.' })
  partnerId!: string;

  @IdInput(() => Partner, {
    description: 'Active partner who takes over its customers; the operator itself does when absent.',
    optional: true,
  })
  successorId?: string | null;

  @TextInput({ description: 'Why the relation ends.', max: 500 })
  reason!: string;
}
