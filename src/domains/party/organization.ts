import { describeEnum, EnumOf, Int, Money, Noun, Text, Value } from '../../kernel/model/index.js';
import { Party } from './party.js';

export enum OrganizationScale {
  MICRO = 'MICRO',
  SMALL = 'SMALL',
  MEDIUM = 'MEDIUM',
  LARGE = 'LARGE',
}

describeEnum(OrganizationScale, 'OrganizationScale', 'Size class of an organisation (CUS-31).', {
  MICRO: 'Micro enterprise.',
  SMALL: 'Small enterprise.',
  MEDIUM: 'Medium enterprise.',
  LARGE: 'Large enterprise.',
});

@Noun({
  abstract: true,
  description: 'A collective with purpose and system: exactly internal or external (MOD-04, TMF632 Organization).',
})
export abstract class Organization extends Party {
  @Text({
    description:
      'Business registration number: the 18-character unified social credit code, or the former 15-digit number (CUS-09).',
    nullable: true,
    max: 40,
    access: 'btree',
  })
  registrationNo?: string | null;

  @Text({ description: 'Name of the legal representative.', nullable: true })
  legalRepresentative?: string | null;

  @Text({ description: 'Industry, such as a section of GB/T 4754 (CUS-09).', nullable: true, max: 100, access: 'slow' })
  industry?: string | null;

  @EnumOf(() => OrganizationScale, { description: 'Size class.', nullable: true })
  scale?: OrganizationScale | null;

  @Int({ description: 'Number of people.', nullable: true, access: 'slow' })
  headCount?: number | null;

  @Value(() => Money, { description: 'Revenue of the last business year.', nullable: true, access: 'slow' })
  revenue?: Money | null;
}
