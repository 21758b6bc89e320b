import { describeEnum, EnumOf, Instant, Money, Node, Noun, One, Text, Value } from '../../kernel/model/index.js';
import { Product } from './product.js';

export enum ProductCostStage {
  DEVELOPMENT = 'DEVELOPMENT',
  PROMOTION = 'PROMOTION',
  OPERATION = 'OPERATION',
  WITHDRAWAL = 'WITHDRAWAL',
}

describeEnum(ProductCostStage, 'ProductCostStage', 'Stage in the life of a product in which a cost arose (PRD-06).', {
  DEVELOPMENT: 'Design and development, before the launch.',
  PROMOTION: 'Bringing it to the market.',
  OPERATION: 'Providing it to customers.',
  WITHDRAWAL: 'Taking it off the market.',
});

export enum ProductCostKind {
  PRODUCT = 'PRODUCT',
  SERVICE = 'SERVICE',
}

describeEnum(ProductCostKind, 'ProductCostKind', 'What a cost was spent on (MOD-17).', {
  PRODUCT: 'The product itself, with its share of resources and their depreciation (MOD-18).',
  SERVICE: 'The services provided with it (MOD-19).',
});

@Noun({
  tag: 'ka',
  description:
    'What a product cost the operator in a stage of its life (PRD-06); aggregates give sums by stage and in total.',
})
export class ProductCost extends Node {
  @One(() => Product, {
    description: 'The product.',
    inverse: 'costs',
    inverseDescription: 'What the product cost the operator (PRD-06); staff only.',
  })
  product!: Product;

  @EnumOf(() => ProductCostStage, { description: 'Stage in which it arose.' })
  stage!: ProductCostStage;

  @EnumOf(() => ProductCostKind, { description: 'What it was spent on.' })
  kind!: ProductCostKind;

  @Value(() => Money, { description: 'The amount; a correction is negative.' })
  amount!: Money;

  @Instant({ description: 'When it was recorded.', access: 'slow' })
  recordedAt!: Date;

  @Text({ description: 'Who recorded it, such as a staff number.', max: 100 })
  recordedBy!: string;

  @Text({ description: 'What it was for.', nullable: true, max: 500 })
  remark?: string | null;
}
