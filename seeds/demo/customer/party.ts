import { CustomerType, SecrecyLevel, ServiceLevel } from '../../../src/domains/customer/index.js';
import {
  ContactMedium,
  ContactMediumKind,
  ContactPurpose,
  Education,
  ExternalOrganization,
  IdentificationType,
  Individual,
  MaritalStatus,
  OrganizationScale,
  PartyStatus,
} from '../../../src/domains/party/index.js';
import { creditCodeOf, idCardOf } from '../people/documents.js';
import { companyWords, foreignCompanies, foreignForms, hobbies, industries, occupations } from '../people/names.js';
import { makeAddress, makeEmail, makeMobile, makePerson, type Person } from '../people/person.js';
import type { Story } from '../story.js';

/** Who the customer is. */
export interface Who {
  partyId: string;
  name: string;
  business: boolean;
  customerType: CustomerType;
  subType: string | null;
  serviceLevel: ServiceLevel;
  secrecyLevel: SecrecyLevel;
  address: string;
  mobile: string;
  email: string;
  /** Who signs. */
  signatory: string;
  /** Full years; null of a company. */
  age: number | null;
}

const FOREIGN = 0.05;
const MS_A_YEAR = 365.25 * 86_400_000;

/** Makes up the party of a customer: one in ten is a company. */
export function makeParty(story: Story, createdAt: Date): Who {
  return story.random.chance(0.1) ? makeCompany(story, createdAt) : makeResident(story, createdAt);
}

function makeResident(story: Story, createdAt: Date): Who {
  const { random, region, population } = story;
  const person = makePerson(random, FOREIGN);
  const chinese = person.nationality === 'CN';
  const card = idCardOf(population.seed, story.index, person.gender === 'MALE');
  const age = Math.floor((population.anchor.getTime() - new Date(card.birthDate).getTime()) / MS_A_YEAR);
  const address = makeAddress(random, region.city);
  const partyId = addPerson(story, person, createdAt, {
    birthDate: card.birthDate,
    education: random.pick(Object.values(Education)),
    occupation: age < 62 ? random.pick(occupations) : '退休',
    maritalStatus:
      age < 26
        ? MaritalStatus.SINGLE
        : random.weighted([
            [MaritalStatus.MARRIED, 8],
            [MaritalStatus.SINGLE, 2],
            [MaritalStatus.DIVORCED, 1],
          ] as const),
    hobbies: random.chance(0.3) ? [...new Set([random.pick(hobbies), random.pick(hobbies)])] : [],
  });
  story.addDocument({
    createdAt,
    party: partyId,
    type: chinese ? IdentificationType.ID_CARD : IdentificationType.PASSPORT,
    number: chinese ? card.number : `${person.nationality}${story.serial}`,
    address: chinese ? address : null,
    verified: random.chance(0.95),
  });
  const { mobile, email } = addMedia(story, partyId, person, createdAt, address);
  const [customerType, subType] = random.weighted([
    [[CustomerType.PUBLIC, 'NOT_IMPORTANT'], 84],
    [[CustomerType.PUBLIC, 'IMPORTANT'], 11],
    [[CustomerType.FLOATING, null], 5],
  ] as const);
  const serviceLevel = random.weighted([
    [ServiceLevel.STANDARD, 80],
    [ServiceLevel.SAPPHIRE, 13],
    [ServiceLevel.JADE, 5],
    [ServiceLevel.DIAMOND, 2],
  ] as const);
  return {
    partyId,
    name: person.name,
    business: false,
    customerType,
    subType,
    serviceLevel,
    secrecyLevel: SecrecyLevel.NORMAL,
    address,
    mobile,
    email,
    signatory: person.name,
    age,
  };
}

