import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { defineJob, type JobDefinition } from '../../kernel/jobs/job.js';
import { encodeId } from '../../kernel/model/index.js';
import { CollaborationDispatch, CollaborationDispatchStatus } from './collaboration-dispatch.js';
import { CollaborationOrder, CollaborationOrderStatus } from './collaboration-order.js';
import {
  CollaborationSystemDispatch,
  CollaborationSystemDispatchStatus as S,
} from './collaboration-system-dispatch.js';
import { collaborationSystem } from './collaboration-system.js';

const SEND = 'collaboration.system.send';
const WITHDRAW = 'collaboration.system.withdraw';
const ANSWER = 'collaboration.system.answer';

interface Of extends Record<string, unknown> {
  id: string;
}

const later = (tx: Transaction, name: string, { id }: { id: string }): void =>
  void tx.enqueue({ name, payload: { id }, key: `${name}:${id}` });

/** Hands a dispatch to its system after the transaction (OPS-41). */
export const sendToSystem = (tx: Transaction, dispatch: CollaborationSystemDispatch): void => later(tx, SEND, dispatch);
/** Takes a dispatch back from its system after the transaction (OPS-46, OPS-47). */
export const takeBack = (tx: Transaction, dispatch: CollaborationSystemDispatch): void => later(tx, WITHDRAW, dispatch);
/** Tells the system that asked what became of its order, after the transaction (OPS-43). */
export function answerSystem(tx: Transaction, order: CollaborationOrder): void {
  if (order.system) later(tx, ANSWER, order);
}

/** Names the message by which another system knows a dispatch. */
export const messageOf = ({ id }: CollaborationSystemDispatch): string => encodeId('ya', id);

/** Hands a dispatch over, at least once; it throws to be tried again. Its reply may come before this is noted. */
async function send(context: CallContext, id: string): Promise<void> {
  const found = await context.database.orm.em
    .fork()
    .findOne(CollaborationSystemDispatch, { id }, { populate: ['order.requester'] });
  if (found?.status !== S.WAITING) return;
  const { order, detail, dueAt = null, system: name } = found;
  const { orderNo, event, requester } = order;
  let failure: Error | undefined;
  let externalRef: string | null = null;
  try {
    const system = collaborationSystem(name);
    if (!system) throw new Error(`No other system ${name} is connected.`);
    const asked = { orderNo, event, detail, dueAt, requester: { code: requester.code, name: requester.name } };
    ({ externalRef } = await system.send({ messageId: messageOf(found), ...asked }, context));
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
  }
  await context.database.write(context, async (tx) => {
    const dispatch = (await tx.find(CollaborationSystemDispatch, id))!;
    dispatch.attempts++;
    dispatch.error = failure?.message.slice(0, 500) ?? null;
    if (failure) return;
    Object.assign(dispatch, { externalRef, dispatchedAt: tx.at });
    if (dispatch.status === S.WAITING) dispatch.status = S.SENT;
    // It was given up while it was on its way.
    else if (dispatch.status !== S.REPLIED) takeBack(tx, dispatch);
    const data = { orderNo, system: name, round: dispatch.round };
    tx.record({ kind: 'BUSINESS_FACT', type: 'collaboration.system.sent', subject: dispatch, data });
  });
  if (failure) throw failure;
}

async function withdraw(context: CallContext, id: string): Promise<void> {
  const found = await context.database.orm.em.fork().findOne(CollaborationSystemDispatch, { id });
  if (found?.dispatchedAt) await collaborationSystem(found.system)?.withdraw?.(messageOf(found), context);
}

const OVER: readonly CollaborationOrderStatus[] = [
  CollaborationOrderStatus.RETURNED,
  CollaborationOrderStatus.CLOSED,
  CollaborationOrderStatus.CANCELLED,
];

async function answer(context: CallContext, id: string): Promise<void> {
  const em = context.database.orm.em.fork();
  const order = await em.findOne(CollaborationOrder, { id });
  if (!order?.system || !OVER.includes(order.status)) return;
  const replied = await em.find(
    CollaborationDispatch,
    { order: id, status: CollaborationDispatchStatus.REPLIED },
    { populate: ['organization'], orderBy: { endedAt: 'asc', id: 'asc' } },
  );
  const tell = collaborationSystem(order.system)?.answer;
  if (!tell) throw new Error(`The other system ${order.system} takes no answers.`);
  await tell(
    {
      ...{ messageId: order.systemMessageId!, orderNo: order.orderNo },
      done: order.status !== CollaborationOrderStatus.CANCELLED && !order.closeReason,
      reason: order.cancelReason ?? order.closeReason ?? null,
      replies: replied.map(({ organization, repliedBy = null, endedAt = null, reply = null }) => ({
        ...{ organization: organization.code, handler: repliedBy, repliedAt: endedAt, reply },
      })),
    },
    context,
  );
  await context.database.write(context, async (tx) => {
    const told = (await tx.find(CollaborationOrder, id))!;
    told.systemAnsweredAt = tx.at;
  });
}

/** Jobs that exchange collaboration orders with other systems. */
export const exchangeJobs: readonly JobDefinition[] = [
  defineJob<Of>(SEND, ({ id }, context) => send(context, id), { waits: true }),
  defineJob<Of>(WITHDRAW, ({ id }, context) => withdraw(context, id), { waits: true }),
  defineJob<Of>(ANSWER, ({ id }, context) => answer(context, id), { waits: true }),
];
