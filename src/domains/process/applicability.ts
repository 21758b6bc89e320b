import type { InputPath } from '../../kernel/errors/index.js';
import { readRule, refuseBadRule, type RuleVariables } from '../../kernel/rules/index.js';

/** Values that the applicability of a template may name (WFL-06); a start gives those that its object has. */
export const applicabilityVariables: RuleVariables = {
  objectType: { type: 'string', description: 'Type of the object, such as `Order`.' },
  handlingGrade: { type: 'string', description: 'Grade that chooses time limits.' },
  customerType: { type: 'string', description: 'Market group of the customer.' },
  customerLevel: { type: 'string', description: 'Service level of the customer.' },
  region: { type: 'string', description: 'Code of the region.' },
  productType: { type: 'string', description: 'Kind of product.' },
  operationType: { type: 'string', description: 'What is asked for, such as `INSTALL`.' },
  channel: { type: 'string', description: 'Channel by which it came.' },
  severity: { type: 'string', description: 'How much it disturbs.' },
  amount: { type: 'number', description: 'Amount of money.' },
  kind: { type: 'string', description: 'Kind of approval, such as `OFFERING`.' },
  variables: { type: 'context', description: 'Everything that was given at the start.' },
};

/** Refuses a condition that cannot be read. */
export const refuseBadApplicability = (text: string, path: InputPath): void =>
  refuseBadRule(text, applicabilityVariables, path);

/** Refuses a rule for the handling grade that cannot be read or gives no text (WFL-16). */
export const refuseBadGradeRule = (text: string, path: InputPath): void =>
  refuseBadRule(text, applicabilityVariables, path, 'string');

/** How many conditions a text joins by `and`: of two templates with the same priority, the one with more is taken. */
export function specificityOf(text: string): number {
  let count = 1;
  const cursor = readRule(text).root.cursor();
  do if (cursor.name === 'and' && cursor.node.parent?.name === 'Conjunction') count++;
  while (cursor.next());
  return count;
}
