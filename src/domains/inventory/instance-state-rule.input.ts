import { BoolInput, EnumInput, IdInput, Input, TextInput } from '../../kernel/model/index.js';
import { CustomerServiceType, Product } from '../catalogue/index.js';
import { ProductInstanceStatus, SuspendReason } from './product-instance.js';

@Input('Whether a customer service may be ordered on instances in a state, new or changed (PRD-29).')
export class InstanceStateRuleSaveInput {
  @IdInput(() => Product, {
    description:
      'Product that it is for, whose maintainers write it; for every product when absent, which the headquarters write.',
    optional: true,
  })
  productId?: string | null;

  @EnumInput(() => ProductInstanceStatus, {
    description: 'State of the instance: ACTIVE or SUSPENDED; the others admit no service by their nature.',
  })
  status!: ProductInstanceStatus;

  @EnumInput(() => SuspendReason, {
    description: 'Reason of the suspension, for SUSPENDED only; any when absent.',
    optional: true,
  })
  suspendReason?: SuspendReason | null;

  @EnumInput(() => CustomerServiceType, { description: 'The service that is asked for.' })
  service!: CustomerServiceType;

  @BoolInput({
    description:
      'Whether it may be ordered; needed unless the rule is removed. The rule of a product comes before the one for all, that for a reason before that for any.',
    optional: true,
  })
  allowed?: boolean | null;

  @TextInput({ description: 'What to tell whoever asks; a general text when absent.', optional: true, max: 500 })
  message?: string | null;

  @BoolInput({ description: 'True: the rule for this product, state, reason and service is removed.', optional: true })
  remove?: boolean | null;
}
