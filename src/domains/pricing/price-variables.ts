import type { RuleVariable, RuleVariables } from '../../kernel/rules/index.js';

const text = (description: string): RuleVariable => ({ type: 'string', description });
const number = (description: string): RuleVariable => ({ type: 'number', description });
const flag = (description: string): RuleVariable => ({ type: 'boolean', description });
const list = (description: string): RuleVariable => ({ type: 'list', description });

const customer: RuleVariable = {
  type: 'context',
  description: 'Who buys; while nobody is named every entry is null, every list empty, and nothing is held.',
  fields: {
    known: flag('Whether a customer is named at all.'),
    code: text('Code of the customer.'),
    type: text('Market group: PUBLIC, COMMERCIAL, BIG or FLOATING.'),
    subType: text('Sub-type within the market group, such as 3A.'),
    serviceLevel: text('STANDARD, SAPPHIRE, JADE or DIAMOND.'),
    lifecycle: text('POTENTIAL, IN_NETWORK or LEFT.'),
    organization: flag('Whether it is an organisation, not a person.'),
    age: number('Years since the day of birth; null when it is not known, and for organisations.'),
    gender: text('MALE, FEMALE or OTHER.'),
    occupation: text('Occupation, free text.'),
    education: text('Highest completed education.'),
    region: text('Code of the region that serves the customer.'),
    regions: list('Codes of that region and all around it, from the root.'),
    segments: list('Codes of the segments that the customer belongs to.'),
    groups: list('Codes of the groups that the customer belongs to.'),
    campaigns: list(
      'Numbers of the campaigns that turn to the customer, and of their published target lists; none of campaigns that were given up.',
    ),
    held: number('Pieces of all offerings that the customer holds (PRD-76).'),
    offerings: list('Codes of the offerings that the customer holds.'),
    plans: list('Codes of the tariff plans that the customer holds.'),
    products: list('Codes of the products that the customer has.'),
    months: number('Whole months since the customer joined the network; null for those who never did.'),
    monthlyCharge: number('Sum of the monthly prices of what the customer holds.'),
    characteristics: { type: 'context', description: 'Further attributes of the customer, by name.' },
  },
};

const moment: RuleVariable = {
  type: 'context',
  description: 'The moment for which is asked, where the operator is (parameter `operator.time-zone`).',
  fields: {
    year: number('Year.'),
    month: number('Month, 1 to 12.'),
    day: number('Day of the month.'),
    weekDay: number('Day of the week, 1 for Monday to 7.'),
    hour: number('Hour, 0 to 23.'),
  },
};

const seller: RuleVariable = {
  type: 'context',
  description: 'Who sells; every entry is null, and the list empty, when a customer buys without help.',
  fields: {
    number: text('Staff number.'),
    unit: text('Code of the unit of the operator.'),
    positions: list('Codes of the positions held.'),
  },
};

/** What rules of sale may read: who buys, who sells, where and when (PRD-43). */
export const saleVariables: RuleVariables = {
  customer,
  seller,
  channel: text('Code of the channel through which is sold; null when none is named.'),
  regions: list('Codes of the region where is sold and of all around it, from the root.'),
  moment,
};

/** What tariffs and discounts may read: a line of an order besides (PRD-71). */
export const priceVariables: RuleVariables = {
  ...saleVariables,
  line: {
    type: 'context',
    description: 'The line that is priced; for discounts on the whole order the first one.',
    fields: {
      offering: text('Code of the offering.'),
      quantity: number('Pieces.'),
      held: number('Pieces of the offering that the customer holds already, those that a service is done to included.'),
      service: text('Customer service, such as INSTALL.'),
      number: text('Number that was chosen, such as a telephone number.'),
      attributes: {
        type: 'context',
        description: 'Attribute values by name: those of the order, and what the offering fixes.',
      },
      sla: text('Code of the service level chosen.'),
    },
  },
  order: {
    type: 'context',
    description: 'The whole order.',
    fields: {
      lines: number('Number of lines.'),
      quantity: number('Pieces on all lines.'),
      offerings: list('Codes of the offerings on the lines.'),
      currency: text('Currency in which is priced.'),
      prepaid: number('Money paid in advance.'),
      prepaidMonths: number('Months paid in advance.'),
      paymentMethod: text('Means of payment, such as CASH.'),
    },
  },
};

/** What the formula of a discount may read besides. */
export const discountVariables: RuleVariables = {
  ...priceVariables,
  amount: number('What the discount lowers, before it.'),
};
