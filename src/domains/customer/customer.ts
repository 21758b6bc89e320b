import { Property } from '@mikro-orm/decorators/legacy';
import {
  Characteristics,
  Computed,
  EnumOf,
  Instant,
  Int,
  Node,
  Noun,
  One,
  Text,
  TextList,
  WithheldParts,
} from '../../kernel/model/index.js';
import { Employee } from '../organisation/index.js';
import { Partner } from '../partner/index.js';
import { Party } from '../party/index.js';
import { Region } from '../region/index.js';
import { CustomerLifecycleState, CustomerType, InNetworkPhase, SecrecyLevel, ServiceLevel } from './customer-enums.js';

const groupType = (alias: string): string =>
  `(case when ${alias}."customer_type" in ('COMMERCIAL', 'BIG') then 'ENTERPRISE' when ${alias}."customer_type" = 'PUBLIC' then 'PUBLIC' end)`;

const strategy = (alias: string): string =>
  `(case ${alias}."lifecycle" when 'POTENTIAL' then 'ACQUIRE' when 'LEFT' then 'WIN_BACK' when 'IN_NETWORK' then
    case ${alias}."in_network_phase" when 'MATURE' then 'KEEP' when 'DECLINE' then 'SAVE' else 'RAISE' end end)`;

const roaming = (alias: string): string =>
  `(case ${alias}."service_level" when 'DIAMOND' then 'NATIONWIDE' when 'JADE' then 'NATIONWIDE' when 'SAPPHIRE' then 'PROVINCE' end)`;

/** A refused proposal of a service level. */
export interface LevelRefusal {
  level: ServiceLevel;
  /** Level that the customer had then. */
  from: ServiceLevel;
  /** Digest of what the rules read of the customer. */
  facts: string;
  /** When it was refused, ISO 8601. */
  at: string;
}

@Noun({
  tag: 'cu',
  forwardedBy: 'mergedInto',
  forwardedState: 'lifecycle',
  furtherKeys: { code: 'codes' },
  description:
    'A party in its role as customer: able to own or pay for offerings, or to use products (MOD-09, TMF629 Customer).',
})
export class Customer extends Node {
  @Text({
    description: 'Code given at creation; identifies exactly one customer and is never used again (CUS-06).',
    max: 40,
    access: 'unique',
  })
  code!: string;

  @Text({
    description: 'Name under which the customer is served (户名); follows the name of the party.',
    access: 'search',
  })
  name!: string;

  @One(() => Party, {
    description: 'The person or organisation that is the customer.',
    inverse: 'customers',
    inverseDescription: 'Roles of the party as customer.',
  })
  party!: Party;

  @EnumOf(() => CustomerLifecycleState, {
    description: 'Where the customer stands with the operator.',
    access: 'btree',
  })
  lifecycle!: CustomerLifecycleState;

  @EnumOf(() => InNetworkPhase, {
    description: 'Phase while the life cycle is IN_NETWORK; otherwise null.',
    nullable: true,
  })
  inNetworkPhase?: InNetworkPhase | null;

  @Computed('text', strategy, {
    description:
      'What is to be done about the customer where it stands (CUS-60): `ACQUIRE` a potential one, `RAISE`, `KEEP` or `SAVE` one in the network by its phase, `WIN_BACK` one who left; null for one who was merged.',
    nullable: true,
  })
  strategy?: string | null;

  @EnumOf(() => CustomerType, { description: 'Market group (CUS-14).' })
  customerType!: CustomerType;

  @Computed('text', groupType, {
    description:
      'Kind of customer group: `PUBLIC`, or `ENTERPRISE` for COMMERCIAL and BIG; null for FLOATING (CUS-14).',
    nullable: true,
  })
  groupType?: string | null;

  @Text({
    description:
      'Sub-type within the market group, one of `customerSubTypes` (CUS-16): as delivered 1A to 5A for BIG, A to D for COMMERCIAL, IMPORTANT or NOT_IMPORTANT for PUBLIC.',
    nullable: true,
    max: 40,
    access: 'slow',
  })
  subType?: string | null;

  @EnumOf(() => ServiceLevel, { description: 'Service level that the customer is entitled to.' })
  serviceLevel!: ServiceLevel;

  @Computed('text', roaming, {
    description:
      'Where the customer has the roaming service of the club (CUS-88): `NATIONWIDE` for DIAMOND and JADE, `PROVINCE`, the home province, for SAPPHIRE; null for no club level.',
    nullable: true,
  })
  clubRoaming?: string | null;

  @Instant({
    description:
      'Until when rules leave a service level that was given by hand; null when they may change it (CUS-87).',
    nullable: true,
    access: 'slow',
  })
  levelHeldUntil?: Date | null;

  @EnumOf(() => SecrecyLevel, { description: 'How carefully the data must be handled.' })
  secrecyLevel!: SecrecyLevel;

  @One(() => Customer, {
    description:
      'The customer that it was merged into; ids and codes of this one lead there (CUS-80). Null for customers in their own right.',
    nullable: true,
    inverse: 'mergedCustomers',
    inverseDescription: 'Customers that were merged into it (CUS-80).',
  })
  mergedInto?: Customer | null;

  @One(() => Region, {
    description: 'Region that serves the customer; staff of it and of the regions around it see the customer (CUS-27).',
    inverse: 'customers',
    inverseDescription: 'Customers served by exactly this region.',
  })
  region!: Region;

  @One(() => Employee, {
    description: 'Employee responsible for the customer (CUS-23).',
    nullable: true,
    inverse: 'managedCustomers',
    inverseDescription: 'Customers that the employee is responsible for.',
  })
  accountManager?: Employee | null;

  @One(() => Partner, {
    description:
      'Partner who developed the customer and looks after it; its operators see the customer. Null: the operator does.',
    nullable: true,
    inverse: 'customers',
    inverseDescription: 'Customers that the partner has developed.',
  })
  partner?: Partner | null;

  @Text({ description: 'VIP number.', nullable: true, max: 40, access: 'slow' })
  vipNo?: string | null;

  @Text({ description: 'Address at which the customer is served.', nullable: true, max: 300 })
  serviceAddress?: string | null;

  @TextList({ description: 'Operators whose services the customer uses, by name; several for mixed use.' })
  operators: string[] = [];

  @Instant({ description: 'When the customer first had a product in use.', nullable: true, access: 'slow' })
  joinedAt?: Date | null;

  @Instant({ description: 'When the customer left; null while not LEFT.', nullable: true, access: 'slow' })
  leftAt?: Date | null;

  /** The last level that rules proposed and somebody refused; they do not propose it again for the same reasons. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true, hidden: true })
  levelRefusal?: LevelRefusal | null;

  @Int({
    description:
      'Grows by one with every change of the record; send it as `expectedVersion` to change only what you have seen.',
  })
  version!: number;

  @Characteristics({
    description: 'Further attributes by name, as the template of the customer type has them (CUS-10).',
  })
  characteristics: Record<string, unknown> = {};

  @WithheldParts({
    description:
      'Parts of this customer that the caller has no right to see, or not all of (CUS-05, CUS-32): such a part comes empty, null or short, and here a client tells that from a customer who has none. What is not named is shown in full. Follows from the access policies; of a right that hangs on the customer alone it says so also where nothing is kept. As of a moment in the past it names also the parts of which no earlier states are kept (MOD-81).',
  })
  withheldParts!: string[];
}
