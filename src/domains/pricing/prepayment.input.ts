import { DecimalInput, Input, IntInput } from '../../kernel/model/index.js';

/** What is paid in advance, for carts and orders alike. */
@Input('What is paid in advance; tariffs and discounts may depend on it (PRD-68).')
export class PrepaymentInput {
  @DecimalInput({
    description:
      'Money paid in advance, in the currency of the whole; tariffs and discounts may depend on it (PRD-68).',
    optional: true,
    min: '0',
    max: '1000000000',
  })
  prepaidAmount?: string | null;

  @IntInput({
    description: 'Months paid in advance; tariffs and discounts may depend on them (PRD-68).',
    optional: true,
    min: 0,
    max: 120,
  })
  prepaidMonths?: number | null;
}
