import { describeEnum } from '../../kernel/model/index.js';

/** Where a charge comes from. */
export enum ChargeSource {
  PLAN = 'PLAN',
  RULE = 'RULE',
  STANDARD = 'STANDARD',
  DISCOUNT = 'DISCOUNT',
  STAFF_DISCOUNT = 'STAFF_DISCOUNT',
  PENALTY = 'PENALTY',
}

describeEnum(ChargeSource, 'ChargeSource', 'Where a charge of a line comes from (PRD-61 to PRD-64).', {
  PLAN: 'The main price of a tariff plan.',
  RULE: 'A rule of a tariff plan.',
  STANDARD: 'The standard price of a customer service of a product.',
  DISCOUNT: 'A discount.',
  STAFF_DISCOUNT: 'A discount that the seller gives within the range of the own position.',
  PENALTY: 'A penalty for what is not kept long enough; only of orders (PRD-39).',
});
