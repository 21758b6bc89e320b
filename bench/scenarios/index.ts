import { operations } from '../operations/index.ts';
import { operationScenario } from './operation.ts';
import { fanout } from './fanout.ts';
import type { Scenario } from './scenario.ts';
import { processes } from './processes.ts';
import { sales } from './sales.ts';
import { soak } from './soak.ts';

/** Everything that can be measured, in the order of the table. */
export const scenarios: readonly Scenario[] = [...operations.map(operationScenario), fanout, sales, processes, soak];

/** The scenarios whose names begin with one of these; without names, all that do not wait to be asked for. */
export function chosen(only: readonly string[]): readonly Scenario[] {
  if (only.length === 0) return scenarios.filter(({ onRequest }) => !onRequest);
  const found = scenarios.filter(({ name }) => only.some((start) => name.startsWith(start)));
  if (found.length) return found;
  throw new Error(
    `There is no ${only.join(', ')}; there are:\n${scenarios.map(({ name, about }) => `  ${name.padEnd(20)} ${about}`).join('\n')}`,
  );
}
