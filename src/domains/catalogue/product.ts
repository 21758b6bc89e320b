import { Bool, describeEnum, EnumOf, Noun, One, Text, TimePeriod, Value } from '../../kernel/model/index.js';
import { ExternalOrganization } from '../party/index.js';
import { ProcessTemplate } from '../process/index.js';
import { Region } from '../region/index.js';
import { Configured } from './configured.js';
import { MaintenanceLevel } from './maintenance-level.js';
import { ProductLine } from './product-line.js';

export enum ProductKind {
  MAIN = 'MAIN',
  ATTACHED = 'ATTACHED',
}

describeEnum(ProductKind, 'ProductKind', 'Whether a product stands alone (PRD-02).', {
  MAIN: 'A base unit on which telecom functions depend.',
  ATTACHED: 'Exists only with a main product; the customer may do without it.',
});

export enum ProductNature {
  COMMUNICATION = 'COMMUNICATION',
  PHYSICAL = 'PHYSICAL',
  SOFT_SERVICE = 'SOFT_SERVICE',
}

describeEnum(ProductNature, 'ProductNature', 'What a product is made of (PRD-03).', {
  COMMUNICATION: 'A communication function delivered by telecom resources.',
  PHYSICAL: 'A thing, such as a terminal or a gift; its stock is kept with marketing resources.',
  SOFT_SERVICE: 'Work or content, such as network design or technical support.',
});

export enum ProductProviderKind {
  OWN = 'OWN',
  OTHER_OPERATOR = 'OTHER_OPERATOR',
  PARTNER = 'PARTNER',
}

describeEnum(ProductProviderKind, 'ProductProviderKind', 'Who provides a product (PRD-07).', {
  OWN: 'The operator itself.',
  OTHER_OPERATOR: 'Another operator.',
  PARTNER: 'A partner, a third party.',
});

export enum ProductStatus {
  PENDING_APPROVAL = 'PENDING_APPROVAL',
  APPROVED = 'APPROVED',
  IN_USE = 'IN_USE',
  EXPIRED = 'EXPIRED',
  VOID = 'VOID',
}

describeEnum(ProductStatus, 'ProductStatus', 'State of a product (PRD-04).', {
  PENDING_APPROVAL: 'Configured, or returned by the approver; not yet sellable.',
  APPROVED: 'Approved; offerings may be built from it.',
  IN_USE: 'Sold in offerings.',
  EXPIRED: 'No new sale; live instances are not affected.',
  VOID: 'Given up; possible only while no live instance exists (PRD-05).',
});

@Noun({
  tag: 'pd',
  description:
    'The smallest sellable unit with definite functions and operability, tangible or not (MOD-20, TMF620 ProductSpecification).',
})
export class Product extends Configured {
  @Text({ description: 'Code unique among products, such as `INTERNET_FIBER` (PRD-01).', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @Text({ description: 'What the product does.', nullable: true, max: 2000 })
  description?: string | null;

  @EnumOf(() => ProductKind, { description: 'Whether the product stands alone or needs a main product (PRD-02).' })
  kind!: ProductKind;

  @EnumOf(() => ProductNature, { description: 'What the product is made of (PRD-03).' })
  nature!: ProductNature;

  @EnumOf(() => ProductStatus, { description: 'State; changes only through its life cycle (PRD-04).', access: 'btree' })
  status!: ProductStatus;

  @EnumOf(() => MaintenanceLevel, { description: 'Level that maintains it, fixed at creation (PRD-08).' })
  level!: MaintenanceLevel;

  @One(() => Region, {
    description:
      'Province or local network that maintains it and inside which alone it is sold; null for the headquarters (PRD-09, PRD-10).',
    nullable: true,
    inverse: 'ownedProducts',
    inverseDescription: 'Products that the province or local network maintains.',
  })
  owner?: Region | null;

  @EnumOf(() => ProductProviderKind, { description: 'Kind of provider (PRD-07).' })
  providerKind!: ProductProviderKind;

  @One(() => ExternalOrganization, {
    description: 'Who provides it; null for own products (PRD-07).',
    nullable: true,
    inverse: 'providedProducts',
    inverseDescription: 'Products that the organisation provides.',
  })
  provider?: ExternalOrganization | null;

  @One(() => ProductLine, {
    description: 'Line that the product belongs to (PRD-95).',
    inverse: 'products',
    inverseDescription: 'Products of the line.',
  })
  productLine!: ProductLine;

  @One(() => Product, {
    description: 'Product of which this one was made as a copy (PRD-11).',
    nullable: true,
    inverse: 'copies',
    inverseDescription: 'Products made as a copy of this one.',
  })
  clonedFrom?: Product | null;

  @Bool({
    description:
      'True for a product for group customers whose fulfilment is supervised: it is put in use only when it is ready (WFL-73).',
    access: 'slow',
  })
  supervised: boolean = false;

  @One(() => ProcessTemplate, {
    description:
      'Template of the process that carries orders of group customers for it out, unless other products of the order name another; null for the one that applies, and for callers who may not see it (WFL-73).',
    nullable: true,
    hideable: true,
    inverse: 'products',
    inverseDescription: 'Products whose orders of group customers the process carries out (WFL-73).',
  })
  processTemplate?: ProcessTemplate | null;

  @Value(() => TimePeriod, { description: 'When the product may be sold (PRD-01).' })
  validity!: TimePeriod;
}
