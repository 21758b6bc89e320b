import { describe, expect, test } from '@jest/globals';
import type { CallerKind } from '../../kernel/access/index.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import type { Refusal } from '../../kernel/errors/index.js';
import type { NewEvent } from '../../kernel/events/event.js';
import { mostSpecific } from './service-admission.js';
import { type ProductInstanceStep, productInstanceLifecycle } from './product-instance.lifecycle.js';
import { ProductInstance, ProductInstanceStatus as S, SuspendReason } from './product-instance.js';
import { InstanceStateRule } from './instance-state-rule.js';

const instanceIn = (status: S, suspendReason: SuspendReason | null = null) =>
  Object.assign(new ProductInstance(), { status, suspendReason, customer: { id: 'c' }, region: { id: 'r' } });

async function take(kind: CallerKind, instance: ProductInstance, step: ProductInstanceStep): Promise<string> {
  const events: NewEvent[] = [];
  const tx = { caller: { kind }, recordAny: (event: NewEvent) => events.push(event) } as unknown as Transaction;
  try {
    await productInstanceLifecycle.move(tx, instance, step);
  } catch (refusal) {
    expect(events).toEqual([]);
    return (refusal as Refusal).userErrors[0]!.code;
  }
  expect(events).toMatchObject([
    { type: 'productInstance.status.changed', customerId: 'c', regionId: 'r', to: instance.status },
  ]);
  return instance.status;
}

describe('the life of a product instance', () => {
  test.each<[CallerKind, S, SuspendReason | null, ProductInstanceStep, string]>([
    ['SYSTEM', S.PENDING, null, 'activate', S.ACTIVE],
    ['STAFF', S.PENDING, null, 'activate', 'FORBIDDEN'],
    ['CUSTOMER', S.PENDING, null, 'cancel', S.REMOVED],
    ['SYSTEM', S.ACTIVE, null, 'activate', 'INVALID_TRANSITION'],
    ['STAFF', S.ACTIVE, null, 'suspend', S.SUSPENDED],
    ['PARTNER', S.ACTIVE, null, 'suspend', 'FORBIDDEN'],
    ['STAFF', S.PENDING, null, 'suspend', 'INVALID_TRANSITION'],
    ['CUSTOMER', S.SUSPENDED, SuspendReason.CUSTOMER_REQUEST, 'resume', S.ACTIVE],
    ['CUSTOMER', S.SUSPENDED, SuspendReason.ARREARS, 'resume', 'GUARD_REFUSED'],
    ['CUSTOMER', S.SUSPENDED, SuspendReason.VIOLATION, 'resume', 'GUARD_REFUSED'],
    ['STAFF', S.SUSPENDED, SuspendReason.VIOLATION, 'resume', S.ACTIVE],
    ['SYSTEM', S.SUSPENDED, SuspendReason.ARREARS, 'resumeAfterPayment', S.ACTIVE],
    ['SYSTEM', S.SUSPENDED, SuspendReason.VIOLATION, 'resumeAfterPayment', 'GUARD_REFUSED'],
    ['STAFF', S.SUSPENDED, SuspendReason.ARREARS, 'resumeAfterPayment', 'FORBIDDEN'],
    ['CUSTOMER', S.SUSPENDED, SuspendReason.ARREARS, 'startRemoval', S.REMOVING],
    ['CUSTOMER', S.REMOVING, SuspendReason.ARREARS, 'keepActive', 'GUARD_REFUSED'],
    ['CUSTOMER', S.REMOVING, SuspendReason.ARREARS, 'keepSuspended', S.SUSPENDED],
    ['CUSTOMER', S.REMOVING, null, 'keepActive', S.ACTIVE],
    ['CUSTOMER', S.REMOVING, null, 'remove', 'FORBIDDEN'],
    ['SYSTEM', S.REMOVING, null, 'remove', S.REMOVED],
    ['ADMIN', S.REMOVED, null, 'activate', 'INVALID_TRANSITION'],
  ])('%s, from %s (%s), by %s: %s', async (kind, status, reason, step, result) => {
    const instance = instanceIn(status, reason);
    expect(await take(kind, instance, step)).toBe(result);
    if (!Object.values<string>(S).includes(result)) expect(instance.status).toBe(status);
  });

  test('PRD-29 the rule of the product comes before the rule for all, the rule for the reason before the rule for any', () => {
    const rule = (values: object) =>
      Object.assign(new InstanceStateRule(), { product: null, suspendReason: null }, values);
    const [any, reason, product] = [
      rule({}),
      rule({ suspendReason: SuspendReason.ARREARS }),
      rule({ product: { id: 'p' } }),
    ];
    expect(mostSpecific([any, reason])).toBe(reason);
    expect(mostSpecific([product, reason, any])).toBe(product);
    expect(mostSpecific([])).toBeUndefined();
  });
});
