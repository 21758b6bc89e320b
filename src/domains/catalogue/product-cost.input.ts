import { EnumInput, IdInput, Input, MoneyInput, ObjectInput, TextInput } from '../../kernel/model/index.js';
import { ProductCostKind, ProductCostStage } from './product-cost.js';
import { Product } from './product.js';

@Input('A cost of a product to be recorded (PRD-06).')
export class ProductCostRecordInput {
  @IdInput(() => Product, { description: 'The product.' })
  productId!: string;

  @EnumInput(() => ProductCostStage, { description: 'Stage in which it arose.' })
  stage!: ProductCostStage;

  @EnumInput(() => ProductCostKind, { description: 'What it was spent on.' })
  kind!: ProductCostKind;

  @ObjectInput(() => MoneyInput, {
    description: 'The amount, in a currency of ISO 4217; negative to correct what was recorded before.',
  })
  amount!: MoneyInput;

  @TextInput({ description: 'What it was for.', optional: true, max: 500 })
  remark?: string | null;
}
