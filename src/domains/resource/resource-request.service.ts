import { actingUnder, refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { type ApprovalRequest, askApproval, decideApproval, onVerdict } from '../../kernel/process/index.js';
import { ResourceRequest, ResourceRequestStatus } from './resource-request.js';
import { ResourceType } from './resource-type.js';
import type { StockHolder } from './stock-holder.js';
import { holderFor } from './holder-for.js';
import type {
  ResourceRequestCreateInput,
  ResourceRequestDecideInput,
  ResourceRequestSubmitInput,
} from './stock-planning.input.js';
import { requestLifecycle } from './stock-planning.lifecycle.js';

/** Writes a request of a holder for stock, TO_SEND (RES-06). */
export async function createRequest(context: CallContext, input: ResourceRequestCreateInput): Promise<ResourceRequest> {
  const requestNo = formatNumber('RQ', await takeNumber(context.database, 'resource-request'));
  return context.database.write(context, async (tx) => {
    const holder = await holderFor(tx, input.holderId, ['input', 'holderId']);
    const type = await tx.get(ResourceType, input.typeId, ['input', 'typeId'], { lock: false });
    const { quantity, resourceNo = null, purpose = null } = input;
    if (resourceNo && !type.serialised)
      refuse('CONTRADICTORY', 'Pieces of this type have no numbers.', ['input', 'resourceNo']);
    if (resourceNo && quantity !== 1) refuse('CONTRADICTORY', 'One piece has this number.', ['input', 'quantity']);
    const request = tx.add(
      Object.assign(new ResourceRequest(), {
        ...{ requestNo, type, holder, quantity, resourceNo, purpose },
        requestedBy: tx.caller.subject,
        requestedAt: tx.at,
      }),
    );
    requestLifecycle.begin(tx, request);
    return request;
  });
}

async function requestFor(tx: Transaction, id: string): Promise<ResourceRequest> {
  const path = ['input', 'requestId'];
  const request = await tx.get(ResourceRequest, id, path);
  await tx.em.populate(request, ['holder', 'type']);
  await holderFor(tx, tx.idOf(request.holder), path);
  return request;
}

/** Sends a request for approval; one that was refused may be reworked by it (RES-07). */
export async function submitRequest(context: CallContext, input: ResourceRequestSubmitInput): Promise<ResourceRequest> {
  return context.database.write(context, async (tx) => {
    const request = await requestFor(tx, input.requestId);
    if (request.status === ResourceRequestStatus.REJECTED) await requestLifecycle.move(tx, request, 'rework');
    await requestLifecycle.move(tx, request, 'submit');
    if (request.resourceNo && (input.quantity ?? 1) !== 1)
      refuse('CONTRADICTORY', 'One piece has this number.', ['input', 'quantity']);
    request.quantity = input.quantity ?? request.quantity;
    request.purpose = input.purpose ?? request.purpose ?? null;
    await askApproval(tx, stockApproval(request));
    return request;
  });
}

/** Grants or refuses a request; nobody decides on their own (RES-07). */
export async function decideRequest(context: CallContext, input: ResourceRequestDecideInput): Promise<ResourceRequest> {
  return context.database.write(context, async (tx) => {
    const request = await requestFor(tx, input.requestId);
    const reason = input.reason ?? null;
    if (request.requestedBy === tx.caller.subject)
      refuse('FOUR_EYES', 'Somebody else decides on this request.', ['input', 'requestId']);
    if (!input.approve && !reason) refuse('REQUIRED', 'A refusal needs a reason.', ['input', 'reason']);
    if (request.status !== ResourceRequestStatus.UNDER_APPROVAL)
      await requestLifecycle.move(tx, request, input.approve ? 'approve' : 'reject', { reason });
    const decision = { ...stockApproval(request), approved: input.approve, remark: reason };
    await decideApproval(tx, { ...decision, path: ['input', 'requestId'] });
    return request;
  });
}

/** Kind of approval of a request for stock (RES-07). */
const RESOURCE_REQUEST = 'RESOURCE_REQUEST';

/** What is asked about a request with its holder and type at hand, in the name of who wrote it. */
const stockApproval = (request: ResourceRequest): ApprovalRequest => ({
  ...{ kind: RESOURCE_REQUEST, subject: request, title: request.requestNo, reason: request.purpose ?? null },
  ...{ askedBy: request.requestedBy, regionId: request.holder.region.id },
  variables: { quantity: request.quantity },
});

onVerdict<ResourceRequest>(RESOURCE_REQUEST, {
  subject: ResourceRequest,
  admit: async (tx, request, path) => {
    requirePermission(tx.caller, 'resourceRequestDecide');
    await tx.em.populate(request, ['holder']);
    const use = { regionId: request.holder.region.id };
    refuseMisuse(actingUnder(tx.caller, 'resourceRequestDecide'), use, path);
  },
  decided: async (tx, { subject: request, result, remark, decidedBy, approvalNo }) => {
    await tx.em.populate(request, ['holder']);
    const action = ({ APPROVED: 'approve', REJECTED: 'reject', WITHDRAWN: 'withdraw' } as const)[result];
    await requestLifecycle.move(tx, request, action, { reason: remark, data: { approvalNo } });
    if (result !== 'WITHDRAWN') Object.assign(request, { decidedBy, decidedAt: tx.at, decisionReason: remark });
  },
});

/** Notes that stock was delivered for a request, and closes it with the last piece. */
export async function deliverRequest(
  tx: Transaction,
  id: string | null | undefined,
  delivery: { type: ResourceType; to: StockHolder; quantity: number; resourceNos: readonly string[] },
): Promise<void> {
  if (!id) return;
  const path: InputPath = ['input', 'requestId'];
  const request = await tx.get(ResourceRequest, id, path);
  await tx.em.populate(request, ['holder']);
  const { type, to, quantity, resourceNos } = delivery;
  if (request.type.id !== type.id || request.holder.id !== to.id)
    refuse('CONTRADICTORY', 'The request is for something else or for another holder.', path);
  if (request.resourceNo && !resourceNos.includes(request.resourceNo))
    refuse('CONTRADICTORY', `The request is for piece ${request.resourceNo}.`, path);
  if (request.status !== ResourceRequestStatus.APPROVED)
    refuse('INVALID_TRANSITION', 'Only what was approved is delivered.', path, { status: request.status });
  const left = request.quantity - request.delivered;
  if (quantity > left) refuse('TOO_MUCH', `Only ${left} are still to come.`, path, { left });
  request.delivered += quantity;
  if (request.delivered < request.quantity) return;
  request.closedAt = tx.at;
  await requestLifecycle.move(tx, request, 'close');
}
