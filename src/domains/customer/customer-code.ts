import { describeEnum, EnumOf, Node, Noun, One, Text, TimePeriod, Value } from '../../kernel/model/index.js';
import { Customer } from './customer.js';

export enum CustomerCodeLevel {
  HEADQUARTERS = 'HEADQUARTERS',
  PROVINCE = 'PROVINCE',
  LOCAL_NETWORK = 'LOCAL_NETWORK',
}

describeEnum(CustomerCodeLevel, 'CustomerCodeLevel', 'Level of the operator at which a customer code holds (CUS-07).', {
  HEADQUARTERS: 'Group level, for big customers served nationally.',
  PROVINCE: 'Level of the provincial company.',
  LOCAL_NETWORK: 'Level of the local network.',
});

@Noun({
  tag: 'cc',
  description:
    'A code of a customer at one level of the operator; a customer has several, and each finds the same customer (CUS-07, MOD-79).',
})
export class CustomerCode extends Node {
  @Text({ description: 'The code; unique over all levels and never used again.', max: 40, access: 'unique' })
  code!: string;

  @One(() => Customer, {
    description: 'The customer that it identifies.',
    inverse: 'codes',
    inverseDescription: 'All codes of the customer, the main one included.',
  })
  customer!: Customer;

  @EnumOf(() => CustomerCodeLevel, { description: 'Level at which it holds.' })
  level!: CustomerCodeLevel;

  @Text({ description: 'Who gave it, such as a system or a unit of the operator.', nullable: true })
  issuedBy?: string | null;

  @Value(() => TimePeriod, { description: 'When it is in use.' })
  validity!: TimePeriod;
}
