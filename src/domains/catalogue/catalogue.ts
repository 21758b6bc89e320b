import { describeEnum, EnumOf, Node, Noun, Text, TimePeriod, Value } from '../../kernel/model/index.js';

export enum CatalogueSubject {
  PRODUCT = 'PRODUCT',
  OFFERING = 'OFFERING',
}

describeEnum(CatalogueSubject, 'CatalogueSubject', 'What a catalogue lists (MOD-24, MOD-27).', {
  PRODUCT: 'Products and customer services, the base for packaging.',
  OFFERING: 'Offerings, for those who sell.',
});

export enum CataloguePurpose {
  INTERNAL = 'INTERNAL',
  SALES = 'SALES',
  CHANNEL = 'CHANNEL',
  SEGMENT = 'SEGMENT',
  CUSTOMER_GROUP = 'CUSTOMER_GROUP',
  PRODUCT_LINE = 'PRODUCT_LINE',
}

describeEnum(CataloguePurpose, 'CataloguePurpose', 'What a catalogue is for (PRD-94).', {
  INTERNAL: 'Internal management.',
  SALES: 'Sales in general.',
  CHANNEL: 'One sales channel.',
  SEGMENT: 'One customer or market segment.',
  CUSTOMER_GROUP: 'One customer group.',
  PRODUCT_LINE: 'One product line.',
});

export enum CatalogueStatus {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  SUPERSEDED = 'SUPERSEDED',
}

describeEnum(CatalogueStatus, 'CatalogueStatus', 'State of a catalogue.', {
  DRAFT: 'Being arranged.',
  PUBLISHED: 'In use.',
  SUPERSEDED: 'Replaced by a newer one.',
});

@Noun({
  tag: 'cq',
  description: 'A classified list of products or offerings for one purpose (MOD-24, MOD-27, TMF620 Catalog).',
})
export class Catalogue extends Node {
  @Text({ description: 'Code unique among catalogues.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @EnumOf(() => CatalogueSubject, { description: 'What it lists.' })
  subject!: CatalogueSubject;

  @EnumOf(() => CataloguePurpose, { description: 'What it is for (PRD-94).' })
  purpose!: CataloguePurpose;

  @Text({
    description: 'Code of the channel, segment, group or line that it is for; null for INTERNAL and SALES.',
    nullable: true,
    max: 60,
    access: 'slow',
  })
  scope?: string | null;

  @EnumOf(() => CatalogueStatus, { description: 'State of the catalogue.' })
  status!: CatalogueStatus;

  @Value(() => TimePeriod, { description: 'When the catalogue is in use.' })
  validity!: TimePeriod;
}
