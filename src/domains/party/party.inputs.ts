import {
  BoolInput,
  DayInput,
  EnumInput,
  Input,
  IntInput,
  MoneyInput,
  ObjectInput,
  TextInput,
  TextListInput,
} from '../../kernel/model/index.js';
import { ContactMediumKind, ContactPurpose } from './contact-medium.js';
import { Education, Gender, MaritalStatus } from './individual.js';
import { OrganizationScale } from './organization.js';
import { IdentificationType } from './party-identification.js';

@Input('An identity document (CUS-12).')
export class IdentificationInput {
  @EnumInput(() => IdentificationType, { description: 'Kind of document.' })
  type!: IdentificationType;

  @TextInput({ description: 'Number; checked by the rule of its kind (INVALID_IDENTITY_NUMBER).', max: 40 })
  number!: string;

  @DayInput({ description: 'Last day of validity; a past day is refused (EXPIRED).', optional: true })
  validUntil?: string | null;

  @TextInput({ description: 'Address printed on the document.', optional: true, max: 300 })
  address?: string | null;

  @BoolInput({
    description: 'Whether the original was checked; false when absent. Only staff may say so.',
    optional: true,
  })
  verified?: boolean | null;
}

@Input('A telephone number, e-mail or postal address.')
export class ContactMediumInput {
  @EnumInput(() => ContactMediumKind, { description: 'Means.' })
  kind!: ContactMediumKind;

  @TextInput({ description: 'Number, address or URL, in the form of its kind.', max: 300 })
  value!: string;

  @TextInput({ description: 'Postcode, for postal addresses only.', optional: true, max: 12 })
  postcode?: string | null;

  @EnumInput(() => ContactPurpose, { description: 'What it is for; GENERAL when absent.', optional: true })
  purpose?: ContactPurpose | null;

  @BoolInput({ description: 'Whether it is preferred; the party then prefers no other.', optional: true })
  preferred?: boolean | null;
}

@Input('What may be said of every person.')
class IndividualDataInput {
  @TextInput({ description: 'Short or familiar name.', optional: true, max: 100 })
  shortName?: string | null;

  @EnumInput(() => Gender, { description: 'Gender.', optional: true })
  gender?: Gender | null;

  @DayInput({ description: 'Day of birth, not in the future; must agree with an identity card.', optional: true })
  birthDate?: string | null;

  @TextInput({ description: 'Nationality, ISO 3166-1 alpha-2, such as `CN`.', optional: true, max: 2 })
  nationality?: string | null;

  @TextInput({ description: 'Religion.', optional: true, max: 60 })
  religion?: string | null;

  @TextInput({ description: 'Political status (政治面貌).', optional: true, max: 60 })
  politicalStatus?: string | null;

  @EnumInput(() => Education, { description: 'Highest completed education.', optional: true })
  education?: Education | null;

  @TextInput({ description: 'Occupation.', optional: true, max: 100 })
  occupation?: string | null;

  @EnumInput(() => MaritalStatus, { description: 'Marital status.', optional: true })
  maritalStatus?: MaritalStatus | null;

  @TextListInput({ description: 'Hobbies.', optional: true, max: 20, maxText: 60 })
  hobbies?: string[] | null;
}

@Input('A natural person.')
export class IndividualInput extends IndividualDataInput {
  @TextInput({ description: 'Full name.' })
  name!: string;
}

@Input('Changes of a person: absent fields stay, null empties a field.')
export class IndividualChangeInput extends IndividualDataInput {
  @TextInput({ description: 'Full name; cannot be emptied.', optional: true })
  name?: string | null;
}

@Input('What may be said of every organisation.')
class OrganizationDataInput {
  @TextInput({ description: 'Short or familiar name.', optional: true, max: 100 })
  shortName?: string | null;

  @TextInput({ description: 'Name of the legal representative.', optional: true })
  legalRepresentative?: string | null;

  @TextInput({ description: 'Industry.', optional: true, max: 100 })
  industry?: string | null;

  @EnumInput(() => OrganizationScale, { description: 'Size class.', optional: true })
  scale?: OrganizationScale | null;

  @IntInput({ description: 'Number of people.', optional: true, min: 0, max: 10_000_000 })
  headCount?: number | null;

  @ObjectInput(() => MoneyInput, { description: 'Revenue of the last business year.', optional: true })
  revenue?: MoneyInput | null;

  @TextInput({ description: 'Kind of unit, such as company, school or government body.', optional: true, max: 60 })
  unitKind?: string | null;
}

@Input('An organisation outside the operator.')
export class OrganizationInput extends OrganizationDataInput {
  @TextInput({ description: 'Full name.' })
  name!: string;

  @TextInput({
    description:
      'Business registration number; becomes an identity document of the organisation too (INVALID_IDENTITY_NUMBER).',
    optional: true,
    max: 40,
  })
  registrationNo?: string | null;
}

@Input('Changes of an organisation: absent fields stay, null empties a field.')
export class OrganizationChangeInput extends OrganizationDataInput {
  @TextInput({ description: 'Full name; cannot be emptied.', optional: true })
  name?: string | null;
}
