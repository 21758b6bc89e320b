import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { defineJob, type Schedule } from '../../kernel/jobs/job.js';
import { askApproval, decideApproval, type DefinitionFinding } from '../../kernel/process/index.js';
import { ApprovalResult, ProcessVersionStatus } from './process.enums.js';
import { Document } from '../document/index.js';
import { callerEmployee, Employee } from '../organisation/index.js';
import { callerFindings } from './callers.js';
import { readDefinition } from './definition-rows.js';
import { type Overlap, overlapsOf } from './overlaps.js';
import { ProcessApproval } from './process-approval.js';
import { ProcessApprovalFile } from './process-approval-file.js';
import { ProcessTemplate } from './process-template.js';
import { ProcessTemplateVersion } from './process-template-version.js';
import { processVersionLifecycle, type ProcessVersionAction } from './process-version.lifecycle.js';
import { followPublication } from './publication.js';
import type {
  ProcessVersionDecideInput,
  ProcessVersionStepInput,
  ProcessVersionSubmitInput,
} from './template.inputs.js';
import { succeed } from './succession.js';
import { refuseForeignTemplate } from './template-region.js';
import { refuseFaulty } from './template.service.js';
import { openApprovals, refuseAuthor, refuseUnasked, takeBackApproval, versionApproval } from './version-approval.js';

const VERSION = ['input', 'versionId'];

/** Runs a step on a locked version that belongs to no instance. */
function onVersion<T>(
  context: CallContext,
  versionId: string,
  step: (tx: Transaction, version: ProcessTemplateVersion) => Promise<T>,
): Promise<T> {
  return context.database.write(context, async (tx) => {
    const version = await tx.get(ProcessTemplateVersion, versionId, VERSION);
    if (version.instanceOwn) refuse('INVALID_STATE', 'This version belongs to a running instance.', VERSION);
    return step(tx, version);
  });
}

/** The same for those who may act where its template holds. */
const onOwnVersion: typeof onVersion = (context, versionId, step) =>
  onVersion(context, versionId, async (tx, version) => {
    await refuseForeignTemplate(tx, version.template, VERSION);
    return step(tx, version);
  });

/** Takes a simple step: to test, back to draft. */
export function moveVersion(
  context: CallContext,
  input: ProcessVersionStepInput,
  action: ProcessVersionAction,
): Promise<ProcessTemplateVersion> {
  return onOwnVersion(context, input.versionId, async (tx, version) => {
    if (action === 'test') await refuseFaulty(tx, version, 'TEST');
    await processVersionLifecycle.move(tx, version, action, { reason: input.reason ?? null });
    if (action === 'redraft') version.revision++;
    return version;
  });
}

/** Asks people other than the caller to approve a version; all of them must agree (WFL-28). */
export function submitVersion(context: CallContext, input: ProcessVersionSubmitInput): Promise<ProcessTemplateVersion> {
  return onOwnVersion(context, input.versionId, async (tx, version) => {
    await refuseFaulty(tx, version, 'DRAFT');
    const documents = await documentsOf(tx, input.documentIds ?? []);
    const requesterOrganization = (await callerEmployee(tx))?.organization ?? null;
    const asked: ProcessApproval[] = [];
    for (const [index, id] of input.approverIds.entries()) {
      const path = ['input', 'approverIds', index];
      const approver = await tx.get(Employee, id, path, { lock: false });
      if (approver.employeeNo === tx.caller.subject || approver.employeeNo === version.createdBy)
        refuse('OWN_WORK', 'Nobody approves their own work.', path);
      const approval = Object.assign(new ProcessApproval(), {
        ...{ version, approver, requestedAt: tx.at, result: ApprovalResult.PENDING },
        ...{ requestedBy: tx.caller.subject, requesterOrganization, approverOrganization: approver.organization },
        dueAt: input.dueAt ? new Date(input.dueAt) : null,
        attachments: input.attachments ?? [],
      });
      asked.push(tx.add(approval));
      for (const document of documents) tx.add(Object.assign(new ProcessApprovalFile(), { approval, document }));
    }
    version.submittedBy = tx.caller.subject;
    version.submitterOrganization = requesterOrganization;
    version.submittedAt = tx.at;
    await processVersionLifecycle.move(tx, version, 'submit', { data: { approvers: input.approverIds } });
    for (const approval of asked) await askApproval(tx, await versionApproval(tx, version, approval));
    return version;
  });
}

/** Documents that the caller may see, each once. */
async function documentsOf(tx: Transaction, ids: readonly string[]): Promise<Document[]> {
  const documents: Document[] = [];
  for (const [index, id] of ids.entries()) {
    const path = ['input', 'documentIds', index];
    const document = await tx.get(Document, id, path, { lock: false });
    if (documents.includes(document)) refuse('DUPLICATE', 'It goes along already.', path);
    documents.push(document);
  }
  return documents;
}

