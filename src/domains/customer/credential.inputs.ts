import { EnumInput, IdInput, Input, TextInput } from '../../kernel/model/index.js';
import { CredentialPurpose } from './customer-credential.js';
import { Customer } from './customer.js';

@Input('A service password to set (CUS-18).')
export class CustomerPasswordSetInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @EnumInput(() => CredentialPurpose, { description: 'What it is for.' })
  purpose!: CredentialPurpose;

  @TextInput({
    description:
      'The present one. Where the customer has one for the purpose, one that serves for it, or one in whose place the new one would serve, it or the token of `customerPasswordVerify` must come along: without, VERIFICATION_REQUIRED tells the purposes as `needed`, and customers themselves are refused with PASSWORD_WRONG. Administrators need not. It stands in no log.',
    optional: true,
    max: 64,
  })
  present?: string | null;

  @TextInput({
    description:
      'The new one: 6 to 64 characters; WEAK_PASSWORD when it is one digit repeated, digits in a row, or part of a telephone or identity number. Who does not see these numbers in full is told the rule GUESSABLE, and TOO_MANY_TRIES after `customer.password.failures` tries within `customer.password.lock.minutes` that hit a part of them. It stands in no log.',
    max: 64,
  })
  password!: string;
}

@Input('A service password to check (CUS-02).')
export class CustomerPasswordVerifyInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @EnumInput(() => CredentialPurpose, { description: 'What the customer wants to do.' })
  purpose!: CredentialPurpose;

  @TextInput({ description: 'The password that the customer said; it stands in no log.', max: 64 })
  password!: string;
}

@Input('A service password to reset or unlock (CUS-18).')
export class CustomerPasswordResetInput {
  @IdInput(() => Customer, { description: 'The customer.' })
  customerId!: string;

  @EnumInput(() => CredentialPurpose, { description: 'Which one.' })
  purpose!: CredentialPurpose;

  @TextInput({ description: 'Why, and how the customer was identified.', max: 400 })
  reason!: string;
}
