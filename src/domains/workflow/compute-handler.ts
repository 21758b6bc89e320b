import { defineStepHandler } from '../../kernel/process/index.js';

/**
 * An automatic step that works values out: its inputs, by their expressions, are what it gives, and its outputs take them by name
 * or by an expression over `result` (WFL-12, WFL-14). It has no effect outside the process, so nothing is to be undone.
 */
defineStepHandler('compute', {
  run: async (_tx, { inputs }) => ({ ...inputs }),
  compensate: async () => undefined,
});
