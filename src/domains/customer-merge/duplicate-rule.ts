import { Bool, describeEnum, EnumOf, Int, Node, Noun, Text } from '../../kernel/model/index.js';

export enum DuplicateBasis {
  PARTY = 'PARTY',
  DOCUMENT = 'DOCUMENT',
  NAME = 'NAME',
  SIMILAR_NAME = 'SIMILAR_NAME',
  PHONE = 'PHONE',
  EMAIL = 'EMAIL',
  ADDRESS = 'ADDRESS',
  BIRTH_DATE = 'BIRTH_DATE',
  REGION = 'REGION',
}

describeEnum(DuplicateBasis, 'DuplicateBasis', 'In what two customers must agree for a rule to hold (CUS-80).', {
  PARTY: 'Both are roles of one party.',
  DOCUMENT: 'One identity document, also as a card number of 15 and of 18 characters, or under two kinds of document.',
  NAME: 'The same name.',
  SIMILAR_NAME: 'Names of which most letter triples are the same; finds nobody by itself.',
  PHONE: 'A telephone number.',
  EMAIL: 'An e-mail address.',
  ADDRESS: 'A postal address.',
  BIRTH_DATE: 'The day of birth; finds nobody by itself.',
  REGION: 'The region that serves them; finds nobody by itself.',
});

export enum DuplicateParty {
  ANY = 'ANY',
  PERSON = 'PERSON',
  ORGANIZATION = 'ORGANIZATION',
}

describeEnum(DuplicateParty, 'DuplicateParty', 'Which customers a rule compares.', {
  ANY: 'All.',
  PERSON: 'Persons with persons.',
  ORGANIZATION: 'Organisations with organisations.',
});

@Noun({
  tag: 'qd',
  description:
    'What speaks for two customers being one: each rule that holds for them adds its weight, and from the sum `customer.duplicates.threshold` on they are candidates (CUS-80).',
})
export class DuplicateRule extends Node {
  @Text({ description: 'Code, such as `SAME_PHONE`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name for people.' })
  name!: string;

  @EnumOf(() => DuplicateBasis, { description: 'In what they must agree.' })
  basis!: DuplicateBasis;

  @EnumOf(() => DuplicateParty, { description: 'Which customers it compares.' })
  appliesTo!: DuplicateParty;

  @Int({ description: 'Weight, 1 to 100.', access: 'slow' })
  weight!: number;

  @Bool({ description: 'Whether it is in use.', access: 'slow' })
  active!: boolean;
}
