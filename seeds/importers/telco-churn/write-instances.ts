import { ProductKind } from '../../../src/domains/catalogue/index.js';
import {
  InstanceParty,
  InstancePartyRole,
  InstanceRelationship,
  InstanceRelationshipKind,
  ProductInstance,
  productInstanceLifecycle,
} from '../../../src/domains/inventory/index.js';
import type { RowStory } from './write-row.js';

/** The product instances of a row: in service, or taken away where the customer has left; attached ones joined to their main one. */
export function writeInstances(story: RowStory): void {
  const { row, target, batch, chronicle, id, createdAt, joinedAt, leftAt, validity, joined, left } = story;
  for (const code of row.products) {
    const product = target.products.get(code);
    if (!product) throw new Error(`The offering of imported customers has no product ${code}.`);
    const instance = id('ProductInstance', code);
    const status = chronicle.life(productInstanceLifecycle, ProductInstance, instance, joined, [
      { action: 'activate', ...joined },
      ...(left
        ? [
            { action: 'startRemoval' as const, ...left },
            { action: 'remove' as const, ...left },
          ]
        : []),
    ]);
    batch.add(ProductInstance, {
      id: instance,
      createdAt,
      instanceNo: `${row.customerId}-${code}`,
      status,
      product: product.id,
      offeringInstance: id('OfferingInstance'),
      customer: id('Customer'),
      account: id('Account'),
      region: target.regionId,
      characteristics: product.characteristics,
      activatedAt: joinedAt,
      endedAt: leftAt,
    });
    batch.add(InstanceParty, {
      id: id('InstanceParty', code),
      createdAt,
      instance,
      customer: id('Customer'),
      role: InstancePartyRole.OWNER,
      validity,
    });
    const carrier =
      product.kind === ProductKind.ATTACHED
        ? row.products.find((other) => product.carriers.includes(other))
        : undefined;
    if (carrier) {
      const to = id('ProductInstance', carrier);
      batch.add(InstanceRelationship, {
        id: id('InstanceRelationship', code),
        createdAt,
        from: instance,
        to,
        kind: InstanceRelationshipKind.ATTACHED,
      });
    }
  }
}
