import { Property } from '@mikro-orm/decorators/legacy';
import { describeEnum, EnumOf, Instant, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { Customer } from './customer.js';

export enum CredentialPurpose {
  QUERY = 'QUERY',
  CHANGE = 'CHANGE',
  ACCEPT = 'ACCEPT',
  WHOLE = 'WHOLE',
}

describeEnum(CredentialPurpose, 'CredentialPurpose', 'What a service password of a customer is for (CUS-03, CUS-18).', {
  QUERY: 'To ask about the own data.',
  CHANGE: 'To change data and to order products.',
  ACCEPT: 'To have business accepted.',
  WHOLE: 'For everything.',
});

/** Purposes whose passwords serve for a purpose, the one for everything included (CUS-03). */
export const serving: Readonly<Record<CredentialPurpose, readonly CredentialPurpose[]>> = {
  QUERY: [CredentialPurpose.QUERY, CredentialPurpose.CHANGE, CredentialPurpose.WHOLE],
  CHANGE: [CredentialPurpose.CHANGE, CredentialPurpose.WHOLE],
  ACCEPT: [CredentialPurpose.ACCEPT, CredentialPurpose.WHOLE],
  WHOLE: [CredentialPurpose.WHOLE],
};

@UniqueTogether(['customer', 'purpose'])
@Noun({
  tag: 'cw',
  root: false,
  description: 'A service password of a customer, by purpose. Only a salted hash is kept; it is never told (CUS-18).',
})
export class CustomerCredential extends Node {
  @One(() => Customer, {
    description: 'The customer.',
    inverse: 'credentials',
    inverseDescription: 'Service passwords of the customer, without the passwords.',
  })
  customer!: Customer;

  @EnumOf(() => CredentialPurpose, { description: 'What it is for.' })
  purpose!: CredentialPurpose;

  @Instant({ description: 'When it was set last.', access: 'slow' })
  setAt!: Date;

  @Instant({
    description: 'Until when it is locked because of wrong tries; null when it is not.',
    nullable: true,
    access: 'slow',
  })
  lockedUntil?: Date | null;

  /** Argon2id hash. */
  @Property({ type: 'string', columnType: 'varchar(200)', hidden: true })
  passwordHash!: string;

  /** Wrong tries since the last right one. */
  @Property({ type: 'integer', columnType: 'int', hidden: true })
  failures!: number;
}