/** A person with everything that is known about them. */
export function addPerson(
  story: Story,
  person: Person,
  createdAt: Date,
  more: {
    birthDate?: string;
    education?: Education;
    occupation?: string;
    maritalStatus?: MaritalStatus;
    hobbies?: string[];
  } = {},
): string {
  return story.add(Individual, {
    createdAt,
    name: person.name,
    status: PartyStatus.ACTIVE,
    region: story.region.id,
    gender: person.gender,
    nationality: person.nationality,
    ...more,
    hobbies: more.hobbies ?? [],
  });
}

/** Telephone number, e-mail and postal address of a party. */
export function addMedia(
  story: Story,
  party: string,
  person: Pick<Person, 'handle'>,
  createdAt: Date,
  address: string | null,
): { mobile: string; email: string } {
  const { random } = story;
  const mobile = makeMobile(random);
  const email = makeEmail(random, person.handle);
  const base = { createdAt, party, preferred: false };
  story.add(ContactMedium, {
    ...base,
    kind: ContactMediumKind.MOBILE,
    value: mobile,
    purpose: ContactPurpose.GENERAL,
    preferred: true,
  });
  if (random.chance(0.5))
    story.add(ContactMedium, { ...base, kind: ContactMediumKind.EMAIL, value: email, purpose: ContactPurpose.BILLING });
  if (address)
    story.add(ContactMedium, {
      ...base,
      kind: ContactMediumKind.POST,
      value: address,
      postcode: `${random.int(1, 8)}${random.digits(5)}`,
      purpose: ContactPurpose.HOME,
    });
  return { mobile, email };
}

function makeCompany(story: Story, createdAt: Date): Who {
  const { random, region, population } = story;
  const [industry, word] = random.pick(industries);
  const foreign = random.chance(0.08);
  const city = region.city.replace(/市.*$/, '');
  const name = foreign
    ? `${random.pick(foreignCompanies)} ${random.pick(foreignForms)}`
    : `${city}${random.pick(companyWords)}${word}有限公司`;
  const registrationNo = creditCodeOf(population.seed, story.index, region.network);
  const head = makePerson(random, foreign ? 0.8 : 0);
  const big = random.chance(0.15);
  const scale = big
    ? OrganizationScale.LARGE
    : random.pick([
        OrganizationScale.MICRO,
        OrganizationScale.SMALL,
        OrganizationScale.SMALL,
        OrganizationScale.MEDIUM,
      ]);
  const partyId = story.add(ExternalOrganization, {
    createdAt,
    name,
    shortName: foreign ? null : name.slice(city.length, -4),
    status: PartyStatus.ACTIVE,
    region: region.id,
    registrationNo,
    legalRepresentative: head.name,
    industry,
    scale,
    headCount: big ? random.int(500, 9000) : random.int(3, 400),
    revenue: { amount: String(random.int(big ? 200 : 1, big ? 9000 : 150) * 1_000_000), currency: 'CNY' },
    unitKind: '企业',
  });
  const address = makeAddress(random, region.city);
  story.addDocument({
    createdAt,
    party: partyId,
    type: IdentificationType.REGISTRATION_NO,
    number: registrationNo,
    address,
    verified: true,
  });
  const { mobile, email } = addMedia(story, partyId, head, createdAt, address);
  const subType = random.pick(big ? ['1A', '2A', '3A', '4A', '5A'] : ['A', 'B', 'C', 'D']);
  const serviceLevel = big
    ? random.pick([ServiceLevel.DIAMOND, ServiceLevel.DIAMOND, ServiceLevel.JADE])
    : random.pick([ServiceLevel.STANDARD, ServiceLevel.SAPPHIRE, ServiceLevel.JADE]);
  const secrecyLevel = random.chance(big ? 0.1 : 0.01) ? SecrecyLevel.CONFIDENTIAL : SecrecyLevel.NORMAL;
  const customerType = big ? CustomerType.BIG : CustomerType.COMMERCIAL;
  return {
    partyId,
    name,
    business: true,
    customerType,
    subType,
    serviceLevel,
    secrecyLevel,
    address,
    mobile,
    email,
    signatory: head.name,
    age: null,
  };
}
