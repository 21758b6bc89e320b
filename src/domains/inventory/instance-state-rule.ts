import { Bool, EnumOf, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { CustomerServiceType, Product } from '../catalogue/index.js';
import { ProductInstanceStatus, SuspendReason } from './product-instance.js';

@Noun({
  tag: 'is',
  root: false,
  description:
    'Whether a customer service may be ordered on an instance in a given state; without a rule it may (PRD-29).',
})
export class InstanceStateRule extends Node {
  @One(() => Product, {
    description: 'Product that the rule is for; null for every product.',
    nullable: true,
    inverse: 'instanceStateRules',
    inverseDescription: 'Which services its instances admit in which state (PRD-29).',
  })
  product?: Product | null;

  @EnumOf(() => ProductInstanceStatus, { description: 'State of the instance.' })
  status!: ProductInstanceStatus;

  @EnumOf(() => SuspendReason, { description: 'Reason of the suspension; null for any.', nullable: true })
  suspendReason?: SuspendReason | null;

  @EnumOf(() => CustomerServiceType, { description: 'The service asked for.' })
  service!: CustomerServiceType;

  @Bool({ description: 'Whether it may be ordered.' })
  allowed!: boolean;

  @Text({ description: 'What to tell whoever asks; null for a general text.', nullable: true, max: 500 })
  message?: string | null;
}
