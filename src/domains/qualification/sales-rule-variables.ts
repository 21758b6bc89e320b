import type { RuleVariables } from '../../kernel/rules/index.js';
import { saleVariables } from '../pricing/index.js';

/** What the condition of a kind of rule may read besides: the values of the rule. */
export const kindVariables: RuleVariables = {
  ...saleVariables,
  values: { type: 'list', description: 'Values of the rule, texts.' },
};
