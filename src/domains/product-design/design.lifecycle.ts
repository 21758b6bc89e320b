import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { describeEnum } from '../../kernel/model/index.js';
import { DevelopmentTask } from './development-task.js';
import { type NewProductRequest, NewProductRequestStatus as R } from './new-product-request.js';
import { DesignStatus as S, type ProductDesign } from './product-design.js';

/** Steps of a design from one state to another. */
export enum DesignAction {
  DEVELOP = 'DEVELOP',
  FINISH = 'FINISH',
  LAUNCH = 'LAUNCH',
  ABANDON = 'ABANDON',
}

describeEnum(DesignAction, 'DesignAction', 'A step of the design of a product (PRD-96, PRD-97).', {
  DEVELOP: 'DESIGN becomes DEVELOPMENT; its feasibility must be written down.',
  FINISH: 'DEVELOPMENT becomes READY; it needs tasks, and all must be done.',
  LAUNCH: 'READY becomes LAUNCHED as the product named; its tasks become costs of the product.',
  ABANDON: 'Given up before the launch, with a reason.',
});

const managers = ['STAFF'] as const;

/** States and steps of a design (PRD-96, PRD-97). */
export const designLifecycle = defineLifecycle<ProductDesign, S, DesignAction>({
  name: 'productDesign',
  states: Object.values(S),
  initial: S.DESIGN,
  final: [S.LAUNCHED, S.ABANDONED],
  read: (design) => design.status,
  write: (design, status) => {
    design.status = status;
  },
  scope: () => ({}),
  transitions: [
    { action: DesignAction.DEVELOP, from: [S.DESIGN], to: S.DEVELOPMENT, who: managers, guard: 'feasible' },
    { action: DesignAction.FINISH, from: [S.DEVELOPMENT], to: S.READY, who: managers, guard: 'allDone' },
    { action: DesignAction.LAUNCH, from: [S.READY], to: S.LAUNCHED, who: managers },
    { action: DesignAction.ABANDON, from: [S.DESIGN, S.DEVELOPMENT, S.READY], to: S.ABANDONED, who: managers },
  ],
  guards: {
    feasible: (design) => (design.feasibility ? undefined : 'Nobody has written down whether it is feasible.'),
    allDone,
  },
});

async function allDone(design: ProductDesign, tx: Transaction): Promise<string | undefined> {
  const tasks = await tx.em.find(DevelopmentTask, { design: design.id });
  const open = tasks.filter(({ doneAt }) => !doneAt).length;
  if (tasks.length === 0) return 'It has no task.';
  return open > 0 ? `${open} of its tasks are not done.` : undefined;
}

/** How a request for a new product is answered. */
export enum NewProductAction {
  REJECT = 'REJECT',
  USE_EXISTING = 'USE_EXISTING',
  DESIGN = 'DESIGN',
}

describeEnum(NewProductAction, 'NewProductAction', 'How a request for a new product is answered (PRD-117).', {
  REJECT: 'It is not wanted, with a reason.',
  USE_EXISTING: 'The product named serves the need.',
  DESIGN: 'The design named was begun for it.',
});

/** States and steps of a request for a new product (PRD-117). */
export const requestLifecycle = defineLifecycle<NewProductRequest, R, NewProductAction>({
  name: 'newProductRequest',
  states: Object.values(R),
  initial: R.RECEIVED,
  final: [R.REJECTED, R.EXISTING, R.IN_DESIGN],
  read: (request) => request.status,
  write: (request, status) => {
    request.status = status;
  },
  scope: ({ region }) => ({ regionId: region.id }),
  transitions: [
    { action: NewProductAction.REJECT, from: [R.RECEIVED], to: R.REJECTED, who: managers },
    { action: NewProductAction.USE_EXISTING, from: [R.RECEIVED], to: R.EXISTING, who: managers },
    { action: NewProductAction.DESIGN, from: [R.RECEIVED], to: R.IN_DESIGN, who: managers },
  ],
});
