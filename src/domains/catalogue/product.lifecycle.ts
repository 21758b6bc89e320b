import { text } from '../../kernel/events/event-type.js';
import { describeEnum } from '../../kernel/model/index.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { countLiveInstances } from './live-instances.js';
import { secondPersonObjection } from './maintenance.js';
import { readinessObjection } from './product-readiness.js';
import { type Product, ProductStatus as S } from './product.js';

/** Steps of a product from one state to another. */
export enum ProductAction {
  APPROVE = 'APPROVE',
  RETURN = 'RETURN',
  PUT_IN_USE = 'PUT_IN_USE',
  EXPIRE = 'EXPIRE',
  EXTEND = 'EXTEND',
  GIVE_UP = 'GIVE_UP',
}

describeEnum(ProductAction, 'ProductAction', 'A step of a product from one state to another (PRD-04).', {
  APPROVE:
    'PENDING_APPROVAL becomes APPROVED; by someone other than who configured it, with the permission `catalogue.approve`.',
  RETURN: 'Sent back for correction, with a reason; stays PENDING_APPROVAL; with the permission `catalogue.approve`.',
  PUT_IN_USE: 'APPROVED becomes IN_USE; a product for group customers only when it is ready (WFL-73).',
  EXPIRE: 'IN_USE becomes EXPIRED.',
  EXTEND: 'EXPIRED becomes IN_USE again; approved like a new one.',
  GIVE_UP: 'Becomes VOID; refused while customers have it (PRD-05).',
});

const managers = ['STAFF'] as const;

/** States and steps of a product (PRD-04). */
export const productLifecycle = defineLifecycle<Product, S, ProductAction>({
  name: 'product',
  data: { approvalNo: text('Number of the approval that decided.') },
  states: Object.values(S),
  initial: S.PENDING_APPROVAL,
  final: [S.VOID],
  read: (product) => product.status,
  write: (product, status) => {
    product.status = status;
  },
  scope: () => ({}),
  transitions: [
    { action: ProductAction.APPROVE, from: [S.PENDING_APPROVAL], to: S.APPROVED, who: managers, guard: 'secondPerson' },
    { action: ProductAction.RETURN, from: [S.PENDING_APPROVAL], to: S.PENDING_APPROVAL, who: managers },
    { action: ProductAction.PUT_IN_USE, from: [S.APPROVED], to: S.IN_USE, who: managers, guard: 'ready' },
    { action: ProductAction.EXPIRE, from: [S.IN_USE], to: S.EXPIRED, who: managers },
    { action: ProductAction.EXTEND, from: [S.EXPIRED], to: S.IN_USE, who: managers, guard: 'secondPersonAndReady' },
    {
      action: ProductAction.GIVE_UP,
      from: [S.PENDING_APPROVAL, S.APPROVED, S.IN_USE, S.EXPIRED],
      to: S.VOID,
      who: managers,
      guard: 'noLiveInstances',
    },
  ],
  guards: {
    noLiveInstances,
    secondPerson: secondPersonObjection,
    ready: readinessObjection,
    secondPersonAndReady: async (product, tx) =>
      secondPersonObjection(product, tx) ?? (await readinessObjection(product, tx)),
  },
});

/** What customers have cannot be given up (PRD-05). */
async function noLiveInstances(product: Product, tx: Transaction): Promise<string | undefined> {
  const live = await countLiveInstances(tx, product);
  return live > 0 ? `Customers still have ${live} instances of it.` : undefined;
}
