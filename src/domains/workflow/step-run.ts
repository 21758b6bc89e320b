import { inputsFrom, type StepRun, type Token } from '../../kernel/process/index.js';
import type { Held } from './held.js';

/** What a handler is told of the visit for which it works. */
export function runOf({ instance, course, rows }: Held, token: Token): StepRun {
  const step = course.stepOf(token);
  return {
    ...{ tokenId: token.id, instanceId: instance.id, test: instance.test },
    ...{ step: step.code, name: step.name, operator: step.operator },
    attempt: (rows.get(token.id)?.failures ?? 0) + 1,
    objectType: instance.objectType ?? null,
    objectId: instance.objectId ?? null,
    inputs: inputsFrom(step.inputs, course.scope),
  };
}
