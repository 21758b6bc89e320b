import {
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  ListInput,
  ObjectInput,
  TextInput,
} from '../../kernel/model/index.js';
import { InterventionAnswer, InterventionKind } from './intervention.enums.js';
import { ExceptionCause } from './order.enums.js';
import { OrderCharacteristicInput } from './order.inputs.js';
import { ActivityState } from './service-order-activity.js';
import { ReportState } from './service-order-report.js';
import { ServiceOrderIntervention } from './service-order-intervention.js';
import { ServiceOrder } from './service-order.js';

@Input('What a supervisor asks of provisioning about a service order of a group customer (WFL-73).')
export class ServiceOrderInterveneInput {
  @IdInput(() => ServiceOrder, { description: 'The service order.' })
  serviceOrderId!: string;

  @EnumInput(() => InterventionKind, { description: 'What is asked.' })
  kind!: InterventionKind;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;

  @ListInput(() => OrderCharacteristicInput, {
    description: 'For CHANGE the values to be set, a null value takes one away; refused for others.',
    max: 100,
    optional: true,
  })
  characteristics?: OrderCharacteristicInput[] | null;

  @TextInput({
    description: 'Key of the client: asking again under it changes nothing and answers the same intervention.',
    max: 100,
    optional: true,
  })
  requestKey?: string | null;
}

@Input('Takes back what the caller has asked of provisioning (WFL-73).')
export class InterventionWithdrawInput {
  @IdInput(() => ServiceOrderIntervention, { description: 'The intervention, of kind URGE, HOLD, RESUME or CHANGE.' })
  interventionId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}

@Input('What provisioning answers to an intervention (WFL-73).')
export class InterventionReplyInput {
  @TextInput({ description: 'Number of the intervention.', max: 40 })
  interventionNo!: string;

  @EnumInput(() => InterventionAnswer, { description: 'The answer.' })
  answer!: InterventionAnswer;

  @TextInput({ description: 'For people; of REFUSED needed.', max: 500, optional: true })
  reply?: string | null;
}

@Input('How far provisioning is with a step of its own (WFL-73).')
export class ServiceOrderActivityInput {
  @TextInput({ description: 'Code of the step there.', max: 60 })
  code!: string;

  @TextInput({ description: 'What is done, for people.', max: 200 })
  name!: string;

  @EnumInput(() => ActivityState, { description: 'How far it is.' })
  state!: ActivityState;

  @TextInput({ description: 'Who does it there.', max: 200, optional: true })
  operator?: string | null;

  @InstantInput({ description: 'By when it is to be done.', optional: true })
  dueAt?: string | null;
}

@Input('A report of the system that provisions about a service order (ORD-162, WFL-73).')
export class ServiceOrderReportInput {
  @TextInput({ description: 'Number of the service order.', max: 40 })
  serviceOrderNo!: string;

  @TextInput({ description: 'Reference that the system gave when it took the service order.', max: 100 })
  externalRef!: string;

  @TextInput({
    description: 'Id of the report, unique for the service order; the same again changes nothing.',
    max: 100,
  })
  reportId!: string;

  @EnumInput(() => ReportState, { description: 'What it says.' })
  state!: ReportState;

  @IntInput({ description: 'How far the work is, in percent.', min: 0, max: 100 })
  percent!: number;

  @InstantInput({ description: 'When it happened, by the clock of the system.' })
  at!: string;

  @EnumInput(() => ExceptionCause, { description: 'For RETURNED: why; TECHNICAL when absent.', optional: true })
  cause?: ExceptionCause | null;

  @TextInput({ description: 'For RETURNED: explanation for people.', max: 500, optional: true })
  reason?: string | null;

  @ObjectInput(() => ServiceOrderActivityInput, {
    description: 'The step of the system that it is about, to be shown with the service order.',
    optional: true,
  })
  activity?: ServiceOrderActivityInput | null;
}
