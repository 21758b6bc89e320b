import { IdInput, IdListInput, Input, InstantInput, IntInput, TextInput } from '../../kernel/model/index.js';
import { FunctionPoint } from '../access/index.js';
import { Partner } from '../partner/index.js';
import { PartnerOperator } from './partner-operator.js';
import { PartnerUnit } from './partner-unit.js';

@Input('A new operator of a partner, or a change of one.')
export class PartnerOperatorSaveInput {
  @IdInput(() => Partner, {
    description: 'The partner; left out by partners, for whom it is their own.',
    optional: true,
  })
  partnerId?: string | null;

  @IdInput(() => PartnerOperator, { description: 'The operator to change; left out for a new one.', optional: true })
  operatorId?: string | null;

  @TextInput({
    description:
      'Number of a new operator, DUPLICATE when it is taken; made from the code of the partner when left out. It never changes.',
    optional: true,
    max: 60,
  })
  operatorNo?: string | null;

  @TextInput({ description: 'Name.' })
  name!: string;

  @TextInput({ description: 'Telephone number at work.', optional: true, max: 40 })
  phone?: string | null;

  @IdInput(() => PartnerUnit, {
    description: 'The unit, null for the partner as a whole; OUT_OF_SCOPE when it is not in your part.',
    optional: true,
  })
  unitId?: string | null;

  @InstantInput({ description: 'Until when the number is valid; left out for no end.', optional: true })
  until?: string | null;

  @IntInput({ description: 'Version that you have seen; VERSION_CONFLICT when it has changed since.', optional: true })
  expectedVersion?: number | null;
}

@Input('An operator who leaves a partner.')
export class PartnerOperatorEndInput {
  @IdInput(() => Partner, { description: 'The partner; left out by partners.', optional: true })
  partnerId?: string | null;

  @IdInput(() => PartnerOperator, { description: 'The operator; OUT_OF_SCOPE for oneself.' })
  operatorId!: string;

  @TextInput({ description: 'Why.', max: 400 })
  reason!: string;
}

@Input('What is opened to a partner, or closed.')
export class PartnerPermissionsInput {
  @IdInput(() => Partner, { description: 'The partner.' })
  partnerId!: string;

  @IdListInput(() => FunctionPoint, {
    description:
      'The function points; NOT_FOR_PARTNERS for those that partners cannot use at all, NOT_HELD for those that you may not pass on.',
    min: 1,
    max: 500,
  })
  functionPointIds!: string[];

  @TextInput({ description: 'Why.', optional: true, max: 400 })
  reason?: string | null;
}

@Input('What an operator of a partner is granted.')
export class OperatorGrantInput {
  @IdInput(() => Partner, { description: 'The partner; left out by partners.', optional: true })
  partnerId?: string | null;

  @IdInput(() => PartnerOperator, { description: 'The operator; OUT_OF_SCOPE for oneself.' })
  operatorId!: string;

  @IdListInput(() => FunctionPoint, {
    description:
      'The function points; NOT_HELD for those that are not open to the partner, or that the granting operator does not hold as long.',
    min: 1,
    max: 500,
  })
  functionPointIds!: string[];

  @InstantInput({ description: 'When it ends by itself; IN_THE_PAST; left out for no end.', optional: true })
  until?: string | null;
}

@Input('What is taken back from an operator of a partner.')
export class OperatorRevokeInput {
  @IdInput(() => Partner, { description: 'The partner; left out by partners.', optional: true })
  partnerId?: string | null;

  @IdInput(() => PartnerOperator, { description: 'The operator; OUT_OF_SCOPE for oneself.' })
  operatorId!: string;

  @IdListInput(() => FunctionPoint, { description: 'The function points.', min: 1, max: 500 })
  functionPointIds!: string[];

  @TextInput({ description: 'Why.', max: 400 })
  reason!: string;
}
