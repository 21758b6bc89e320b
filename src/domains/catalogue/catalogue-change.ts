import {
  describeEnum,
  EnumOf,
  Instant,
  Int,
  JsonValue,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { Offering } from './offering.js';
import { Product } from './product.js';

export enum CatalogueChangeStatus {
  PROPOSED = 'PROPOSED',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}

describeEnum(CatalogueChangeStatus, 'CatalogueChangeStatus', 'State of a proposed change (PRD-98).', {
  PROPOSED: 'Waits for the decision; what is sold is as before.',
  APPROVED: 'In force, as a new version.',
  REJECTED: 'Refused, with a reason.',
  WITHDRAWN: 'Taken back by who proposed it.',
});

@UniqueTogether(['product'], `status = 'PROPOSED'`)
@UniqueTogether(['offering'], `status = 'PROPOSED'`)
@Noun({
  tag: 'kc',
  description:
    'A change of a product or an offering that has been approved before: it comes into force as a new version when someone else approves it (PRD-53, PRD-98).',
})
export class CatalogueChange extends Node {
  @One(() => Product, {
    description: 'The product to be changed; null for a change of an offering.',
    nullable: true,
    inverse: 'changes',
    inverseDescription: 'Changes proposed since it was approved (PRD-98).',
  })
  product?: Product | null;

  @One(() => Offering, {
    description: 'The offering to be changed; null for a change of a product.',
    nullable: true,
    inverse: 'changes',
    inverseDescription: 'Changes proposed since it was approved (PRD-53, PRD-98).',
  })
  offering?: Offering | null;

  @Int({
    description:
      'Number of the version that the change was made for; it is refused when another one is in force by then.',
  })
  basedOn!: number;

  @JsonValue({ description: 'The fields to be changed with their new values, as the input of the change named them.' })
  values!: Record<string, unknown>;

  @EnumOf(() => CatalogueChangeStatus, { description: 'State; changes only through its life cycle.', access: 'btree' })
  status!: CatalogueChangeStatus;

  @Text({ description: 'Why the change is wanted.', max: 500 })
  reason!: string;

  @Text({ description: 'Who proposed it, such as a staff number.', max: 100, access: 'slow' })
  proposedBy!: string;

  @Instant({ description: 'When it was proposed.', access: 'btree' })
  proposedAt!: Date;

  @Text({
    description: 'Who approved or rejected it; null while nobody has.',
    nullable: true,
    max: 100,
    access: 'slow',
  })
  decidedBy?: string | null;

  @Instant({ description: 'When it was decided or withdrawn.', nullable: true, access: 'slow' })
  decidedAt?: Date | null;
}
