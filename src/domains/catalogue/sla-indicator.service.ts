import { requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { type ApprovalRequest, askApproval, decideApproval, onVerdict } from '../../kernel/process/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { MaintenanceLevel } from './maintenance-level.js';
import { requireMaintainer } from './maintenance.js';
import { SlaCandidateAction, slaCandidateLifecycle } from './sla-candidate.lifecycle.js';
import { SlaCandidate, SlaCandidateStatus } from './sla-candidate.js';
import { SlaIndicator } from './sla-indicator.js';
import { SlaTemplateItem } from './sla-template-item.js';
import type { SlaIndicatorDecideInput, SlaIndicatorProposeInput, SlaIndicatorSaveInput } from './sla.input.js';

/** Key of the lock under which codes of indicators are taken. */
const lockKey = 7_201_403;
/** Indicators are common to all products, so the headquarters keep them. */
const common = { level: MaintenanceLevel.HEADQUARTERS, owner: null };

/** Writes a standard indicator, or changes, disables or enables one (PRD-22). */
export async function saveIndicator(context: CallContext, input: SlaIndicatorSaveInput): Promise<SlaIndicator> {
  return context.database.write(context, async (tx) => {
    await requireMaintainer(tx, common, ['input']);
    const { indicatorId, active, ...values } = input;
    if (!indicatorId) return addIndicator(tx, { ...values, active: active ?? true }, ['input', 'code']);
    const indicator = await tx.get(SlaIndicator, indicatorId, ['input', 'indicatorId']);
    if (indicator.code !== values.code)
      refuse('CONTRADICTORY', 'The code of an indicator never changes.', ['input', 'code']);
    for (const field of ['valueKind', 'unit'] as const)
      if (indicator[field] !== values[field] && (await tx.em.count(SlaTemplateItem, { indicator: indicator.id })) > 0)
        refuse('IN_USE', 'Templates use the indicator as it is; write another one.', ['input', field]);
    const changes = applyChanges(indicator, { ...values, active: active ?? undefined });
    if (changes.length > 0)
      tx.record({ kind: 'RECORD_CHANGE', type: 'slaIndicator.changed', subject: indicator, data: { changes } });
    return indicator;
  });
}

async function addIndicator(
  tx: Transaction,
  values: Omit<SlaIndicatorSaveInput, 'indicatorId' | 'active'> & { active: boolean },
  path: readonly string[],
): Promise<SlaIndicator> {
  await tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);
  if (await tx.em.findOne(SlaIndicator, { code: values.code }))
    refuse('DUPLICATE', 'Another indicator has this code.', path);
  const indicator = tx.add(Object.assign(new SlaIndicator(), values));
  tx.record({ kind: 'BUSINESS_FACT', type: 'slaIndicator.added', subject: indicator, data: { code: values.code } });
  return indicator;
}

/** Proposes an indicator of a contract as a standard one (PRD-119); anyone who makes contracts may. */
export async function proposeIndicator(context: CallContext, input: SlaIndicatorProposeInput): Promise<SlaCandidate> {
  return context.database.write(context, async (tx) => {
    await tx.em.execute('select pg_advisory_xact_lock(?)', [lockKey]);
    const taken =
      (await tx.em.findOne(SlaIndicator, { code: input.code })) ??
      (await tx.em.findOne(SlaCandidate, { code: input.code, status: SlaCandidateStatus.PROPOSED }));
    if (taken) refuse('DUPLICATE', 'An indicator with this code exists or is proposed already.', ['input', 'code']);
    const candidate = Object.assign(new SlaCandidate(), input, {
      proposedBy: tx.caller.subject,
      decidedBy: null,
      decidedAt: null,
      indicator: null,
    });
    slaCandidateLifecycle.begin(tx, tx.add(candidate));
    await askApproval(tx, candidateApproval(candidate));
    return candidate;
  });
}

/** Accepts or rejects a proposed indicator at the step at which its approval stands (PRD-119). */
export async function decideIndicator(context: CallContext, input: SlaIndicatorDecideInput): Promise<SlaCandidate> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'candidateId'];
    const candidate = await tx.get(SlaCandidate, input.candidateId, path);
    await requireMaintainer(tx, common, path);
    const reason = input.reason ?? null;
    if (input.action === SlaCandidateAction.REJECT && !reason)
      refuse('REQUIRED', 'REJECT needs a reason.', ['input', 'reason']);
    if (candidate.status !== SlaCandidateStatus.PROPOSED)
      await slaCandidateLifecycle.move(tx, candidate, input.action, { reason });
    const approved = input.action === SlaCandidateAction.ACCEPT;
    await decideApproval(tx, { ...candidateApproval(candidate), approved, remark: reason, path });
    return candidate;
  });
}

/** Kind of approval of an indicator that is proposed as a standard one (PRD-119). */
const SLA_INDICATOR = 'SLA_INDICATOR';

/** What is asked about a proposal, in the name of who made it; the headquarters decide. */
const candidateApproval = (candidate: SlaCandidate): ApprovalRequest => ({
  ...{ kind: SLA_INDICATOR, subject: candidate, title: `${candidate.code} ${candidate.name}` },
  ...{ reason: candidate.source, askedBy: candidate.proposedBy },
});

onVerdict<SlaCandidate>(SLA_INDICATOR, {
  subject: SlaCandidate,
  admit: async (tx, _candidate, path) => {
    requirePermission(tx.caller, 'slaIndicatorDecide');
    await requireMaintainer(tx, common, path);
  },
  decided: async (tx, { subject: candidate, result, remark, decidedBy, approvalNo }) => {
    if (candidate.status !== SlaCandidateStatus.PROPOSED) return;
    const { ACCEPT, REJECT } = SlaCandidateAction;
    const action = ({ APPROVED: ACCEPT, REJECTED: REJECT, WITHDRAWN: 'WITHDRAW' } as const)[result];
    await slaCandidateLifecycle.move(tx, candidate, action, { reason: remark, data: { approvalNo } });
    if (result !== 'WITHDRAWN') Object.assign(candidate, { decidedBy, decidedAt: tx.at });
    if (result !== 'APPROVED') return;
    const { code, name, unit, indicatorClass, direction, valueKind } = candidate;
    const values = { code, name, unit, indicatorClass, direction, valueKind, active: true };
    candidate.indicator = await addIndicator(tx, values, ['input', 'candidateId']);
  },
});
