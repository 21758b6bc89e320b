import { DayInput, IdInput, Input, TextInput } from '../../kernel/model/index.js';
import { Product } from './product.js';

@Input('How a product is to leave the market, planned or changed (PRD-98).')
export class ProductWithdrawalPlanInput {
  @IdInput(() => Product, { description: 'The product, IN_USE or EXPIRED.' })
  productId!: string;

  @DayInput({
    description:
      'First day on which it is not sold any more, not before today where the operator is; not changed once the sale has stopped, unless the product was extended since.',
  })
  stopSaleOn!: string;

  @IdInput(() => Product, {
    description: 'Product of the same layer, IN_USE, to which its customers are to go over; none when absent.',
    optional: true,
  })
  replacedById?: string | null;

  @DayInput({
    description: 'First day on which nobody shall have it any more, not before the sale stops; open when absent.',
    optional: true,
  })
  endOfServiceOn?: string | null;

  @TextInput({ description: 'Why it is withdrawn.', max: 500 })
  reason!: string;
}

@Input('A withdrawal to be given up while the product is sold (PRD-98).')
export class ProductWithdrawalCancelInput {
  @IdInput(() => Product, { description: 'The product.' })
  productId!: string;

  @TextInput({ description: 'Why.', max: 500 })
  reason!: string;
}
