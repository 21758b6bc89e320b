import { EnumInput, IdInput, Input, TextInput } from '../../kernel/model/index.js';
import { ProductInstance, SuspendReason } from './product-instance.js';

@Input('A product instance to be stopped for a time.')
export class ProductInstanceSuspendInput {
  @IdInput(() => ProductInstance, { description: 'The instance; it must be ACTIVE.' })
  productInstanceId!: string;

  @EnumInput(() => SuspendReason, { description: 'Why. Customers may give CUSTOMER_REQUEST only.' })
  reason!: SuspendReason;

  @TextInput({ description: 'Explanation for the history.', optional: true, max: 500 })
  note?: string | null;
}

@Input('A suspended product instance that shall run again.')
export class ProductInstanceResumeInput {
  @IdInput(() => ProductInstance, {
    description: 'The instance; it must be SUSPENDED. Customers may resume only what they suspended.',
  })
  productInstanceId!: string;

  @TextInput({ description: 'Explanation for the history.', optional: true, max: 500 })
  note?: string | null;
}
