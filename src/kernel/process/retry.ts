import { stepHandler } from './step-handler.js';
import type { RetryPolicy, StepDefinition } from './definition.js';

/** How often the work of steps is tried that say nothing of it. */
export const USUAL_RETRY: RetryPolicy = { attempts: 5, pauseSeconds: 2, maxPauseSeconds: 3600 };

/** Most that a step may say. */
export const MOST_ATTEMPTS = 20;
export const LONGEST_PAUSE_SECONDS = 86_400;

type Tried = Pick<StepDefinition, 'retry'>;

/** How often the work of a step is tried before a dispatcher must act (WFL-46, WFL-47). */
export const attemptsOf = ({ retry }: Tried): number => (retry ?? USUAL_RETRY).attempts;

/** Milliseconds after which the work of a step is tried again that has failed so often. */
export function pauseAfter({ retry }: Tried, failures: number): number {
  const { pauseSeconds, maxPauseSeconds } = retry ?? USUAL_RETRY;
  return 1000 * Math.min(maxPauseSeconds, pauseSeconds * 2 ** (failures - 1));
}

/** Name of the handler that undoes a step: the one that it names, or its own where that is bound to the object; null when none does. */
export function compensationOf({ compensation, handler }: StepDefinition): string | null {
  const own = handler === null ? undefined : stepHandler(handler);
  return compensation ?? (own?.binds && own.compensate ? own.name : null);
}

/** Whether something undoes a step when it is rolled back. What an outside system did is never undone without a word to it, or to a person. */
export const isUndoable = (step: StepDefinition): boolean =>
  compensationOf(step) !== null || Boolean(step.compensationTask) || step.kind === 'EXTERNAL';
