import { Bool, describeEnum, EnumOf, Int, Node, Noun, Text } from '../../kernel/model/index.js';

export enum DefaultedField {
  CUSTOMER_TYPE = 'CUSTOMER_TYPE',
  SUB_TYPE = 'SUB_TYPE',
  SERVICE_LEVEL = 'SERVICE_LEVEL',
  SECRECY_LEVEL = 'SECRECY_LEVEL',
  ACCOUNT_MANAGER = 'ACCOUNT_MANAGER',
  ACCOUNT_CREDIT = 'ACCOUNT_CREDIT',
  CHARACTERISTIC = 'CHARACTERISTIC',
}

describeEnum(DefaultedField, 'DefaultedField', 'What a rule gives to a new customer (CUS-13, CUS-23, CUS-24).', {
  CUSTOMER_TYPE: 'Market group, a value of `CustomerType`.',
  SUB_TYPE: 'Sub-type within the market group.',
  SERVICE_LEVEL: 'Service level, a value of `ServiceLevel` (CUS-81).',
  SECRECY_LEVEL: 'Secrecy level, a value of `SecrecyLevel`.',
  ACCOUNT_MANAGER: 'Account manager, by staff number.',
  ACCOUNT_CREDIT: 'Credit standing of the first account.',
  CHARACTERISTIC: 'A further attribute, such as loyalty or points to begin with.',
});

@Noun({
  tag: 'qf',
  description:
    'What a new customer gets where nothing is given: for each field the value of the first rule in use that holds, by position (CUS-13).',
})
export class CustomerDefaultRule extends Node {
  @Text({ description: 'Code, such as `PERSON_IS_PUBLIC`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name for people.' })
  name!: string;

  @EnumOf(() => DefaultedField, { description: 'What it gives.' })
  field!: DefaultedField;

  @Text({ description: 'Name of the attribute, for CHARACTERISTIC.', nullable: true, max: 60 })
  attribute?: string | null;

  @Text({
    description: 'Condition over `customer` in FEEL, such as `customer.organization and customer.headCount >= 500`.',
    max: 2000,
  })
  condition!: string;

  @Text({ description: 'The value that it gives.' })
  value!: string;

  @Int({ description: 'Order in which the rules of a field are asked, from 1.', access: 'slow' })
  position!: number;

  @Bool({ description: 'Whether it is in use.', access: 'slow' })
  active!: boolean;
}
