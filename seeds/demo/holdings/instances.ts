import { ProductKind } from '../../../src/domains/catalogue/index.js';
import { Customer } from '../../../src/domains/customer/index.js';
import {
  InstanceParty,
  InstancePartyRole,
  InstanceRelationship,
  InstanceRelationshipKind,
  OfferingInstance,
  offeringInstanceLifecycle,
  PaymentRule,
  ProductInstance,
  productInstanceLifecycle,
  ProductInstanceStatus,
  ShareType,
} from '../../../src/domains/inventory/index.js';
import type { Occasion } from '../../bulk/chronicle.js';
import { base32 } from '../../bulk/base32.js';
import { seedId } from '../../bulk/seed-id.js';
import { makeMobile } from '../people/person.js';
import type { RefProduct } from '../reference.js';
import { BLOCK, type Story } from '../story.js';
import type { HeldInstance, Holding } from './holding.js';

const areaCodes: Record<string, string> = {
  1100: '010',
  3100: '021',
  4401: '020',
  4403: '0755',
  4406: '0757',
  4419: '0769',
  5101: '028',
  3301: '0571',
  4201: '027',
  6101: '029',
};

/** A customer buys an offering: it is held from now on, with its product instances still to be put into service. */
export function buy(story: Story, holding: Holding, sold: Occasion, address: string): void {
  holding.sold = sold;
  for (const { product, fixed, quantity } of holding.pieces) {
    for (let piece = 0; piece < quantity; piece++) {
      holding.instances.push({
        id: story.id(ProductInstance),
        product,
        holding,
        created: sold,
        steps: [],
        status: ProductInstanceStatus.PENDING,
        suspendReason: null,
        inFlight: null,
        characteristics: { ...product.defaults, ...fixed },
        address: product.code === 'MOBILE' || product.code === 'ROAMING' ? null : address,
        accessNumber: accessNumber(story, product),
        activatedAt: null,
        endedAt: null,
      });
    }
  }
}

function accessNumber({ random, region }: Story, { code }: RefProduct): string | null {
  if (code === 'MOBILE') return makeMobile(random);
  if (code === 'PHONE' || code === 'MULTI_LINE' || code === 'CLOUD_PBX')
    return `${areaCodes[region.network] ?? '0512'}${random.int(2, 8)}${random.digits(7)}`;
  if (code.startsWith('INTERNET_')) return `bb${region.network}${random.digits(8)}`;
  if (code === 'LEASED_LINE' || code === 'MPLS_VPN') return `CIR-${region.network}-${random.digits(6)}`;
  return null;
}

/** Writes everything that the customer has or had, as it stands at last. */
export function addHoldings(story: Story, holdings: readonly Holding[], accounts: readonly string[]): void {
  const instances = holdings.flatMap((holding) => holding.instances);
  for (const holding of holdings) {
    if (!holding.sold) continue;
    const { sold, offering } = holding;
    const status = story.chronicle.life(offeringInstanceLifecycle, OfferingInstance, holding.id, sold, holding.steps);
    story.add(OfferingInstance, {
      id: holding.id,
      createdAt: sold.at,
      customer: story.customerId,
      offering: offering.id,
      status,
      validity: { from: sold.at, to: holding.endedAt },
      tariffPlan: offering.planId,
      agreedPrice: null,
      region: story.region.id,
    });
    for (const instance of holding.instances) addInstance(story, instance, instances, accounts);
  }
}

function addInstance(
  story: Story,
  instance: HeldInstance,
  all: readonly HeldInstance[],
  accounts: readonly string[],
): void {
  const { random, customerId, region, population } = story;
  const { id, product, created, endedAt } = instance;
  const status = story.chronicle.life(productInstanceLifecycle, ProductInstance, id, created, instance.steps);
  if (status !== instance.status)
    throw new Error(`A seeded instance is ${status} by its steps and ${instance.status} by its story.`);
  const number = all.indexOf(instance);
  const account = accounts[random.chance(0.8) ? 0 : random.int(0, accounts.length - 1)]!;
  story.add(ProductInstance, {
    id,
    createdAt: created.at,
    instanceNo: `PI${base32(population.seed, 7)}${base32(story.index, 5)}${base32(number, 2)}`,
    accessNumber: instance.accessNumber,
    status,
    suspendReason: instance.suspendReason,
    inFlight: instance.inFlight,
    product: product.id,
    offeringInstance: instance.holding.id,
    customer: customerId,
    account,
    region: region.id,
    installAddress: instance.address,
    farEndAddress: product.code === 'LEASED_LINE' ? `${region.city}数据中心${random.int(1, 9)}号机房` : null,
    characteristics: instance.characteristics,
    activatedAt: instance.activatedAt,
    endedAt,
  });
  const validity = { from: created.at, to: endedAt };
  story.add(InstanceParty, {
    createdAt: created.at,
    instance: id,
    customer: customerId,
    role: InstancePartyRole.OWNER,
    validity,
  });
  addOthers(story, instance, accounts, validity);
  const main = product.kind === ProductKind.ATTACHED ? carrierOf(instance, all) : undefined;
  if (main)
    story.add(InstanceRelationship, {
      createdAt: created.at,
      from: id,
      to: main.id,
      kind: InstanceRelationshipKind.ATTACHED,
    });
}

/** The main instance that carries an attached one: in the same offering if there is one. */
function carrierOf({ product, holding }: HeldInstance, all: readonly HeldInstance[]): HeldInstance | undefined {
  const carriers = all.filter((other) => product.carriers.includes(other.product.id));
  return carriers.find((other) => other.holding === holding) ?? carriers[0];
}

/** Now and then another customer uses or pays, or another account of the owner pays. */
function addOthers(
  story: Story,
  { id, created }: HeldInstance,
  accounts: readonly string[],
  validity: { from: Date; to: Date | null },
): void {
  const { random, index, population } = story;
  const others = index % BLOCK;
  if (others > 0 && random.chance(0.03)) {
    const other = seedId(population.seed, Customer, index - random.int(1, Math.min(others, 9)));
    story.add(InstanceParty, {
      createdAt: created.at,
      instance: id,
      customer: other,
      role: random.pick([InstancePartyRole.USER, InstancePartyRole.PAYER]),
      validity,
    });
  }
  if (accounts.length > 1 && random.chance(0.1)) {
    story.add(PaymentRule, {
      createdAt: created.at,
      instance: id,
      account: accounts[1]!,
      shareType: ShareType.PERCENT,
      shareValue: String(random.pick([50, 100])),
      priority: 1,
      validity,
    });
  }
}
