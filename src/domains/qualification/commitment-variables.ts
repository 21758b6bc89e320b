import type { RuleVariable, RuleVariables } from '../../kernel/rules/index.js';
import { saleVariables } from '../pricing/index.js';

const number = (description: string): RuleVariable => ({ type: 'number', description });

const held: RuleVariable = {
  type: 'context',
  description: 'The product that the customer has.',
  fields: {
    offering: { type: 'string', description: 'Code of the offering through which it was sold.' },
    product: { type: 'string', description: 'Code of the product.' },
    months: number('Whole months since it came into service; 0 before.'),
    days: number('Whole days since it came into service; 0 before.'),
    price: number('Price of a month by its tariff plan, or as agreed; 0 without one.'),
    spent: number('What was charged for the whole months, by that price.'),
    attributes: { type: 'context', description: 'Its characteristics, by name.' },
  },
};

/** What the condition of a kind of life-cycle control may read (PRD-38). */
export const controlVariables: RuleVariables = {
  held,
  moment: saleVariables['moment']!,
  values: { type: 'list', description: 'Values of the bundle, texts.' },
};

/** What the formula of a penalty may read (PRD-39). */
export const penaltyVariables: RuleVariables = {
  held,
  moment: saleVariables['moment']!,
  monthsShort: number('Months that are missing, begun ones counted whole; 0 where the control counts none.'),
  amountShort: number('Money that is missing, for SPEND_AMOUNT; 0 otherwise.'),
};
