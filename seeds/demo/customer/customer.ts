import {
  ContactPerson,
  ContactPersonType,
  Customer,
  CustomerCode,
  CustomerCodeLevel,
  customerLifecycle,
  CustomerLifecycleState,
  InNetworkPhase,
  SegmentMembership,
} from '../../../src/domains/customer/index.js';
import { encodeId } from '../../../src/kernel/model/index.js';
import { nounOf } from '../../../src/kernel/model/registry.js';
import { ExternalOrganization, Individual } from '../../../src/domains/party/index.js';
import type { Actor } from '../../bulk/history.js';
import type { Step } from '../../bulk/chronicle.js';
import { makePerson } from '../people/person.js';
import type { Story } from '../story.js';
import { addMedia, addPerson, type Who } from './party.js';

/** What became of a customer. */
export interface Standing {
  /** When the first order was done; undefined before. */
  joinedAt: Date | undefined;
  /** When everything was given up. */
  leftAt: Date | undefined;
  /** What the customer spends in a month, in CNY. */
  monthly: number;
}

/** The customer with its code, segments and contact persons. */
export function addCustomer(story: Story, who: Who, createdAt: Date, clerk: Actor, standing: Standing): void {
  const { random, region, customerId, population } = story;
  const code = `C${region.code}-${story.serial}`;
  const managers = population.staff.managers.get(region.network) ?? [];
  const manager = who.business && managers.length > 0 ? random.pick(managers) : undefined;
  const lifecycle = liveThrough(story, createdAt, clerk, standing);
  const partyNoun = who.business ? ExternalOrganization : Individual;
  story.chronicle.fact('customer.created', Customer, customerId, {
    at: createdAt,
    actor: clerk,
    data: {
      code,
      name: who.name,
      customerType: who.customerType,
      partyId: encodeId(nounOf(partyNoun).tag!, who.partyId),
      documents: [who.business ? 'REGISTRATION_NO' : 'ID_CARD'],
    },
  });
  story.add(Customer, {
    id: customerId,
    createdAt,
    code,
    name: who.name,
    party: who.partyId,
    lifecycle,
    inNetworkPhase:
      lifecycle === CustomerLifecycleState.IN_NETWORK
        ? random.pick([InNetworkPhase.UPGRADE, InNetworkPhase.MATURE, InNetworkPhase.MATURE, InNetworkPhase.DECLINE])
        : null,
    customerType: who.customerType,
    subType: who.subType,
    serviceLevel: who.serviceLevel,
    secrecyLevel: who.secrecyLevel,
    region: region.id,
    accountManager: manager?.id ?? null,
    vipNo: who.serviceLevel === 'DIAMOND' ? `V${story.serial}` : null,
    serviceAddress: who.address,
    operators: random.chance(0.15) ? ['本网', random.pick(['移动', '联通', '广电'])] : [],
    joinedAt: standing.joinedAt ?? null,
    leftAt: standing.leftAt ?? null,
    version: 1 + (standing.joinedAt ? 1 : 0) + (standing.leftAt ? 1 : 0),
    characteristics: {},
  });
  story.add(CustomerCode, {
    createdAt,
    code,
    customer: customerId,
    level: CustomerCodeLevel.LOCAL_NETWORK,
    issuedBy: region.code,
    validity: { from: createdAt, to: null },
  });
  if (who.customerType === 'BIG') {
    story.add(CustomerCode, {
      createdAt,
      code: `G${story.serial}`,
      customer: customerId,
      level: CustomerCodeLevel.HEADQUARTERS,
      issuedBy: 'HQ',
      validity: { from: createdAt, to: null },
    });
  }
  addSegments(story, who, createdAt, standing.monthly);
  if (who.business) addContactPersons(story, createdAt, clerk);
}

function liveThrough(
  story: Story,
  createdAt: Date,
  clerk: Actor,
  { joinedAt, leftAt }: Standing,
): CustomerLifecycleState {
  const steps: Step<'enter' | 'leave' | 'winBack'>[] = [];
  if (joinedAt)
    steps.push({ action: 'enter', ...story.bySystem(joinedAt, { reason: 'The first order was completed.' }) });
  if (leftAt)
    steps.push({ action: 'leave', ...story.bySystem(leftAt, { reason: 'The last product was taken away.' }) });
  return story.chronicle.life(customerLifecycle, Customer, story.customerId, story.by(clerk, createdAt), steps);
}

function addSegments(story: Story, who: Who, createdAt: Date, monthly: number): void {
  const { segments } = story.population;
  const value = monthly >= 300 ? 'VALUE_HIGH' : monthly >= 100 ? 'VALUE_MEDIUM' : 'VALUE_LOW';
  const age = who.age === null ? undefined : who.age < 35 ? 'AGE_YOUNG' : who.age < 60 ? 'AGE_MIDDLE' : 'AGE_SENIOR';
  for (const code of [value, age]) {
    const segment = code ? segments.get(code) : undefined;
    if (segment)
      story.add(SegmentMembership, {
        createdAt,
        customer: story.customerId,
        segment: segment.id,
        dimension: segment.dimensionId,
        validity: { from: createdAt, to: null },
      });
  }
}

const duties: readonly (readonly [ContactPersonType, string, string])[] = [
  [ContactPersonType.GENERAL, '行政部', '行政主管'],
  [ContactPersonType.FINANCE, '财务部', '会计'],
  [ContactPersonType.TECHNICAL, '信息部', '网络管理员'],
];

function addContactPersons(story: Story, createdAt: Date, clerk: Actor): void {
  const { random, customerId } = story;
  for (const [contactType, department, jobTitle] of duties.slice(0, random.int(1, duties.length))) {
    const person = makePerson(random, 0.03);
    const personId = addPerson(story, person, createdAt);
    addMedia(story, personId, person, createdAt, null);
    const preferred = contactType === ContactPersonType.GENERAL;
    const id = story.add(ContactPerson, {
      createdAt,
      customer: customerId,
      person: personId,
      contactType,
      preferred,
      department,
      jobTitle,
    });
    story.chronicle.fact(
      'customer.contact.added',
      ContactPerson,
      id,
      story.by(clerk, createdAt, { data: { name: person.name, contactType, preferred } }),
    );
  }
}
