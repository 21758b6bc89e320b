import {
  BoolInput,
  EnumInput,
  IdInput,
  Input,
  InstantInput,
  IntInput,
  ListInput,
  TextInput,
} from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { OfferingInstance } from '../inventory/index.js';
import { Contract, ContractKind } from './contract.js';

@Input('An offering instance that a contract is about.')
export class ContractItemInput {
  @IdInput(() => OfferingInstance, {
    description: 'The offering instance; it must belong to the customer of the contract.',
  })
  offeringInstanceId!: string;
}

@Input('A new contract.')
export class ContractCreateInput {
  @IdInput(() => Customer, { description: 'The customer who shall sign.' })
  customerId!: string;

  @TextInput({
    description: 'Number unique among contracts; given by the system when absent.',
    optional: true,
    max: 60,
  })
  contractNo?: string | null;

  @TextInput({ description: 'Subject of the contract.' })
  name!: string;

  @EnumInput(() => ContractKind, { description: 'Kind of contract.' })
  kind!: ContractKind;

  @IdInput(() => Contract, {
    description:
      'The contract that it changes or continues: needed for SUPPLEMENT and RENEWAL, refused for others. Of the same customer, and SIGNED.',
    optional: true,
  })
  originalId?: string | null;

  @IntInput({
    description: 'Committed months, 1 for month to month; without a term when absent.',
    optional: true,
    min: 1,
    max: 600,
  })
  termMonths?: number | null;

  @BoolInput({
    description: 'Whether it is extended by its term at the end; needs a term. False when absent.',
    optional: true,
  })
  autoExtend?: boolean | null;

  @ListInput(() => ContractItemInput, { description: 'What it is about.', optional: true, max: 200 })
  items?: ContractItemInput[] | null;
}

@Input('The signature under a contract (MOD-54).')
export class ContractSignInput {
  @IdInput(() => Contract, { description: 'The contract; it must be NEW.' })
  contractId!: string;

  @TextInput({ description: 'Who signed for the customer.', max: 100 })
  customerSignatory!: string;

  @TextInput({ description: 'Who signed for the operator.', max: 100 })
  operatorSignatory!: string;

  @InstantInput({ description: 'When it was signed, not in the future; now when absent.', optional: true })
  signedAt?: string | null;

  @InstantInput({ description: 'From when it binds, for its term; from the signature when absent.', optional: true })
  validFrom?: string | null;
}

@Input('A contract to be made invalid.')
export class ContractInvalidateInput {
  @IdInput(() => Contract, { description: 'The contract; NEW or SIGNED.' })
  contractId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}
