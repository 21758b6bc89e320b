import { Property } from '@mikro-orm/decorators/legacy';
import { Bool, describeEnum, EnumOf, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { PartnerOperator } from '../partner-staff/index.js';

export enum UserAccountKind {
  STAFF = 'STAFF',
  ADMIN = 'ADMIN',
  PARTNER = 'PARTNER',
}

describeEnum(UserAccountKind, 'UserAccountKind', 'As whom the holder of an account calls.', {
  STAFF: 'As the employee, with what they hold.',
  ADMIN: 'As an administrator of the headquarters, who may do everything.',
  PARTNER:
    'As the operator of a partner, with what they hold; runs the documents registered for the client that has the code of the partner, in lower case.',
});

export enum UserAccountStatus {
  ACTIVE = 'ACTIVE',
  DISABLED = 'DISABLED',
}

describeEnum(UserAccountStatus, 'UserAccountStatus', 'Whether an account may be used.', {
  ACTIVE: 'May be used, while it is not locked and the staff number is valid.',
  DISABLED: 'May not be used any more.',
});

@Noun({
  tag: 'ua',
  description:
    'An account of the built-in sign-in: a name and a password, of which only a salted hash is kept (SYS-17).',
})
export class UserAccount extends Node {
  @Text({
    description: 'Name to sign in with; the staff number for staff, the number of the operator for partners.',
    max: 60,
    access: 'unique',
  })
  loginNo!: string;

  @EnumOf(() => UserAccountKind, { description: 'As whom the holder calls.' })
  kind!: UserAccountKind;

  @One(() => Employee, {
    description: 'The employee; null for administrators and operators of partners.',
    nullable: true,
    inverse: 'accounts',
    inverseDescription: 'Accounts of the built-in sign-in.',
  })
  employee?: Employee | null;

  @One(() => PartnerOperator, {
    description: 'The operator of a partner; null for others.',
    nullable: true,
    inverse: 'accounts',
    inverseDescription: 'Accounts of the built-in sign-in.',
  })
  operator?: PartnerOperator | null;

  @EnumOf(() => UserAccountStatus, { description: 'Whether it may be used.', access: 'slow' })
  status!: UserAccountStatus;

  @Bool({ description: 'Whether the password must be changed before the next sign-in.', access: 'slow' })
  mustChange!: boolean;

  @Instant({
    description: 'Until when it is locked because of wrong passwords; null when it is not.',
    nullable: true,
    access: 'slow',
  })
  lockedUntil?: Date | null;

  @Instant({ description: 'When its holder signed in last.', nullable: true, access: 'slow' })
  lastSignInAt?: Date | null;

  @Instant({ description: 'When the password was changed last.', access: 'slow' })
  passwordChangedAt!: Date;

  /** Argon2id hash. */
  @Property({ type: 'string', columnType: 'varchar(200)', hidden: true })
  passwordHash!: string;

  /** Hashes of the passwords before, latest first, which must not come again. */
  @Property({ type: 'array', columnType: 'text[]', hidden: true })
  formerHashes!: string[];

  /** Wrong passwords since the last right one. */
  @Property({ type: 'integer', columnType: 'int', hidden: true })
  failures!: number;

  /** Counted when all tokens that were issued before are to end. */
  @Property({ type: 'integer', columnType: 'int', hidden: true })
  session!: number;
}
