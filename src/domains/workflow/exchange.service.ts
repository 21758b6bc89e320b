import { visibleRows } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type InputPath, refuse } from '../../kernel/errors/index.js';
import { decodeId } from '../../kernel/model/index.js';
import { externalSystem } from '../../kernel/process/index.js';
import { Region } from '../region/index.js';
import { ExchangeDirection, ExchangeKind, ExchangeStatus } from './exchange.enums.js';
import type { ExternalOrdersInput, ExternalOrderInput, ProcessExternalQueryInput } from './exchange.inputs.js';
import { systemOf } from './exchange-party.js';
import { lockInstance } from './held.js';
import { logExchange } from './log-exchange.js';
import { ProcessExchange } from './process-exchange.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';
import { publishedVersion } from './published.js';
import { startVersion, valuesOf } from './start.service.js';
import { messageOf } from './task-message.js';
import { noteAttemptToTell } from './untold.js';
import { ProcessInstanceStatus, ProcessStartMode } from './workflow.enums.js';

/** Takes the task list of an outside system: each becomes an instance, once however often it comes (WFL-53). */
export function takeOrders(context: CallContext, input: ExternalOrdersInput): Promise<ProcessInstance[]> {
  const system = systemOf(context.caller, input.system ?? null, ['input', 'system']);
  return context.database.write(context, async (tx) => {
    const instances: ProcessInstance[] = [];
    for (const [index, order] of input.orders.entries())
      instances.push(await takeOrder(tx, system, order, ['input', 'orders', index]));
    return instances;
  });
}

async function takeOrder(
  tx: Transaction,
  system: string,
  order: ExternalOrderInput,
  path: InputPath,
): Promise<ProcessInstance> {
  const { messageId } = order;
  await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`external ${system} ${messageId}`]);
  const known = await tx.em.findOne(ProcessInstance, { requestSystem: system, requestMessage: messageId });
  if (known) return known;
  const version = await publishedVersion(tx, order.template);
  if (!version) return refuse('NOT_PUBLISHED', `No version of ${order.template} is published.`, [...path, 'template']);
  const region = order.regionId ? await tx.get(Region, order.regionId, [...path, 'regionId'], { lock: false }) : null;
  const at = [...path, 'variables'];
  const variables = valuesOf(order.variables, at);
  const asked = {
    ...{ region, objectType: null, objectId: null, test: false, startMode: ProcessStartMode.EVENT },
    ...{ subject: order.subject ?? null, handlingGrade: order.handlingGrade ?? null },
    ...{ correlationKey: order.correlationKey ?? null, requestSystem: system, requestMessage: messageId },
    startsAt: order.startsAt ? new Date(order.startsAt) : tx.at,
    variables,
  };
  const instance = await startVersion(tx, version, asked, variables, at);
  const payload = { ...order } as Record<string, unknown>;
  const said = { direction: ExchangeDirection.IN, kind: ExchangeKind.TASK };
  logExchange(tx, { ...said, system, messageId, instance, payload });
  return instance;
}

/** Tells an outside system what became of what it gave us, at least once (WFL-54). Throws to be tried again. */
export async function reply(context: CallContext, instanceId: string, attempt: number): Promise<void> {
  const em = context.database.orm.em.fork();
  const instance = await em.findOne(ProcessInstance, { id: instanceId });
  const { requestSystem: system, requestMessage: messageId } = instance ?? {};
  if (!instance || !system || !messageId) return;
  const settled = { instance: instanceId, kind: ExchangeKind.RESULT, status: ExchangeStatus.SETTLED };
  if (await em.count(ProcessExchange, settled)) return;
  const { instanceNo, status, variables } = instance;
  const done = status === ProcessInstanceStatus.COMPLETED;
  let failure: unknown;
  try {
    const tell = externalSystem(system)?.reply;
    if (!tell) throw new Error(`The outside system ${system} takes no results.`);
    await tell({ messageId, instanceNo, done, variables }, context);
  } catch (error) {
    failure = error ?? new Error('It failed.');
  }
  const over = await context.database.write(context, async (tx) => {
    const own = await lockInstance(tx, instanceId);
    const key = { instance: own.id, direction: ExchangeDirection.OUT, kind: ExchangeKind.RESULT, messageId };
    const said = { direction: key.direction, kind: key.kind, payload: { done, variables } };
    const row =
      (await tx.em.findOne(ProcessExchange, key)) ?? logExchange(tx, { ...said, system, messageId, instance: own });
    return noteAttemptToTell(tx, row, own, { attempts: attempt, failure });
  });
  if (!over) throw failure instanceof Error ? failure : new Error(messageIn(failure));
}

/** Asks an outside system how far a task is, and keeps what it says with the instance (WFL-66). */
export async function askSystem(context: CallContext, input: ProcessExternalQueryInput): Promise<ProcessExchange> {
  const path = ['input', 'taskId'];
  const task = await visibleTask(context, input.taskId, path);
  if (task.operatorKind) refuse('NOT_EXTERNAL', 'People do this task.', path);
  const ask = externalSystem(task.operatorCode)?.status;
  if (!ask) return refuse('NOT_SUPPORTED', `${task.operatorCode} cannot be asked.`, path);
  const messageId = messageOf(task);
  let answer: Record<string, unknown> | null = null;
  let error: string | null = null;
  try {
    answer = { ...(await ask(messageId, context)) };
  } catch (failure) {
    error = messageIn(failure);
  }
  return context.database.write(context, async (tx) => {
    const own = await tx.get(ProcessTask, input.taskId, path, { lock: false });
    const instance = await tx.em.findOneOrFail(ProcessInstance, own.instance.id);
    const exchange = logExchange(tx, {
      ...{ system: own.operatorCode, direction: ExchangeDirection.OUT, kind: ExchangeKind.QUERY, messageId },
      ...{ instance, task: own, payload: {}, answer, error, arrivedAt: error ? null : tx.at },
      status: error ? ExchangeStatus.FAILED : ExchangeStatus.ARRIVED,
    });
    tx.record({
      ...{ kind: 'BUSINESS_FACT', type: 'process-task.asked', subject: own, regionId: own.region?.id },
      data: { system: own.operatorCode, answer, error },
    });
    return exchange;
  });
}

/** A task that the caller may see, read outside of any transaction: none is open while another system is waited for. */
async function visibleTask({ database, caller }: CallContext, taskId: string, path: InputPath): Promise<ProcessTask> {
  const id = decodeId(taskId)!.uuid;
  const values: unknown[] = [id];
  const visible = visibleRows(ProcessTask, caller, '"t"', (value) => `$${values.push(value)}`);
  const seen = await database.pool.query(`select 1 from "process_task" "t" where "t"."id" = $1 and ${visible}`, values);
  if (seen.rowCount === 0) refuse('NOT_FOUND', 'There is no ProcessTask with this id.', path);
  return database.orm.em.fork().findOneOrFail(ProcessTask, { id });
}

const messageIn = (failure: unknown): string =>
  (failure instanceof Error ? failure.message : String(failure)).slice(0, 2000);
