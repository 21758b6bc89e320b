import { IdInput, Input, IntInput, TextInput } from '../../kernel/model/index.js';
import { Partner } from '../partner/index.js';
import { PartnerUnit } from './partner-unit.js';

@Input('A new unit of a partner, or a change of one.')
export class PartnerUnitSaveInput {
  @IdInput(() => Partner, {
    description: 'The partner; left out by partners, for whom it is their own.',
    optional: true,
  })
  partnerId?: string | null;

  @IdInput(() => PartnerUnit, { description: 'The unit to change; left out for a new one.', optional: true })
  unitId?: string | null;

  @TextInput({
    description: 'Code: letters, digits, `-` and `_`; INVALID_CODE, DUPLICATE when the partner has it already.',
    max: 40,
  })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @IdInput(() => PartnerUnit, {
    description:
      'The unit above, null directly below the partner; OUT_OF_SCOPE when it is not in your part, CIRCLE when it lies below the unit.',
    optional: true,
  })
  parentId?: string | null;

  @IntInput({ description: 'Version that you have seen; VERSION_CONFLICT when it has changed since.', optional: true })
  expectedVersion?: number | null;
}

@Input('A unit of a partner to give up.')
export class PartnerUnitCloseInput {
  @IdInput(() => Partner, { description: 'The partner; left out by partners.', optional: true })
  partnerId?: string | null;

  @IdInput(() => PartnerUnit, {
    description: 'The unit; IN_USE while operators work in it or units in use lie below it.',
  })
  unitId!: string;

  @TextInput({ description: 'Why.', max: 400 })
  reason!: string;
}
