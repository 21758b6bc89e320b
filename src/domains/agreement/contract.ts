import {
  Bool,
  describeEnum,
  EnumOf,
  Instant,
  Int,
  Node,
  Noun,
  One,
  Text,
  TimePeriod,
  Value,
} from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { Region } from '../region/index.js';

export enum ContractKind {
  SERVICE = 'SERVICE',
  FRAMEWORK = 'FRAMEWORK',
  SUPPLEMENT = 'SUPPLEMENT',
  RENEWAL = 'RENEWAL',
}

describeEnum(ContractKind, 'ContractKind', 'Kind of a contract.', {
  SERVICE: 'About the services that a customer has.',
  FRAMEWORK: 'Conditions for services still to be ordered.',
  SUPPLEMENT: 'Changes or adds to the contract it names (SAL-92).',
  RENEWAL: 'Continues the contract it names (SAL-93).',
});

export enum ContractStatus {
  NEW = 'NEW',
  SIGNED = 'SIGNED',
  INVALID = 'INVALID',
}

describeEnum(ContractStatus, 'ContractStatus', 'State of a contract.', {
  NEW: 'Being drawn up; may be changed.',
  SIGNED: 'Binding; may not be changed.',
  INVALID: 'Ended, or never signed.',
});

export enum ContractExecution {
  ACCEPTED = 'ACCEPTED',
  ENGINEERING = 'ENGINEERING',
  PROVISIONING = 'PROVISIONING',
  DONE = 'DONE',
}

describeEnum(ContractExecution, 'ContractExecution', 'How far a signed contract has been carried out.', {
  ACCEPTED: 'Its orders have been accepted.',
  ENGINEERING: 'Lines or equipment are being built.',
  PROVISIONING: 'The services are being put into operation.',
  DONE: 'Everything promised is in service.',
});

@Noun({
  tag: 'ko',
  description: 'A legally binding written agreement about rights and obligations (MOD-54, TMF651 Agreement).',
})
export class Contract extends Node {
  @Text({ description: 'Number unique among contracts.', max: 60, access: 'unique' })
  contractNo!: string;

  @Text({ description: 'Subject of the contract.', access: 'search' })
  name!: string;

  @EnumOf(() => ContractKind, { description: 'Kind of contract.' })
  kind!: ContractKind;

  @EnumOf(() => ContractStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: ContractStatus;

  @EnumOf(() => ContractExecution, {
    description: 'How far it has been carried out; null before it is signed.',
    nullable: true,
  })
  execution?: ContractExecution | null;

  @One(() => Customer, {
    description: 'The customer who signs.',
    inverse: 'contracts',
    inverseDescription: 'Contracts with the customer.',
  })
  customer!: Customer;

  @One(() => Region, {
    description: 'Region that looks after the contract.',
    inverse: 'contracts',
    inverseDescription: 'Contracts that exactly this region looks after.',
  })
  region!: Region;

  @One(() => Contract, {
    description: 'For SUPPLEMENT and RENEWAL: the contract that it changes or continues.',
    nullable: true,
    inverse: 'successors',
    inverseDescription: 'Contracts that change or continue this one.',
  })
  original?: Contract | null;

  @Instant({ description: 'When it was signed; null before.', nullable: true, access: 'btree' })
  signedAt?: Date | null;

  @Text({ description: 'Who signed for the customer; null before.', nullable: true, max: 100 })
  customerSignatory?: string | null;

  @Text({ description: 'Who signed for the operator; null before.', nullable: true, max: 100 })
  operatorSignatory?: string | null;

  @Int({
    description: 'Committed months: 1 for month to month, 12, 24 and so on; null when it has no term.',
    nullable: true,
    access: 'slow',
  })
  termMonths?: number | null;

  @Bool({ description: 'Whether it is extended by its term at the end unless it is terminated (SAL-95).' })
  autoExtend!: boolean;

  @Value(() => TimePeriod, { description: 'When it binds; null before it is signed.', nullable: true })
  validity?: TimePeriod | null;
}
