import {
  BoolInput,
  DecimalInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  ListInput,
  TextInput,
} from '../../kernel/model/index.js';
import { Contract } from '../agreement/index.js';
import { SlaIndicator } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { OfferingInstance, ProductInstance } from '../inventory/index.js';
import { SlaCycle } from './sla-term.js';

@Input('What is promised for one indicator (SLA-21, SLA-22).')
export class SlaTermInput {
  @IdInput(() => SlaIndicator, { description: 'The indicator; each stands in a contract once.' })
  indicatorId!: string;

  @DecimalInput({ description: 'Promised value, in the unit of the indicator.' })
  committedValue!: string;

  @DecimalInput({
    description:
      'Beyond it a warning is due; on the good side of the alarm value or equal to it. When absent, half of the tolerance away from it.',
    optional: true,
  })
  warningValue?: string | null;

  @DecimalInput({ description: 'Beyond it the promise is violated; the promised value when absent.', optional: true })
  alarmValue?: string | null;

  @EnumInput(() => SlaCycle, { description: 'Period over which a value is measured.' })
  monitoringCycle!: SlaCycle;

  @EnumInput(() => SlaCycle, {
    description: 'Period over which results are reported; the monitoring cycle when absent.',
    optional: true,
  })
  reportingCycle?: SlaCycle | null;

  @TextInput({ description: 'What the customer gets for a violation.', optional: true, max: 1000 })
  compensation?: string | null;
}

@Input('A signed SLA contract (SLA-19, SLA-21, SLA-22).')
export class SlaContractCreateInput {
  @IdInput(() => Customer, { description: 'The customer to whom it is promised.' })
  customerId!: string;

  @TextInput({
    description: 'Number unique among SLA contracts; given by the system when absent.',
    optional: true,
    max: 60,
  })
  contractNo?: string | null;

  @IdInput(() => OfferingInstance, {
    description: 'What it covers: exactly one of this and `productInstanceId`, owned by the customer.',
    optional: true,
  })
  offeringInstanceId?: string | null;

  @IdInput(() => ProductInstance, {
    description: 'What it covers: exactly one of this and `offeringInstanceId`, owned by the customer.',
    optional: true,
  })
  productInstanceId?: string | null;

  @IdInput(() => Contract, { description: 'Sales contract of the same customer that contains it.', optional: true })
  contractId?: string | null;

  @TextInput({ description: 'The services in words.', optional: true, max: 4000 })
  serviceContent?: string | null;

  @TextInput({ description: 'Duties and interests of both sides.', optional: true, max: 4000 })
  duties?: string | null;

  @TextInput({ description: 'How violations are handled and what is paid for them.', optional: true, max: 4000 })
  penalty?: string | null;

  @TextInput({ description: 'Who signed for the customer.', max: 100 })
  customerSignatory!: string;

  @TextInput({ description: 'Who signed for the operator.', max: 100 })
  operatorSignatory!: string;

  @InstantInput({ description: 'When it was signed, not in the future; now when absent.', optional: true })
  signedAt?: string | null;

  @InstantInput({ description: 'From when it binds; from the signature when absent.', optional: true })
  validFrom?: string | null;

  @InstantInput({
    description: 'First moment in which it does not bind any more, after `validFrom`; open when absent.',
    optional: true,
  })
  validTo?: string | null;

  @BoolInput({
    description: 'Whether it is extended at its end without talks; needs an end. False when absent (SLA-56).',
    optional: true,
  })
  autoExtend?: boolean | null;

  @ListInput(() => SlaTermInput, { description: 'The promises.', min: 1, max: 50 })
  terms!: SlaTermInput[];
}
