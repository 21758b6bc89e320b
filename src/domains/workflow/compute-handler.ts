import { defineStepHandler, type StepRun } from '../../kernel/process/index.js';

const give = ({ inputs }: StepRun) => ({ ...inputs });

/**
 * An automatic step that works values out: its inputs, by their expressions, are what it gives, and its outputs take them by name
 * or by an expression over `result` (WFL-12, WFL-14). It has no effect outside the process, so nothing is to be undone.
 */
defineStepHandler('compute', {
  run: async (_tx, step) => give(step),
  pure: give,
  compensate: async () => undefined,
});
