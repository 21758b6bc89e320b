import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { type ApprovalRequest, onVerdict, withdrawApproval } from '../../kernel/process/index.js';
import { Employee } from '../organisation/index.js';
import { InternalOrganization } from '../party/index.js';
import { ApprovalResult, ProcessVersionStatus } from './process.enums.js';
import { ProcessApproval } from './process-approval.js';
import { ProcessTemplate } from './process-template.js';
import { ProcessTemplateVersion } from './process-template-version.js';
import { processVersionLifecycle } from './process-version.lifecycle.js';

/** Kind of approval of a process template; each of those who are asked has one of their own (WFL-28). */
const PROCESS_TEMPLATE = 'PROCESS_TEMPLATE';

/** What an approver is asked about a version. */
export async function versionApproval(
  tx: Transaction,
  version: ProcessTemplateVersion,
  subject: ProcessApproval,
): Promise<ApprovalRequest> {
  const { code, name } = await tx.em.findOneOrFail(ProcessTemplate, version.template.id);
  const { employeeNo, organization } = await tx.em.findOneOrFail(Employee, subject.approver.id);
  const unit = await tx.em.findOneOrFail(InternalOrganization, organization.id);
  return {
    ...{ kind: PROCESS_TEMPLATE, subject, title: `${code} ${version.number} ${name}`, decider: employeeNo },
    ...{ reason: version.changeReason ?? null, askedBy: subject.requestedBy, regionId: unit.region?.id ?? null },
  };
}

/** Those of the present round who have not answered. */
export const openApprovals = (tx: Transaction, version: ProcessTemplateVersion): Promise<ProcessApproval[]> =>
  tx.em.find(
    ProcessApproval,
    { version: version.id, result: ApprovalResult.PENDING },
    { populate: ['approver'], orderBy: { id: 'asc' } },
  );

/** Ends what an approver was asked, and the process in which they were. */
export const takeBackApproval = (tx: Transaction, approval: ProcessApproval, reason: string | null): Promise<boolean> =>
  withdrawApproval(tx, PROCESS_TEMPLATE, approval, reason);

/** Refuses whoever made or submitted a version. */
export function refuseAuthor(tx: Transaction, version: ProcessTemplateVersion, path: InputPath): void {
  if (version.submittedBy === tx.caller.subject || version.createdBy === tx.caller.subject)
    refuse('OWN_WORK', 'Nobody approves their own work.', path);
}

/** Refuses whoever was not asked. */
export const refuseUnasked = (path: InputPath): never =>
  refuse('NOT_ASKED', 'You were not asked, or have answered already.', path);

/** The version, locked before the answers about it, as when it was submitted. */
async function versionOf(tx: Transaction, approval: ProcessApproval): Promise<ProcessTemplateVersion> {
  await tx.em.flush();
  const how = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  return tx.em.findOneOrFail(ProcessTemplateVersion, { id: approval.version.id }, how);
}

onVerdict<ProcessApproval>(PROCESS_TEMPLATE, {
  subject: ProcessApproval,
  admit: async (tx, approval, path) => {
    refuseAuthor(tx, await versionOf(tx, approval), path);
    const { employeeNo } = await tx.em.findOneOrFail(Employee, approval.approver.id);
    if (employeeNo !== tx.caller.subject) refuseUnasked(path);
  },
  handedTo: async (tx, approval, employee, path) => {
    if (approval.approver.id === employee) return;
    const version = await versionOf(tx, approval);
    const holder = await tx.em.findOneOrFail(Employee, employee);
    if ([version.submittedBy, version.createdBy].includes(holder.employeeNo))
      refuse('OWN_WORK', 'Nobody approves their own work.', path);
    const { requestedAt } = approval;
    if (await tx.em.count(ProcessApproval, { version: version.id, approver: employee, requestedAt }))
      refuse('DUPLICATE', 'They are asked already.', path);
    Object.assign(approval, { approver: holder, approverOrganization: holder.organization });
    await tx.em.flush();
  },
  lock: async (tx, id) => void (await versionOf(tx, await tx.em.findOneOrFail(ProcessApproval, { id }))),
  decided: async (tx, { subject: approval, result, remark, decidedBy }) => {
    const version = await versionOf(tx, approval);
    const passed = result === 'APPROVED';
    if (result === 'WITHDRAWN') approval.result = ApprovalResult.WITHDRAWN;
    else {
      const decider = await tx.em.findOne(Employee, { employeeNo: decidedBy });
      Object.assign(approval, {
        ...{ suggestion: remark, decidedAt: tx.at, decidedBy, deciderOrganization: decider?.organization ?? null },
        result: passed ? ApprovalResult.PASSED : ApprovalResult.REJECTED,
      });
    }
    // The round has ended already when this is taken back because another approver gave it back, or it was withdrawn.
    if (version.status !== ProcessVersionStatus.PENDING_APPROVAL) return;
    await tx.em.flush();
    const open = await openApprovals(tx, version);
    const data = { approval: tx.idOf(approval) };
    if (!passed) {
      // Whose process was ended by hand has said nothing: as if it had been taken back, for nobody who was asked is passed over.
      const action = result === 'WITHDRAWN' ? 'withdraw' : 'reject';
      await processVersionLifecycle.move(tx, version, action, { reason: remark, data });
      if (action === 'withdraw') version.revision++;
      for (const other of open) await withdrawApproval(tx, PROCESS_TEMPLATE, other, remark);
    } else if (open.length === 0) await processVersionLifecycle.move(tx, version, 'approve', { reason: remark, data });
    else tx.record({ kind: 'BUSINESS_FACT', type: 'process-version.agreed', subject: version, reason: remark, data });
  },
});
