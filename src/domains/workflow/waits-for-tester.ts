import { type StepDefinition, stepHandler } from '../../kernel/process/index.js';
import type { ProcessInstance } from './process-instance.js';

/**
 * Whether an automatic step waits for what the tester says came of it (WFL-27): in a test nothing is done on an object, so that what a domain
 * begins there, or decides there, is not known.
 */
export function waitsForTester(
  { handler, outputs }: Pick<StepDefinition, 'handler' | 'outputs'>,
  { test }: Pick<ProcessInstance, 'test'>,
): boolean {
  const known = test && handler !== null ? stepHandler(handler) : undefined;
  return Boolean(known?.begin ?? (known?.binds && outputs.length > 0));
}
