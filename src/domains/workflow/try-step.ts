import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { checkValues, outputsFrom, type Token } from '../../kernel/process/index.js';
import type { ProcessInstanceTryStepInput } from './dispatch.inputs.js';
import { note, onToken } from './dispatch.service.js';
import { settle } from './engine.js';
import { stepAt } from './held.js';
import type { ProcessInstance } from './process-instance.js';
import { ProcessTask } from './process-task.js';
import { refuseValues, valuesOf } from './start.service.js';
import { OPEN_TASKS, taskLifecycle } from './task.lifecycle.js';
import { recall } from './terminate.js';
import { ProcessTaskStatus } from './workflow.enums.js';

/** States of a visit whose step the tester may end. */
const STANDS: readonly Token['status'][] = ['ACTIVE', 'WAITING', 'STUCK'];

/** Ends a step at which a test stands, with what the tester says came of it: nobody is waited for, and nothing is done (WFL-27). */
export function tryStep(context: CallContext, input: ProcessInstanceTryStepInput): Promise<ProcessInstance> {
  return onToken(context, input.tokenId, false, async (held, row) => {
    const { course, instance, tx } = held;
    const path = ['input', 'tokenId'];
    if (!instance.test) refuse('NOT_A_TEST', 'This process is not a test.', path);
    const token = course.tokens.get(row.id);
    if (!token || !STANDS.includes(token.status))
      return refuse('INVALID_STATE', 'This visit does not stand at its step.', path, { state: row.status });
    const { outputs } = stepAt(held, token);
    const given = valuesOf(input.outputs, ['input', 'outputs']);
    refuseValues(
      checkValues(
        outputs.filter(({ from }) => !from),
        given,
      ),
      ['input', 'outputs'],
    );
    const reason = input.reason ?? 'Tried by hand.';
    await endTasks(tx, token, given);
    await recall(held, [token], reason);
    note(tx, instance, 'process-instance.step-tried', reason, { step: token.step, outputs: given });
    course.complete(token, outputsFrom(outputs, given, course.scope));
    await settle(held);
  });
}

async function endTasks(tx: Transaction, { id }: Token, result: Record<string, unknown>): Promise<void> {
  const where = { token: id, status: { $in: [...OPEN_TASKS, ProcessTaskStatus.FAILED] } };
  for (const task of await tx.em.find(ProcessTask, where)) {
    Object.assign(task, { result, finishedAt: tx.at });
    await taskLifecycle.move(tx, task, 'complete', { data: { result } });
  }
}
