import type { Transaction } from '../../kernel/database/transaction.js';
import { type Money, TimePeriod } from '../../kernel/model/index.js';
import {
  type Offering,
  type OfferingSla,
  type OfferingVersion,
  type Product,
  ProductKind,
  ProductRelation,
  ProductRelationKind,
  type ProductVersion,
  type TariffPlan,
} from '../catalogue/index.js';
import type { Account, Customer } from '../customer/index.js';
import type { Region } from '../region/index.js';
import { newInstanceNo } from './instance-no.js';
import { InstanceParty, InstancePartyRole } from './instance-party.js';
import { InstanceRelationship, InstanceRelationshipKind } from './instance-relationship.js';
import { offeringInstanceLifecycle } from './offering-instance.lifecycle.js';
import { OfferingInstance } from './offering-instance.js';
import { productInstanceLifecycle } from './product-instance.lifecycle.js';
import { ProductInstance } from './product-instance.js';

/** One product instance to be made. */
export interface NewPiece {
  product: Product;
  /** Version of the product that was sold; null or absent when it is not known. */
  productVersion?: ProductVersion | null;
  accessNumber?: string | null;
  /** Values of the attributes of the product, checked before (see `checkAttributes` of the catalogue). */
  characteristics?: Record<string, unknown>;
  /** Main product instance that an attached one joins, when it is not among the new pieces. */
  attachTo?: ProductInstance | null;
}

/** What a customer has bought. */
export interface NewInstances {
  customer: Customer;
  region: Region;
  offering: Offering;
  /** Version of the offering that was sold; null or absent when it is not known. */
  offeringVersion?: OfferingVersion | null;
  tariffPlan: TariffPlan | null;
  /** Moment whose tariffs it is charged by; null or absent for now. */
  pricedAt?: Date | null;
  /** Service level that was sold; null or absent for none. */
  offeringSla?: OfferingSla | null;
  agreedPrice?: Money | null;
  account: Account | null;
  installAddress?: string | null;
  farEndAddress?: string | null;
  pieces: readonly NewPiece[];
  /** What the customer has already and keeps under the offering (see `carryOver`): new attached products may join it. */
  alongside?: readonly ProductInstance[];
}

/**
 * Makes an offering instance, in force at once, with its product instances, PENDING until they are activated. Attached
 * products are related to the main one among the pieces that carries them (PRD-16). Nothing is checked against the catalogue.
 */
export async function createInstances(
  tx: Transaction,
  bought: NewInstances,
): Promise<{ offeringInstance: OfferingInstance; productInstances: ProductInstance[] }> {
  const { customer, region, offering, tariffPlan, account } = bought;
  const offeringInstance = tx.add(
    Object.assign(new OfferingInstance(), {
      customer,
      region,
      offering,
      offeringVersion: bought.offeringVersion ?? null,
      tariffPlan,
      pricedAt: bought.pricedAt ?? tx.at,
      offeringSla: bought.offeringSla ?? null,
      agreedPrice: bought.agreedPrice ?? null,
      validity: TimePeriod.since(tx.at),
    }),
  );
  offeringInstanceLifecycle.begin(tx, offeringInstance);

  const productInstances = bought.pieces.map((piece) => {
    const instance = Object.assign(new ProductInstance(), {
      instanceNo: newInstanceNo(),
      accessNumber: piece.accessNumber ?? null,
      suspendReason: null,
      inFlight: null,
      product: piece.product,
      productVersion: piece.productVersion ?? null,
      offeringInstance,
      customer,
      account,
      region,
      installAddress: bought.installAddress ?? null,
      farEndAddress: bought.farEndAddress ?? null,
      characteristics: piece.characteristics ?? {},
      activatedAt: null,
      endedAt: null,
    });
    productInstanceLifecycle.begin(tx, tx.add(instance));
    addParty(tx, instance, customer, InstancePartyRole.OWNER);
    return instance;
  });

  await attach(tx, bought.pieces, productInstances, bought.alongside ?? []);
  return { offeringInstance, productInstances };
}

/** Gives a customer a capacity towards an instance, from now on (MOD-09). */
export function addParty(
  tx: Transaction,
  instance: ProductInstance,
  customer: Customer,
  role: InstancePartyRole,
): InstanceParty {
  return tx.add(Object.assign(new InstanceParty(), { instance, customer, role, validity: TimePeriod.since(tx.at) }));
}

/** Notes that an instance stands as guarantee for others (MOD-78, PRD-42). */
export function standFor(tx: Transaction, from: ProductInstance, others: readonly ProductInstance[]): void {
  for (const to of others)
    tx.add(Object.assign(new InstanceRelationship(), { from, to, kind: InstanceRelationshipKind.GUARANTEE }));
}

async function attach(
  tx: Transaction,
  pieces: readonly NewPiece[],
  instances: readonly ProductInstance[],
  alongside: readonly ProductInstance[],
): Promise<void> {
  const mains = [...instances, ...alongside].filter((instance) => instance.product.kind === ProductKind.MAIN);
  const carried = mains.length
    ? await tx.em.find(ProductRelation, {
        kind: ProductRelationKind.ATTACH,
        from: mains.map((main) => main.product.id),
      })
    : [];
  for (const [index, instance] of instances.entries()) {
    if (instance.product.kind !== ProductKind.ATTACHED) continue;
    const carriers = carried
      .filter((relation) => relation.to.id === instance.product.id)
      .map((relation) => relation.from.id);
    const main = pieces[index]!.attachTo ?? mains.find((candidate) => carriers.includes(candidate.product.id));
    if (main)
      tx.add(
        Object.assign(new InstanceRelationship(), {
          from: instance,
          to: main,
          kind: InstanceRelationshipKind.ATTACHED,
        }),
      );
  }
}