/** Takes an approver's answer: one who gives it back ends the round, the last who agrees approves it (WFL-28). */
export function decideVersion(context: CallContext, input: ProcessVersionDecideInput): Promise<ProcessTemplateVersion> {
  return onVersion(context, input.versionId, async (tx, version) => {
    const { approved, suggestion = null } = input;
    if (version.status !== ProcessVersionStatus.PENDING_APPROVAL)
      refuse('INVALID_STATE', 'This version does not wait for approval.', VERSION, { state: version.status });
    refuseAuthor(tx, version, VERSION);
    if (!approved && !suggestion) refuse('REQUIRED', 'What should be changed?', ['input', 'suggestion']);
    const own = (await openApprovals(tx, version)).find(({ approver }) => approver.employeeNo === tx.caller.subject);
    if (!own) return refuseUnasked(VERSION);
    const request = await versionApproval(tx, version, own);
    await decideApproval(tx, { ...request, approved, remark: suggestion, path: VERSION });
    return version;
  });
}

/** Takes back what the caller has submitted: those who were asked have nothing to decide any more, and it is a draft again (WFL-28). */
export function withdrawVersion(context: CallContext, input: ProcessVersionStepInput): Promise<ProcessTemplateVersion> {
  return onVersion(context, input.versionId, async (tx, version) => {
    if (version.status !== ProcessVersionStatus.PENDING_APPROVAL)
      refuse('INVALID_STATE', 'This version does not wait for approval.', VERSION, { state: version.status });
    const { kind, subject } = tx.caller;
    if (kind === 'STAFF' && subject !== version.submittedBy)
      refuse('NOT_YOURS', 'Only who has submitted it takes it back.', VERSION);
    const reason = input.reason ?? null;
    const open = await openApprovals(tx, version);
    await processVersionLifecycle.move(tx, version, 'withdraw', { reason });
    version.revision++;
    for (const approval of open) await takeBackApproval(tx, approval, reason);
    return version;
  });
}

/** Publishes an approved version; the one that was published before makes no more instances (WFL-30, WFL-31, WFL-08). */
export function publishVersion(
  context: CallContext,
  input: ProcessVersionStepInput,
): Promise<{ version: ProcessTemplateVersion; overlaps: Overlap[]; findings: DefinitionFinding[] }> {
  return onOwnVersion(context, input.versionId, async (tx, version) => {
    if (version.status !== ProcessVersionStatus.APPROVED)
      refuse('NOT_APPROVED', 'Only what was approved is published.', VERSION, { state: version.status });
    // Two that are published at the same moment may lead round in a circle only together: the later sees the earlier.
    await tx.em.execute(`select pg_advisory_xact_lock(hashtextextended('process-publish', 0))`);
    const template = await tx.get(ProcessTemplate, tx.idOf(version.template), VERSION);
    await holdCalled(tx, version);
    await refuseFaulty(tx, version, 'IN_FORCE');
    const overlaps = await overlapsOf(tx.em, version, template);
    const before = await tx.em.find(ProcessTemplateVersion, {
      template: template.id,
      status: ProcessVersionStatus.PUBLISHED,
      instanceOwn: false,
    });
    const gaps = await succeed(tx, before, version);
    version.publishedBy = tx.caller.subject;
    version.publishedAt = tx.at;
    await processVersionLifecycle.move(tx, version, 'publish', { data: { overlaps } });
    await followPublication(tx, version);
    const { variables } = await readDefinition(tx.em, version.id, template.name);
    return { version, overlaps, findings: [...gaps, ...(await callerFindings(tx.em, template, variables))] };
  });
}

/** Published versions of what a version calls, in the order in which all lock them; they stay so until it is published itself. */
const CALLED = `
  select "v"."id" from "process_template_version" "v" join "process_template" "t" on "t"."id" = "v"."template_id"
  where "v"."status" = 'PUBLISHED' and not "v"."instance_own" and "t"."code" in (select "subprocess" from "process_step" where "version_id" = ?)
  order by "v"."id" for share of "v"`;

const holdCalled = ({ em }: Transaction, { id }: ProcessTemplateVersion): Promise<unknown> => em.execute(CALLED, [id]);

/** Makes a version invalid by hand; running instances go on (WFL-25). */
export function invalidateVersion(
  context: CallContext,
  input: ProcessVersionStepInput,
): Promise<ProcessTemplateVersion> {
  return onOwnVersion(context, input.versionId, async (tx, version) => {
    if (!input.reason) refuse('REQUIRED', 'Why?', ['input', 'reason']);
    await processVersionLifecycle.move(tx, version, 'invalidate', { reason: input.reason });
    return version;
  });
}

/** Makes versions invalid whose validity has ended (WFL-26). */
export const expireVersions = defineJob('process.expire', async (_payload, context) => {
  const { rows } = await context.database.pool.query<{ id: string }>(
    `select "id" from "process_template_version" where "status" = 'PUBLISHED' and not "instance_own" and "validity_to" <= $1`,
    [context.database.clock()],
  );
  for (const { id } of rows)
    await context.database.write(context, async (tx) => {
      const version = await tx.find(ProcessTemplateVersion, id);
      const over = version?.validity.to && version.validity.to <= tx.at;
      if (version?.status !== ProcessVersionStatus.PUBLISHED || !over) return;
      await processVersionLifecycle.move(tx, version, 'expire', { reason: 'Its validity has ended.' });
    });
});

export const expireSchedule: Schedule = {
  name: 'process.expire',
  cron: '* * * * *',
  job: 'process.expire',
  description: 'Makes versions of process templates invalid whose validity has ended.',
};
