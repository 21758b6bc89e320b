import { Index, Property } from '@mikro-orm/decorators/legacy';
import { describeEnum, EnumOf, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { IdentificationType } from '../party/index.js';
import { Region } from '../region/index.js';

export enum PortalRegistrationStatus {
  REQUESTED = 'REQUESTED',
  VERIFIED = 'VERIFIED',
  CREATED = 'CREATED',
  MAINTAINED = 'MAINTAINED',
  REVIEW = 'REVIEW',
  REJECTED = 'REJECTED',
}

describeEnum(PortalRegistrationStatus, 'PortalRegistrationStatus', 'State of a registration at the portal (CUS-95).', {
  REQUESTED: 'Waits for the code that was sent to the telephone; worth nothing without it.',
  VERIFIED: 'The code was given; the customer is made or found.',
  CREATED: 'A customer was made of it.',
  MAINTAINED: 'It belongs to a customer who was here, whose data it completed.',
  REVIEW: 'Staff must decide: it names a customer who was here without proving to be them, or was refused.',
  REJECTED: 'Staff decided that it leads to nothing.',
});

@Index({ name: 'portal_registration_mobile', properties: ['mobile', 'requestedAt'] })
@Noun({
  tag: 'qz',
  description:
    'That somebody registered at the portal to be a customer: what they said of themselves, and what came of it; for staff (CUS-95).',
})
export class PortalRegistration extends Node {
  @Text({ description: 'Number by which the registrant confirms it; cannot be guessed.', max: 40, access: 'unique' })
  registrationNo!: string;

  @EnumOf(() => PortalRegistrationStatus, { description: 'State.', access: 'btree' })
  status!: PortalRegistrationStatus;

  @Text({ description: 'Name that was given.', access: 'slow' })
  name!: string;

  @EnumOf(() => IdentificationType, { description: 'Kind of the identity document that was given.' })
  idType!: IdentificationType;

  @Text({ description: 'Its number.', max: 40 })
  idNo!: string;

  @Text({ description: 'Mobile number that was given, to which the code was sent.', max: 40 })
  mobile!: string;

  @Text({ description: 'E-mail address that was given; null for none.', nullable: true, max: 200 })
  email?: string | null;

  @One(() => Region, {
    description: 'Region in which the registrant wants to be served.',
    inverse: 'portalRegistrations',
    inverseDescription: 'Registrations at the portal for exactly this region.',
  })
  region!: Region;

  @One(() => Customer, {
    description:
      'The customer that was made or completed, or in REVIEW the one that the document names; null for none.',
    nullable: true,
    inverse: 'portalRegistrations',
    inverseDescription: 'Registrations at the portal about the customer (CUS-95); empty for customers and partners.',
  })
  customer?: Customer | null;

  @Instant({ description: 'When it was asked for.', access: 'btree' })
  requestedAt!: Date;

  @Instant({ description: 'When it was dealt with; null before.', nullable: true, access: 'slow' })
  decidedAt?: Date | null;

  @Text({ description: 'Why it needs a decision, or how staff decided; null for neither.', nullable: true, max: 500 })
  remark?: string | null;

  /** Hash of the code that was sent; null before. */
  @Property({ type: 'string', columnType: 'varchar(200)', nullable: true, hidden: true })
  codeHash!: string | null;

  /** Wrong codes so far. */
  @Property({ type: 'integer', columnType: 'int', hidden: true })
  failures!: number;
}
