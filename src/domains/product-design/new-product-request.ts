import { describeEnum, EnumOf, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Product } from '../catalogue/index.js';
import { Region } from '../region/index.js';
import { ProductDesign } from './product-design.js';

export enum NewProductRequestStatus {
  RECEIVED = 'RECEIVED',
  REJECTED = 'REJECTED',
  EXISTING = 'EXISTING',
  IN_DESIGN = 'IN_DESIGN',
}

describeEnum(NewProductRequestStatus, 'NewProductRequestStatus', 'State of a request for a new product (PRD-117).', {
  RECEIVED: 'Waits to be evaluated.',
  REJECTED: 'Not wanted, with a reason.',
  EXISTING: 'A present product serves the need.',
  IN_DESIGN: 'A design was begun for it.',
});

@Noun({
  tag: 'ec',
  description: 'A need for which no product was found, such as that of a lost opportunity (PRD-117).',
})
export class NewProductRequest extends Node {
  @Text({ description: 'The need, in the words of who met it.', max: 2000 })
  need!: string;

  @Text({
    description: 'Where it comes from, such as the number of an opportunity; unique, so that none arrives twice.',
    max: 100,
    access: 'unique',
  })
  source!: string;

  @One(() => Region, {
    description: 'Region in which the need arose.',
    inverse: 'newProductRequests',
    inverseDescription: 'Requests for new products from exactly this region.',
  })
  region!: Region;

  @EnumOf(() => NewProductRequestStatus, { description: 'State; changes only by the evaluation.', access: 'btree' })
  status!: NewProductRequestStatus;

  @Text({ description: 'Who sent it.', max: 100, access: 'slow' })
  requestedBy!: string;

  @Text({ description: 'Who evaluated it; null while nobody has.', nullable: true, max: 100, access: 'slow' })
  evaluatedBy?: string | null;

  @One(() => Product, { description: 'Product that serves the need, of EXISTING.', nullable: true })
  product?: Product | null;

  @One(() => ProductDesign, {
    description: 'Design that was begun for it, of IN_DESIGN.',
    nullable: true,
    inverse: 'requests',
    inverseDescription: 'Needs from which the design arose (PRD-117).',
  })
  design?: ProductDesign | null;
}
