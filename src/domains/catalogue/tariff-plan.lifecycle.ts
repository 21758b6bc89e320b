import { text } from '../../kernel/events/event-type.js';
import { describeEnum } from '../../kernel/model/index.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type TariffPlan, TariffPlanStatus as S } from './tariff-plan.js';

/** Steps of a tariff plan from one state to another. */
export enum TariffPlanAction {
  APPROVE = 'APPROVE',
  ACTIVATE = 'ACTIVATE',
  SUSPEND = 'SUSPEND',
  RESUME = 'RESUME',
  RESERVE = 'RESERVE',
  EXPIRE = 'EXPIRE',
}

describeEnum(TariffPlanAction, 'TariffPlanAction', 'A step of a tariff plan from one state to another (PRD-82).', {
  APPROVE:
    'DRAFT becomes APPROVED; by someone of the headquarters other than who configured it, with the permission `catalogue.approve`. Where a process of several steps is published for it, it stays DRAFT until the last of them, and a change between them begins them anew.',
  ACTIVATE:
    'APPROVED becomes ACTIVE; refused with NOT_SELLABLE, which names them, while plans nested in it are not (PRD-81).',
  SUSPEND: 'ACTIVE becomes SUSPENDED.',
  RESUME: 'SUSPENDED becomes ACTIVE again, under the same condition as by ACTIVATE.',
  RESERVE:
    'APPROVED becomes INDIVIDUAL: a contract gives it one customer alone; `individualPlanRequest` takes this step, under the same condition as ACTIVATE (PRD-118).',
  EXPIRE: 'Becomes EXPIRED; instances that have the plan keep it.',
});

const managers = ['STAFF'] as const;

/** States and steps of a tariff plan (PRD-82). */
export const tariffPlanLifecycle = defineLifecycle<TariffPlan, S, TariffPlanAction>({
  name: 'tariffPlan',
  data: { approvalNo: text('Number of the approval that decided.') },
  states: Object.values(S),
  initial: S.DRAFT,
  final: [S.EXPIRED, S.INDIVIDUAL],
  read: (plan) => plan.status,
  write: (plan, status) => {
    plan.status = status;
  },
  scope: () => ({}),
  transitions: [
    { action: TariffPlanAction.APPROVE, from: [S.DRAFT], to: S.APPROVED, who: managers },
    { action: TariffPlanAction.ACTIVATE, from: [S.APPROVED], to: S.ACTIVE, who: managers },
    { action: TariffPlanAction.SUSPEND, from: [S.ACTIVE], to: S.SUSPENDED, who: managers },
    { action: TariffPlanAction.RESUME, from: [S.SUSPENDED], to: S.ACTIVE, who: managers },
    { action: TariffPlanAction.RESERVE, from: [S.APPROVED], to: S.INDIVIDUAL, who: managers },
    { action: TariffPlanAction.EXPIRE, from: [S.APPROVED, S.ACTIVE, S.SUSPENDED], to: S.EXPIRED, who: managers },
  ],
});
