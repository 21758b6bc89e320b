import { Input, TextInput } from '../../kernel/model/index.js';

@Input('Name and password.')
export class SignInInput {
  @TextInput({ description: 'Name of the account; the staff number for staff.', max: 60 })
  loginNo!: string;

  @TextInput({ description: 'The password; it stands in no log.', max: 256 })
  password!: string;
}

@Input('A new password in place of the present one.')
export class PasswordChangeInput {
  @TextInput({ description: 'Name of the account.', max: 60 })
  loginNo!: string;

  @TextInput({ description: 'The present password; it stands in no log.', max: 256 })
  password!: string;

  @TextInput({
    description: 'The new password; WEAK_PASSWORD when it is against the rules, which `details.rule` names.',
    max: 256,
  })
  newPassword!: string;
}
