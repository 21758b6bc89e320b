import { Day, describeEnum, EnumOf, Noun, Text, TextList, WithheldParts } from '../../kernel/model/index.js';
import { Party } from './party.js';

export enum Gender {
  MALE = 'MALE',
  FEMALE = 'FEMALE',
  OTHER = 'OTHER',
}

describeEnum(Gender, 'Gender', 'Gender of a person (ISO/IEC 5218 without its unknown value, which is null here).', {
  MALE: 'Male.',
  FEMALE: 'Female.',
  OTHER: 'Neither, or not applicable.',
});

export enum MaritalStatus {
  SINGLE = 'SINGLE',
  MARRIED = 'MARRIED',
  DIVORCED = 'DIVORCED',
  WIDOWED = 'WIDOWED',
}

describeEnum(MaritalStatus, 'MaritalStatus', 'Marital status of a person (TMF632).', {
  SINGLE: 'Never married.',
  MARRIED: 'Married or in a partnership.',
  DIVORCED: 'Divorced or separated.',
  WIDOWED: 'Widowed.',
});

export enum Education {
  PRIMARY = 'PRIMARY',
  SECONDARY = 'SECONDARY',
  VOCATIONAL = 'VOCATIONAL',
  BACHELOR = 'BACHELOR',
  MASTER = 'MASTER',
  DOCTOR = 'DOCTOR',
}

describeEnum(Education, 'Education', 'Highest completed education of a person (CUS-61).', {
  PRIMARY: 'Primary school.',
  SECONDARY: 'Secondary school.',
  VOCATIONAL: 'Vocational or junior college.',
  BACHELOR: "Bachelor's degree.",
  MASTER: "Master's degree.",
  DOCTOR: 'Doctorate.',
});

@Noun({ tag: 'pi', description: 'A natural person (MOD-03, TMF632 Individual).' })
export class Individual extends Party {
  @EnumOf(() => Gender, { description: 'Gender; null when not known.', nullable: true })
  gender?: Gender | null;

  @Day({ description: 'Day of birth.', nullable: true, access: 'slow' })
  birthDate?: string | null;

  @Text({ description: 'Nationality, ISO 3166-1 alpha-2, such as `CN`.', nullable: true, max: 2 })
  nationality?: string | null;

  @Text({
    description: 'Religion, as the person says it; kept only when given (CUS, basic attributes).',
    nullable: true,
    max: 60,
  })
  religion?: string | null;

  @Text({
    description: 'Political status (政治面貌), as the person says it; kept only when given.',
    nullable: true,
    max: 60,
  })
  politicalStatus?: string | null;

  @EnumOf(() => Education, { description: 'Highest completed education.', nullable: true })
  education?: Education | null;

  @Text({ description: 'Occupation, free text.', nullable: true, max: 100, access: 'slow' })
  occupation?: string | null;

  @EnumOf(() => MaritalStatus, { description: 'Marital status.', nullable: true })
  maritalStatus?: MaritalStatus | null;

  @TextList({ description: 'Hobbies, free text (CUS-30).' })
  hobbies: string[] = [];

  @WithheldParts({
    description:
      'Parts of this person that the caller has no right to see, such as the religion: they come null or empty, and here a client tells that from a person of whom nothing is known (CUS-05). As of a moment in the past also the parts of which no earlier states are kept (MOD-81).',
  })
  withheldParts!: string[];
}
