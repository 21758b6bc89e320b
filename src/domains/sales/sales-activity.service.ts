import { requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { askApproval, onVerdict } from '../../kernel/process/index.js';
import { applyChanges, expectVersion } from '../../kernel/record/index.js';
import { ruleNumber } from '../../kernel/rules/index.js';
import { Customer } from '../customer/index.js';
import { activeEmployee, callingEmployee, Employee } from '../organisation/index.js';
import { amountOf, openOpportunity } from './opportunity-content.js';
import type {
  SalesActivityAssessInput,
  SalesActivityCancelInput,
  SalesActivityPlanInput,
  SalesActivityRecordInput,
  SalesActivitySubmitInput,
} from './sales-activity.inputs.js';
import { salesActivityLifecycle } from './sales-activity.lifecycle.js';
import { SalesActivity, SalesActivityStatus } from './sales-activity.js';

const PATH = ['input', 'activityId'];
const ACTIVITY = 'SALES_ACTIVITY';

/** Plans a sales activity, or changes the plan of one (SAL-46). */
export function planActivity(context: CallContext, input: SalesActivityPlanInput): Promise<SalesActivity> {
  return context.database.write(context, async (tx) => {
    const plannedFrom = new Date(input.plannedFrom);
    const plannedTo = new Date(input.plannedTo);
    if (plannedTo <= plannedFrom) refuse('TOO_EARLY', 'It cannot end before it begins.', ['input', 'plannedTo']);
    const { type, purpose } = input;
    const plannedCost = input.plannedCost ? amountOf(input.plannedCost, ['input', 'plannedCost']) : null;
    const values = { type, purpose, plannedFrom, plannedTo, plannedCost };
    if (!input.activityId) return begin(tx, input, values);
    const activity = await tx.get(SalesActivity, input.activityId, PATH);
    expectVersion(activity, input.expectedVersion, ['input', 'expectedVersion']);
    if (activity.status !== SalesActivityStatus.PLANNED)
      refuse('READ_ONLY', 'Only a plan is changed.', PATH, { state: activity.status });
    if (input.opportunityId && input.opportunityId !== tx.idOf(activity.opportunity))
      refuse('CONTRADICTORY', 'It is for another opportunity.', ['input', 'opportunityId']);
    const employee = input.employeeId
      ? { employee: await activeEmployee(tx, input.employeeId, ['input', 'employeeId']) }
      : {};
    const changes = applyChanges<SalesActivity>(activity, { ...values, ...employee });
    if (changes.length === 0) return activity;
    activity.version++;
    const data = { activityNo: activity.activityNo, changes };
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'salesActivity.changed',
      subject: activity,
      regionId: activity.region.id,
      data,
    });
    return activity;
  });
}

async function begin(
  tx: Transaction,
  input: SalesActivityPlanInput,
  values: Partial<SalesActivity>,
): Promise<SalesActivity> {
  const path = ['input', 'opportunityId'];
  const opportunity = await openOpportunity(
    tx,
    input.opportunityId ?? refuse('REQUIRED', 'For which opportunity?', path),
    path,
  );
  const customer = await tx.em.findOneOrFail(Customer, opportunity.customer.id);
  const employee = input.employeeId
    ? await activeEmployee(tx, input.employeeId, ['input', 'employeeId'])
    : await callingEmployee(tx);
  const activity = Object.assign(new SalesActivity(), {
    activityNo: formatNumber('SA', await takeNumber(tx, 'sales-activity')),
    ...{ opportunity, customer, region: opportunity.region, employee, ...values },
    ...{ executedAt: null, method: null, content: null, needs: null, nextPlan: null, newCustomers: null },
    ...{ revenue: null, cost: null, assessment: null, assessedBy: null },
  });
  salesActivityLifecycle.begin(tx, tx.add(activity));
  return activity;
}

/** Has a plan approved by somebody else (SAL-47). */
export function submitActivity(context: CallContext, input: SalesActivitySubmitInput): Promise<SalesActivity> {
  return context.database.write(context, async (tx) => {
    const activity = await tx.get(SalesActivity, input.activityId, PATH);
    const reason = input.reason ?? null;
    await salesActivityLifecycle.move(tx, activity, 'submit', { reason });
    activity.version++;
    const { activityNo, type, purpose, plannedCost, region } = activity;
    await askApproval(tx, {
      ...{ kind: ACTIVITY, subject: activity, title: `${activityNo} ${purpose}`, reason, regionId: region.id },
      changes: { type, plannedCost: plannedCost?.amount ?? null },
      variables: { type, amount: ruleNumber(plannedCost?.amount ?? '0') },
      path: PATH,
    });
    return activity;
  });
}

onVerdict<SalesActivity>(ACTIVITY, {
  subject: SalesActivity,
  admit: async (tx) => requirePermission(tx.caller, 'salesActivityAssess'),
  decided: async (tx, { subject: activity, result, remark, approvalNo }) => {
    if (activity.status !== SalesActivityStatus.PENDING_APPROVAL) return;
    const action = result === 'APPROVED' ? 'approve' : 'return';
    await salesActivityLifecycle.move(tx, activity, action, { reason: remark, data: { approvalNo } });
    activity.version++;
  },
});

/** Records what was done and what came of it (SAL-57, SAL-60). */
export function recordActivity(context: CallContext, input: SalesActivityRecordInput): Promise<SalesActivity> {
  return context.database.write(context, async (tx) => {
    const activity = await tx.get(SalesActivity, input.activityId, PATH);
    const executedAt = input.executedAt ? new Date(input.executedAt) : tx.at;
    if (executedAt > tx.at) refuse('IN_FUTURE', 'It cannot have taken place yet.', ['input', 'executedAt']);
    await salesActivityLifecycle.move(tx, activity, 'record');
    const { method, content, needs = null, nextPlan = null, newCustomers } = input;
    return Object.assign(activity, {
      ...{ executedAt, method, content, needs, nextPlan, newCustomers: newCustomers ?? 0 },
      revenue: input.revenue ? amountOf(input.revenue, ['input', 'revenue']) : null,
      cost: input.cost ? amountOf(input.cost, ['input', 'cost']) : null,
      version: activity.version + 1,
    });
  });
}

/** Assesses what somebody else did (SAL-62). */
export function assessActivity(context: CallContext, input: SalesActivityAssessInput): Promise<SalesActivity> {
  return context.database.write(context, async (tx) => {
    const activity = await tx.get(SalesActivity, input.activityId, PATH);
    const { employeeNo } = await tx.em.findOneOrFail(Employee, activity.employee.id);
    if (employeeNo === tx.caller.subject) refuse('OWN_WORK', 'Nobody assesses their own work.', PATH);
    await salesActivityLifecycle.move(tx, activity, 'assess');
    const { assessment } = input;
    return Object.assign(activity, { assessment, assessedBy: tx.caller.subject, version: activity.version + 1 });
  });
}

/** Gives a planned activity up. */
export function cancelActivity(context: CallContext, input: SalesActivityCancelInput): Promise<SalesActivity> {
  return context.database.write(context, async (tx) => {
    const activity = await tx.get(SalesActivity, input.activityId, PATH);
    await salesActivityLifecycle.move(tx, activity, 'cancel', { reason: input.reason });
    activity.version++;
    return activity;
  });
}
