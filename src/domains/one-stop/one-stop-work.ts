import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { decodeId } from '../../kernel/model/index.js';
import { defineStepHandler, defineTaskRule, endProcess, endStep, startProcess } from '../../kernel/process/index.js';
import { InternalOrganization } from '../party/index.js';
import { automatic, type StandardProcess } from '../process/index.js';
import type { ProcessInstance } from '../workflow/index.js';
import { OneStopTask } from './one-stop-task.js';
import { OneStopTaskStatus } from './one-stop.enums.js';

const WORK = 'oneStop.work';

/** How a unit works on a task of a one-stop case while an operator has published nothing else: it stands in the unit's work list. */
export const oneStopWork: StandardProcess = {
  code: 'ONE_STOP_TASK',
  name: '一站式协同任务',
  ...{ functionalDomain: 'one-stop', objectType: 'OneStopTask' },
  steps: [automatic('work', '协同处理', WORK)],
};

/** Tasks whose process is just starting: their step finds them before they are written. */
const starting = new WeakMap<Transaction, Map<string, OneStopTask>>();

/**
 * Starts the process of a task for the unit that has it now, in place of that of the unit that had it (WFL-74). When no template applies, it
 * waits for a dispatcher who names one (WFL-35, WFL-39); the unit may do the task meanwhile.
 */
export async function startWork(tx: Transaction, task: OneStopTask): Promise<void> {
  if (task.processInstance) await endProcess(tx, task.processInstance.id, 'It was handed over.');
  await tx.em.flush();
  starting.set(tx, (starting.get(tx) ?? new Map<string, OneStopTask>()).set(task.id, task));
  const { organization } = task;
  const started = await startProcess(tx, {
    ...{ objectType: 'OneStopTask', objectId: tx.idOf(task), subject: `${task.taskNo} ${task.name}` },
    ...{ ownTemplatesOnly: true, handler: WORK, fresh: true, toDispatcher: true },
    regionId: organization.region?.id ?? null,
    variables: { stage: task.stage, level: task.level, scope: task.oneStopCase.scope },
  });
  task.processInstance = started!.instance as ProcessInstance;
}

/** Ends the process of a task with it. */
export async function endWork(tx: Transaction, task: OneStopTask): Promise<void> {
  const instance = task.processInstance;
  if (!instance) return;
  if (task.status !== OneStopTaskStatus.DONE) return endProcess(tx, instance.id, 'Its case was given up.');
  // One that never began is to begin no more: no dispatcher has to name its template.
  if (!instance.template) return endProcess(tx, instance.id, 'The task was done before a template was named.');
  await endStep(tx, instance.id, { [WORK]: {} });
}

defineStepHandler(WORK, {
  binds: (_tx, _run, outputs) => (outputs ? 'The task is done.' : null),
  begin: async (tx, { objectId, instanceId, name }) => {
    const id = objectId ? decodeId(objectId)!.uuid : '';
    const known = starting.get(tx)?.get(id);
    const task = known ?? (id ? await tx.em.findOne(OneStopTask, { id }) : null);
    const own = task && (known ?? task.processInstance?.id === instanceId);
    if (!own || task.status !== OneStopTaskStatus.OPEN) return { outputs: {} };
    const { code } = await tx.em.findOneOrFail(InternalOrganization, { id: task.organization.id });
    return {
      tasks: [
        {
          ...{ about: task, name: `${name} ${task.name}`, dueAt: task.dueAt ?? null },
          operator: { kind: 'ORGANIZATION', code },
        },
      ],
    };
  },
});

defineTaskRule('OneStopTask', {
  handler: WORK,
  lock: async (tx, objectId) => {
    await tx.em.flush();
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
    await tx.em.findOne(OneStopTask, { id: decodeId(objectId)!.uuid }, lock);
  },
  steers: async (tx, { instanceId, objectId }) => {
    const task = await tx.em.findOne(OneStopTask, { id: decodeId(objectId)!.uuid });
    const follows = task?.processInstance?.id === instanceId && task.status === OneStopTaskStatus.OPEN;
    return follows ? 'The process goes where its task goes: hand the task over or complete it.' : null;
  },
  needs: async (tx, objectId) => {
    const task = await tx.em.findOneOrFail(OneStopTask, { id: decodeId(objectId)!.uuid });
    return task.status === OneStopTaskStatus.OPEN ? [WORK] : [];
  },
});
