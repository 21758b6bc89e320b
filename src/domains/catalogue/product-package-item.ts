import { Bool, Characteristics, Int, Node, Noun, One, UniqueTogether } from '../../kernel/model/index.js';
import { ProductPackage } from './product-package.js';
import { Product } from './product.js';

@UniqueTogether(['productPackage', 'product'])
@Noun({
  tag: 'pj',
  root: false,
  description: 'A product in a package, with the quantities in which offerings get it (PRD-34).',
})
export class ProductPackageItem extends Node {
  @One(() => ProductPackage, {
    description: 'The package.',
    inverse: 'items',
    inverseDescription: 'Products of the package; they never change.',
  })
  productPackage!: ProductPackage;

  @One(() => Product, {
    description: 'The product; null for callers who may not see it.',
    hideable: true,
    inverse: 'packageItems',
    inverseDescription: 'Packages that contain the product.',
  })
  product!: Product;

  @Int({ description: 'Smallest number of pieces.' })
  minQuantity!: number;

  @Int({ description: 'Largest number of pieces.' })
  maxQuantity!: number;

  @Int({ description: 'Pieces that order entry proposes.' })
  defaultQuantity!: number;

  @Bool({ description: 'Whether the customer must take it.' })
  required!: boolean;

  @Characteristics({ description: 'Attribute values that are fixed.' })
  fixedValues: Record<string, unknown> = {};
}
