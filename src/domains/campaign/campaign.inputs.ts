import {
  BoolInput,
  DecimalInput,
  EnumInput,
  IdInput,
  IdListInput,
  Input,
  InstantInput,
  ListInput,
  MoneyInput,
  ObjectInput,
  TextInput,
} from '../../kernel/model/index.js';
import { Offering } from '../catalogue/index.js';
import { CustomerSegment } from '../customer/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';
import { CampaignChannel, CampaignPurpose } from './campaign-enums.js';
import { ObjectiveUnit } from './campaign-objective.js';
import { Campaign } from './campaign.js';
import { CampaignAction } from './campaign.lifecycle.js';
import { CampaignVersionRead } from './version-read.inputs.js';

@Input('A figure that a campaign is to reach (CMP-07).')
export class CampaignObjectiveInput {
  @TextInput({
    description: 'What is measured, such as `NEW_CUSTOMERS`, `VALUE_LIFT` or `RETENTION`; each once.',
    max: 60,
  })
  metric!: string;

  @EnumInput(() => ObjectiveUnit, { description: 'In what it is told.' })
  unit!: ObjectiveUnit;

  @TextInput({
    description: 'Currency of AMOUNT, ISO 4217, which alone has one; CONTRADICTORY otherwise.',
    optional: true,
    max: 3,
  })
  currency?: string | null;

  @DecimalInput({ description: 'What is to be reached.', min: '0', max: '1000000000000000' })
  targetValue!: string;
}

@Input('A campaign, new or changed as a whole while it is INITIAL (MOD-50, CMP-01).')
export class CampaignSaveInput extends CampaignVersionRead {
  @IdInput(() => Campaign, { description: 'The campaign to change; a new one when absent.', optional: true })
  campaignId?: string | null;

  @TextInput({ description: 'Name.' })
  name!: string;

  @EnumInput(() => CampaignPurpose, { description: 'What it is for.' })
  purpose!: CampaignPurpose;

  @TextInput({ description: 'Goal in words.', max: 2000 })
  goal!: string;

  @ListInput(() => CampaignObjectiveInput, { description: 'Figures that it is to reach.', max: 50 })
  objectives!: CampaignObjectiveInput[];

  @InstantInput({ description: 'When it is to begin.' })
  plannedStart!: string;

  @InstantInput({ description: 'When it is to end; CONTRADICTORY when that is not after it begins.' })
  plannedEnd!: string;

  @BoolInput({ description: 'Whether it begins by itself; true when absent.', optional: true })
  automatic?: boolean | null;

  @ObjectInput(() => MoneyInput, {
    description: 'What it may cost, not negative; LIMIT_EXCEEDED beyond what your permission covers.',
    optional: true,
  })
  budget?: MoneyInput | null;

  @IdInput(() => InternalOrganization, { description: 'Unit that is responsible.' })
  ownerOrganizationId!: string;

  @IdInput(() => Employee, { description: 'Who is responsible; NOT_ACTIVE for who left.', optional: true })
  ownerId?: string | null;

  @IdInput(() => Region, {
    description: 'Region whose staff run it, one of yours (OUT_OF_SCOPE); never changed later.',
  })
  regionId!: string;

  @TextInput({ description: 'What participants get and owe, as they may read it.', optional: true, max: 4000 })
  terms?: string | null;

  @IdListInput(() => Offering, {
    description: 'Offerings that it promotes; INVALID_STATE for an expired one.',
    min: 0,
    max: 100,
  })
  offeringIds!: string[];

  @IdListInput(() => CustomerSegment, {
    description: 'Segments that it is for; INVALID_STATE for a retired one.',
    min: 0,
    max: 100,
  })
  segmentIds!: string[];

  @EnumInput(() => [CampaignChannel], { description: 'Channels that it uses, each once.' })
  channels!: CampaignChannel[];

  @IdListInput(() => Region, {
    description: 'Regions inside its own that it is confined to (OUT_OF_SCOPE otherwise); the whole region when empty.',
    min: 0,
    max: 500,
  })
  regionIds!: string[];
}

@Input('What a campaign has reached (CMP-07).')
export class CampaignResultReportInput {
  @IdInput(() => Campaign, { description: 'The campaign; INVALID_STATE before it ran.' })
  campaignId!: string;

  @TextInput({ description: 'What was measured; NOT_FOUND when it is none of its objectives.', max: 60 })
  metric!: string;

  @DecimalInput({
    description: 'The figure, in the unit of the objective.',
    min: '-1000000000000000',
    max: '1000000000000000',
  })
  value!: string;
}

@Input('A campaign to be approved (CMP-40).')
export class CampaignSubmitInput {
  @IdInput(() => Campaign, { description: 'The campaign; GUARD_REFUSED while something is missing, in words.' })
  campaignId!: string;

  @TextInput({ description: 'Remark for whoever decides.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('A decision on a campaign that somebody else submitted (CMP-40).')
export class CampaignDecideInput {
  @IdInput(() => Campaign, { description: 'The campaign; OWN_WORK for who submitted it.' })
  campaignId!: string;

  @BoolInput({ description: 'True approves, false sends it back to be changed.' })
  approved!: boolean;

  @TextInput({ description: 'Remark; REQUIRED to refuse.', optional: true, max: 500 })
  reason?: string | null;
}

@Input('A step with a campaign (CMP-95).')
export class CampaignMoveInput {
  @IdInput(() => Campaign, { description: 'The campaign; INVALID_TRANSITION, GUARD_REFUSED.' })
  campaignId!: string;

  @EnumInput(() => CampaignAction, { description: 'The step.' })
  action!: CampaignAction;

  @TextInput({ description: 'Why; REQUIRED to pause, to break off and to give up.', optional: true, max: 500 })
  reason?: string | null;
}
