import {
  describeEnum,
  EnumInput,
  IdInput,
  IdListInput,
  Input,
  InstantInput,
  IntInput,
  TextInput,
} from '../../kernel/model/index.js';
import { FunctionPoint } from '../access/index.js';
import { Employee } from '../organisation/index.js';
import { PartnerOperator } from '../partner-staff/index.js';
import { ApiKey, ApiKeyKind } from './api-key.js';
import { UserAccount } from './user-account.js';

export enum AccountAction {
  RESET = 'RESET',
  UNLOCK = 'UNLOCK',
  DISABLE = 'DISABLE',
  ENABLE = 'ENABLE',
}

describeEnum(AccountAction, 'AccountAction', 'What may be done with an account.', {
  RESET: 'Gives it a new generated password, which must be changed, and ends its tokens.',
  UNLOCK: 'Ends a lock because of wrong passwords.',
  DISABLE: 'Lets nobody use it any more, and ends its tokens.',
  ENABLE: 'Lets it be used again.',
});

@Input('An account for an employee, for an operator of a partner, or for an administrator.')
export class UserAccountCreateInput {
  @IdInput(() => Employee, {
    description: 'The employee, whose staff number is the name; left out for an administrator.',
    optional: true,
  })
  employeeId?: string | null;

  @IdInput(() => PartnerOperator, {
    description: 'The operator of a partner, whose number is the name; OUT_OF_SCOPE outside of your part (SYS-57).',
    optional: true,
  })
  operatorId?: string | null;

  @TextInput({ description: 'Name of an administrator, whom only administrators may make.', optional: true, max: 60 })
  loginNo?: string | null;
}

@Input('What to do with an account.')
export class UserAccountChangeInput {
  @IdInput(() => UserAccount, { description: 'The account.' })
  accountId!: string;

  @EnumInput(() => AccountAction, { description: 'What to do.' })
  action!: AccountAction;

  @TextInput({ description: 'Why.', optional: true, max: 400 })
  reason?: string | null;
}

@Input('A new key for a system or a partner.')
export class ApiKeyCreateInput {
  @TextInput({ description: 'What it is for.' })
  name!: string;

  @EnumInput(() => ApiKeyKind, { description: 'As whom its bearer calls.' })
  kind!: ApiKeyKind;

  @TextInput({ description: 'Code of the partner; needed for keys of partners.', optional: true, max: 60 })
  partner?: string | null;

  @TextInput({
    description: 'Code of the application, which decides which registered documents it may run.',
    optional: true,
    max: 100,
  })
  client?: string | null;

  @IdListInput(() => FunctionPoint, {
    description: 'Function points to which it is limited; NOT_HELD for those that the caller may not pass on.',
    min: 0,
    max: 500,
  })
  functionPointIds!: string[];

  @InstantInput({ description: 'When it ceases to be valid, within two years.' })
  expiresAt!: string;
}

@Input('A key to replace by a new one.')
export class ApiKeyRotateInput {
  @IdInput(() => ApiKey, { description: 'The key; the new one is limited in the same way.' })
  apiKeyId!: string;

  @IntInput({ description: 'Hours for which the old key goes on to be valid.', min: 0, max: 720 })
  overlapHours!: number;

  @InstantInput({ description: 'When the new key ceases to be valid, within two years.' })
  expiresAt!: string;
}

@Input('A key to revoke.')
export class ApiKeyRevokeInput {
  @IdInput(() => ApiKey, { description: 'The key; it is refused within seconds.' })
  apiKeyId!: string;

  @TextInput({ description: 'Why.', max: 400 })
  reason!: string;
}

@Input('A partner who leaves, or whose keys are no longer to be trusted (SYS-53).')
export class ApiKeysReclaimInput {
  @TextInput({ description: 'Code of the partner; NOT_FOUND when no key of theirs is valid.', max: 60 })
  partner!: string;

  @TextInput({ description: 'Why.', max: 400 })
  reason!: string;
}
