import { EnumOf, Money, Node, Noun, One, Text, UniqueTogether, Value } from '../../kernel/model/index.js';
import { GuaranteeKind, GuaranteeType } from '../catalogue/index.js';
import { ProductInstance } from '../inventory/index.js';
import { Employee } from '../organisation/index.js';
import { OrderItem } from './order-item.js';

@UniqueTogether(['orderItem', 'productInstance'])
@UniqueTogether(['orderItem', 'employee'])
@UniqueTogether(['orderItem', 'documentNo'])
@Noun({
  tag: 'og',
  root: false,
  description:
    'What was given as guarantee for a line that installs: a product instance or an employee that stands in, a deposit, or a paper (担保, PRD-42, ORD-30, ORD-110).',
})
export class OrderGuarantee extends Node {
  @One(() => OrderItem, {
    description: 'The line.',
    inverse: 'guarantees',
    inverseDescription: 'What was given as guarantee for the line; empty where the offering asks for none.',
  })
  orderItem!: OrderItem;

  @EnumOf(() => GuaranteeKind, {
    description: 'What it is, as the offering asked when the line was ordered; never NONE.',
  })
  kind!: GuaranteeKind;

  @One(() => GuaranteeType, {
    description: 'Which kind by name, as the offering asked when the line was ordered.',
    nullable: true,
    inverse: 'guarantees',
    inverseDescription: 'Guarantees of the kind that were given.',
  })
  type?: GuaranteeType | null;

  @One(() => ProductInstance, {
    description:
      'For INSTANCE: what stands in, such as the telephone of a neighbour; null otherwise, and for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'guaranteesGiven',
    inverseDescription: 'Order lines for which it stands in (PRD-42).',
  })
  productInstance?: ProductInstance | null;

  @One(() => Employee, {
    description: 'For EMPLOYEE: who stands in; null otherwise, and for callers who may not see employees.',
    nullable: true,
    hideable: true,
    inverse: 'guaranteesGiven',
    inverseDescription: 'Order lines for which the employee stands in (PRD-42).',
  })
  employee?: Employee | null;

  @Text({
    description: 'For DOCUMENT: number of the paper; null otherwise.',
    nullable: true,
    max: 100,
    access: 'slow',
  })
  documentNo?: string | null;

  @Value(() => Money, {
    description:
      'For DEPOSIT: what is to be deposited for the whole quantity, in the currency of the tariff plan. It is given back, so it is no part of the price. Null otherwise.',
    nullable: true,
  })
  amount?: Money | null;
}
