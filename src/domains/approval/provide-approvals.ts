import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { changeMark } from '../../kernel/events/index.js';
import { type Class, decodeId, type Node, nounByName, nounOf } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import {
  approvalKind,
  type ApprovalRequest,
  defineTaskRule,
  endProcesses,
  onProcessEnd,
  provideApprovals,
  refuseAuthors,
  startProcess,
  type Verdict,
} from '../../kernel/process/index.js';
import { isStandardApproval, ProcessTemplate } from '../process/index.js';
import { Region } from '../region/index.js';
import { finishStanding, handTo, ProcessInstance, ProcessStartMode } from '../workflow/index.js';
import { approvalLifecycle } from './approval.lifecycle.js';
import { Approval, ApprovalStatus } from './approval.js';

/** Where refusals of a decision point to. */
interface Paths {
  path: InputPath;
  remarkPath: InputPath;
}

/** Locks an approval, and before it what its verdict changes: whoever decides locks in this order. */
export async function lockApproval(tx: Transaction, id: string): Promise<Approval> {
  await tx.em.flush();
  const seen = await tx.em.findOneOrFail(Approval, { id });
  const kind = approvalKind(seen.kind);
  await kind.lock?.(tx, seen.subjectKey!);
  await subjectOf(tx, seen);
  await tx.em.flush();
  return tx.em.findOneOrFail(Approval, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
}

/** The object, locked, whoever calls: who may decide was asked, or is asked then. */
async function subjectOf(tx: Transaction, { subjectType, subjectKey }: Approval): Promise<Node> {
  await tx.em.flush();
  const noun = nounByName(subjectType)!.target as Class<Node>;
  const how = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
  return (await tx.em.findOneOrFail(noun as never, { id: subjectKey } as never, how as never)) as Node;
}

const openOf = (tx: Transaction, kind: string, subject: Node): Promise<Approval | null> =>
  tx.em.findOne(Approval, { kind, subjectId: tx.idOf(subject), status: ApprovalStatus.ASKED });

async function regionFor(tx: Transaction, id: string | null | undefined): Promise<Region> {
  return id ? tx.em.findOneOrFail(Region, id) : tx.em.findOneOrFail(Region, { parent: null });
}

/** Takes an open approval back at which somebody has decided already: what they saw is not what it is now. @returns null then */
async function withoutDecision(tx: Transaction, { id }: Approval): Promise<Approval | null> {
  const open = await lockApproval(tx, id);
  if (!open.decidedBy) return open;
  await settle(tx, open, 'WITHDRAWN', 'It was changed since it was decided on.');
  return null;
}

/**
 * @param keepOpen whether an open approval stays as it is, at whatever step it stands, or, of what is approved as it stands, only while nobody
 * has decided on it
 */
async function ask(
  tx: Transaction,
  request: ApprovalRequest,
  keepOpen: false | 'ALWAYS' | 'UNDECIDED',
): Promise<Approval> {
  const { kind, subject, reason = null, changes = null, held = null, path = [] } = request;
  const title = request.title.slice(0, 200);
  approvalKind(kind);
  await tx.em.flush();
  const known = await openOf(tx, kind, subject);
  const changing = keepOpen === 'UNDECIDED' && approvalKind(kind).asItStands;
  const open = known && changing ? await withoutDecision(tx, known) : known;
  if (open && keepOpen) return open;
  if (open) refuse('APPROVAL_PENDING', 'This waits for a decision already.', path, { approvalNo: open.approvalNo });
  const approval = Object.assign(new Approval(), {
    ...{ kind, title, reason, changes, held, askedAt: tx.at, askedBy: request.askedBy ?? tx.caller.subject },
    approvalNo: formatNumber('APR', await takeNumber(tx, 'approval')),
    ...{ subjectType: nounOf(subject.constructor as Class).name, subjectId: tx.idOf(subject), subjectKey: subject.id },
    region: await regionFor(tx, request.regionId),
    ...{ decidedBy: null, decidedAt: null, remark: null, judged: null, instance: null as ProcessInstance | null },
  });
  const { approvalNo, subjectId } = approval;
  approvalLifecycle.begin(tx, tx.add(approval), { reason, data: { approvalNo, kind, subjectId } });
  await tx.em.flush();
  const started = await startProcess(tx, {
    ...{ objectType: 'Approval', objectId: tx.idOf(approval), ownTemplatesOnly: true, subject: title },
    toDispatcher: true,
    regionId: approval.region.id,
    variables: { ...request.variables, kind, subjectType: approval.subjectType, askedBy: approval.askedBy },
  });
  const { instanceId } = started!;
  approval.instance = tx.em.getReference(ProcessInstance, instanceId);
  await tx.em.flush();
  if (request.decider) await handTo(tx, instanceId, request.decider);
  return approval;
}

/** Decides in the name of the caller at the step at which a locked approval stands. */
export async function decideOn(
  tx: Transaction,
  approval: Approval,
  approved: boolean,
  remark: string | null,
  { path, remarkPath }: Paths,
): Promise<void> {
  if (approval.status !== ApprovalStatus.ASKED)
    refuse('INVALID_TRANSITION', 'This is decided already.', path, { state: approval.status });
  if (!approved && !remark) refuse('REQUIRED', 'Why is it refused?', remarkPath);
  refuseOwn(tx, approval, path);
  const kind = approvalKind(approval.kind);
  const subject = await subjectOf(tx, approval);
  const template = approval.instance ? await templateOf(tx, approval.instance.id) : null;
  const standard = !template || isStandardApproval(template);
  if (standard) await kind.admit?.(tx, subject, path);
  if (approval.instance) {
    const anybody = standard && kind.admit !== undefined;
    return finishStanding(tx, approval.instance.id, { approved }, { reason: remark, anybody, path });
  }
  // Of one that was asked for before approvals without a template waited for a dispatcher.
  if (!kind.admit && tx.caller.kind === 'STAFF')
    refuse('NOT_YOURS', 'No process is published that says who decides this.', path);
  if (approved) await refuseUnseen(tx, approval, subject, '');
  approval.decidedBy = tx.caller.subject;
  return settle(tx, approval, approved ? 'APPROVED' : 'REJECTED', remark);
}

/** Code of the template; null while a dispatcher is to name it. */
async function templateOf(tx: Transaction, instanceId: string): Promise<string | null> {
  const { template } = await tx.em.findOneOrFail(ProcessInstance, { id: instanceId });
  return template ? (await tx.em.findOneOrFail(ProcessTemplate, template.id)).code : null;
}

/**
 * Of what is approved as it stands: refuses whoever wrote any of it, and what was changed since somebody approved it at an earlier step.
 * A step that is come to again judges anew, and so do those behind it.
 */
async function refuseUnseen(tx: Transaction, approval: Approval, subject: Node, step: string): Promise<void> {
  const { asItStands } = approvalKind(approval.kind);
  if (!asItStands) return;
  const parts = await asItStands(tx, subject);
  await refuseAuthors(tx, subject, parts);
  const mark = await changeMark(tx, [subject.id, ...parts]);
  const judged = approval.judged ?? [];
  const again = judged.findIndex((each) => each.step === step);
  const earlier = again < 0 ? judged : judged.slice(0, again);
  if (earlier.some((each) => mark > BigInt(each.mark)))
    refuse(
      'VERSION_CONFLICT',
      'It was changed since it was approved at an earlier step; refuse it, or have it taken back.',
      [],
      {
        approvalNo: approval.approvalNo,
      },
    );
  approval.judged = [...earlier, { step, mark: String(mark) }];
}

/** Nobody approves their own request; what the system does by itself is not asked. */
function refuseOwn(tx: Transaction, { askedBy }: Approval, path: InputPath): void {
  if (tx.caller.kind !== 'SYSTEM' && askedBy === tx.caller.subject)
    refuse('OWN_WORK', 'Nobody approves their own work.', path);
}

const ACTIONS = { APPROVED: 'approve', REJECTED: 'reject', WITHDRAWN: 'withdraw' } as const;

/** Writes the verdict, lets the domain do what follows, and ends a process that still runs. Refused when there is a verdict already. */
export async function settle(
  tx: Transaction,
  approval: Approval,
  result: Verdict['result'],
  remark: string | null,
): Promise<void> {
  const { approvalNo, kind, subjectId } = approval;
  await approvalLifecycle.move(tx, approval, ACTIONS[result], {
    reason: remark,
    data: { approvalNo, kind, subjectId },
  });
  const decidedBy = approval.decidedBy ?? tx.caller.subject;
  Object.assign(approval, { decidedAt: tx.at, remark });
  if (result !== 'WITHDRAWN') approval.decidedBy = decidedBy;
  const { askedBy, changes, held = null } = approval;
  const subject = await subjectOf(tx, approval);
  await approvalKind(kind).decided(tx, {
    ...{ approvalNo, subject, result, askedBy, decidedBy, remark, changes, held },
  });
  if (approval.instance) await endProcesses(tx, 'Approval', tx.idOf(approval), remark ?? 'Taken back.');
}

const keyOf = (objectId: string): string => decodeId(objectId)!.uuid;

/**
 * Whether a process is the one that decides, a part of it, or goes on after it. Anybody may start another one about the same approval; it
 * decides nothing.
 */
async function decides(tx: Transaction, { instance: own }: Approval, instanceId: string): Promise<boolean> {
  // It may have come to its end at once, before the approval knew of it; what people start is another one.
  if (!own) return (await instanceOf(tx, instanceId)).startMode !== ProcessStartMode.MANUAL;
  for (let id: string | undefined = instanceId; id;) {
    if (id === own.id) return true;
    const { parent, previous }: ProcessInstance = await instanceOf(tx, id);
    id = (parent ?? previous)?.id;
  }
  return false;
}

const instanceOf = (tx: Transaction, id: string): Promise<ProcessInstance> =>
  tx.em.findOneOrFail(ProcessInstance, { id });

// What is decided at a step is decided by somebody else than who asked, wherever they do it: here, or in their work list.
defineTaskRule('Approval', {
  verdict: 'approved',
  lock: async (tx, objectId) => void (await lockApproval(tx, keyOf(objectId))),
  given: async (tx, { instanceId, objectId, template, employee, path }) => {
    const approval = await tx.em.findOneOrFail(Approval, { id: keyOf(objectId) });
    const { handedTo } = approvalKind(approval.kind);
    if (!handedTo || !isStandardApproval(template) || approval.instance?.id !== instanceId) return;
    await handedTo(tx, await subjectOf(tx, approval), employee, path);
  },
  ending: async (tx, { instanceId, objectId, template, step, outputs, reason }) => {
    if (!('approved' in outputs)) return;
    const approval = await lockApproval(tx, keyOf(objectId));
    if (!(await decides(tx, approval, instanceId))) return;
    const path = ['input', 'taskId'];
    refuseOwn(tx, approval, path);
    const given = outputs['remark'];
    const remark = typeof given === 'string' && given ? given : reason;
    if (outputs['approved'] !== true && !remark)
      refuse('REQUIRED', 'Why is it refused?', ['input', 'outputs', 'remark']);
    if (isStandardApproval(template))
      await approvalKind(approval.kind).admit?.(tx, await subjectOf(tx, approval), path);
    if (outputs['approved'] === true)
      await refuseUnseen(tx, approval, await subjectOf(tx, approval), `${template} ${step}`);
    Object.assign(approval, { decidedBy: tx.caller.subject, remark });
    await tx.em.flush();
  },
});

// The end of the process is the verdict: what it does not say to be approved is refused, what was broken off is taken back.
onProcessEnd('Approval', async (tx, { instanceId, objectId, status, variables, reason }) => {
  const approval = await lockApproval(tx, keyOf(objectId));
  if (approval.status !== ApprovalStatus.ASKED || !(await decides(tx, approval, instanceId))) return;
  if (status === 'TERMINATED') return settle(tx, approval, 'WITHDRAWN', reason);
  const approved = variables['approved'] === true;
  // A dispatcher who leads the process to its end decides it.
  if (!approval.decidedBy) {
    refuseOwn(tx, approval, []);
    if (approved) await refuseUnseen(tx, approval, await subjectOf(tx, approval), '');
  }
  await settle(tx, approval, approved ? 'APPROVED' : 'REJECTED', approval.remark ?? null);
});

provideApprovals({
  ask: async (tx, request, keepOpen) => void (await ask(tx, request, keepOpen && 'UNDECIDED')),
  decide: async (tx, { approved, remark = null, ...request }) => {
    const { id } = await ask(tx, request, 'ALWAYS');
    const path = request.path ?? [];
    await decideOn(tx, await lockApproval(tx, id), approved, remark, { path, remarkPath: ['input', 'reason'] });
  },
  withdraw: async (tx, kind, subject, reason) => {
    await tx.em.flush();
    const open = await openOf(tx, kind, subject);
    if (!open) return false;
    await settle(tx, await lockApproval(tx, open.id), 'WITHDRAWN', reason);
    return true;
  },
});
