import { Bool, describeEnum, EnumOf, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Party } from './party.js';

export enum ContactMediumKind {
  PHONE_FIXED = 'PHONE_FIXED',
  MOBILE = 'MOBILE',
  PAGER = 'PAGER',
  EMAIL = 'EMAIL',
  FAX = 'FAX',
  POST = 'POST',
  WEB = 'WEB',
}

describeEnum(ContactMediumKind, 'ContactMediumKind', 'Means by which a party is reached.', {
  PHONE_FIXED: 'Fixed-line telephone number.',
  MOBILE: 'Mobile telephone number.',
  PAGER: 'Pager number.',
  EMAIL: 'E-mail address.',
  FAX: 'Fax number.',
  POST: 'Postal address.',
  WEB: 'Web site, an http or https URL.',
});

export enum ContactPurpose {
  GENERAL = 'GENERAL',
  HOME = 'HOME',
  WORK = 'WORK',
  BILLING = 'BILLING',
  SERVICE = 'SERVICE',
  EMERGENCY = 'EMERGENCY',
}

describeEnum(ContactPurpose, 'ContactPurpose', 'What a contact medium is for.', {
  GENERAL: 'Any purpose.',
  HOME: 'At home, or the registered address.',
  WORK: 'At work.',
  BILLING: 'Bills and payment.',
  SERVICE: 'Installation and fault clearing.',
  EMERGENCY: 'Emergencies only.',
});

@Noun({
  tag: 'cm',
  root: false,
  plural: 'contactMedia',
  description: 'A telephone number, e-mail or postal address by which a party is reached (TMF632 ContactMedium).',
})
export class ContactMedium extends Node {
  @One(() => Party, {
    description: 'Who is reached.',
    inverse: 'contactMedia',
    inverseDescription: 'Telephone numbers and addresses of the party.',
  })
  party!: Party;

  @EnumOf(() => ContactMediumKind, { description: 'Means.' })
  kind!: ContactMediumKind;

  @Text({
    description: 'Number, address or URL; telephone numbers as digits with an optional leading +.',
    max: 300,
    access: 'btree',
  })
  value!: string;

  @Text({ description: 'Postcode of a postal address.', nullable: true, max: 12 })
  postcode?: string | null;

  @EnumOf(() => ContactPurpose, { description: 'What it is for.' })
  purpose: ContactPurpose = ContactPurpose.GENERAL;

  @Bool({ description: 'Whether the party prefers it over its other media.', access: 'slow' })
  preferred: boolean = false;
}
