import {
  AnyIdInput,
  DayInput,
  DecimalInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  MoneyInput,
  ObjectInput,
  TextInput,
} from '../../kernel/model/index.js';
import { BusinessLine } from '../catalogue/index.js';
import { Customer, PaymentMode } from '../customer/index.js';
import { ArrearsRecord } from './arrears-record.js';
import { ChurnKind, DunningMode, RecoveryState } from './record-enums.js';

const NUMBER =
  'Number; an existing record is changed, and is of the same customer (CONTRADICTION) and not deleted (DELETED). One is issued when absent.';

@Input('What a customer has consumed (CUS-63).')
export class ConsumptionRecordSaveInput {
  @TextInput({ description: NUMBER, max: 60, optional: true })
  recordNo?: string | null;

  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @IdInput(() => BusinessLine, { description: 'Business that it belongs to.' })
  businessLineId!: string;

  @TextInput({ description: 'What was consumed.' })
  content!: string;

  @TextInput({ description: 'Direction of calls, such as `LOCAL`.', max: 60, optional: true })
  direction?: string | null;

  @InstantInput({ description: 'When; now when absent. IN_FUTURE when it has not been.', optional: true })
  occurredAt?: string | null;

  @DecimalInput({ description: 'How much of it.', min: '0', optional: true })
  quantity?: string | null;

  @TextInput({ description: 'Unit of the quantity.', max: 40, optional: true })
  unit?: string | null;

  @ObjectInput(() => MoneyInput, { description: 'What it came to; its currency is of ISO 4217 (BAD_VALUE).' })
  amount!: MoneyInput;

  @ObjectInput(() => MoneyInput, {
    description: 'What it cost the operator, in the same currency (CONTRADICTION).',
    optional: true,
  })
  cost?: MoneyInput | null;

  @EnumInput(() => PaymentMode, { description: 'How it is paid.', optional: true })
  paymentMode?: PaymentMode | null;
}

@Input('What a customer owes or owed (CUS-64).')
export class ArrearsRecordSaveInput {
  @TextInput({ description: NUMBER, max: 60, optional: true })
  recordNo?: string | null;

  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @IdInput(() => BusinessLine, { description: 'Business that it is owed for.', optional: true })
  businessLineId?: string | null;

  @ObjectInput(() => MoneyInput, {
    description: 'What is owed, more than 0 (TOO_SMALL); its currency is of ISO 4217 (BAD_VALUE).',
  })
  amount!: MoneyInput;

  @DayInput({ description: 'Day since when it is owed.' })
  arrearsDate!: string;

  @EnumInput(() => RecoveryState, { description: 'What has come of it; `OPEN` when absent.', optional: true })
  recovery?: RecoveryState | null;

  @DayInput({
    description:
      'Day when it was paid or given up: needed then (REQUIRED), none before (CONTRADICTION), not before it was owed (TOO_EARLY).',
    optional: true,
  })
  recoveredOn?: string | null;

  @EnumInput(() => DunningMode, { description: 'How they were reminded last.', optional: true })
  dunningMode?: DunningMode | null;

  @IntInput({ description: 'How often they were reminded; as it is when absent.', min: 0, max: 100000, optional: true })
  dunningCount?: number | null;
}

@Input('That a customer was reminded of what they owe (CUS-64).')
export class ArrearsDunInput {
  @IdInput(() => ArrearsRecord, { description: 'What they owe; SETTLED when it was paid or given up, or DELETED.' })
  recordId!: string;

  @EnumInput(() => DunningMode, { description: 'How they were reminded.' })
  mode!: DunningMode;
}

@Input('That and why a customer went away (CUS-68).')
export class ChurnRecordSaveInput {
  @TextInput({ description: NUMBER, max: 60, optional: true })
  recordNo?: string | null;

  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @IdInput(() => BusinessLine, { description: 'Business that was lost.', optional: true })
  businessLineId?: string | null;

  @EnumInput(() => ChurnKind, { description: 'How.' })
  kind!: ChurnKind;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;

  @TextInput({ description: 'The operator that the customer went to.', optional: true })
  competitor?: string | null;

  @DayInput({ description: 'Day when it happened.' })
  churnedOn!: string;
}

@Input('Deletes a record; it stays in the history (CUS-63, CUS-64, CUS-68).')
export class CustomerRecordDeleteInput {
  @AnyIdInput({ description: 'Id of a consumption, arrears or churn record; DELETED when it is already.' })
  recordId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}
