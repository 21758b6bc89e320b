import { BoolInput, EnumInput, Input, ListInput, TextInput } from '../../kernel/model/index.js';
import { CustomerCodeLevel } from './customer-code.js';

@Input('What another system calls a customer.')
export class CustomerCodePairInput {
  @TextInput({ description: 'Code of the customer there.', max: 40 })
  code!: string;

  @TextInput({ description: 'Any code by which the customer is known here.', max: 40 })
  knownAs!: string;
}

@Input('The codes that another system, such as that of the headquarters, has for customers (SYS-60, CUS-92).')
export class CustomerCodesCheckInput {
  @TextInput({ description: 'Name of the system; stands as issuer of codes that are taken over.', max: 100 })
  system!: string;

  @EnumInput(() => CustomerCodeLevel, {
    description:
      'Level at which its codes hold: HEADQUARTERS or PROVINCE; codes of the local network are our own (INVALID_VALUE).',
  })
  level!: CustomerCodeLevel;

  @ListInput(() => CustomerCodePairInput, { description: 'What it calls whom.', min: 1, max: 1000 })
  rows!: CustomerCodePairInput[];

  @BoolInput({
    description: 'True takes over what it says where nothing speaks against it; otherwise it is only compared.',
    optional: true,
  })
  repair?: boolean | null;
}
