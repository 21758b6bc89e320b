import { describeEnum, EnumOf, Node, Noun, One, Text, TimePeriod, Value } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { MaintenanceLevel } from './maintenance-level.js';

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
    description:
      'Code of the sales channel or partner, the segment, the group or the product line that it is for, which was there when it was made; null for INTERNAL and SALES (PRD-94).',
    nullable: true,
    max: 60,
    access: 'slow',
  })
  scope?: string | null;

  @EnumOf(() => MaintenanceLevel, {
    description: 'Level that maintains it: the national ones are kept by the headquarters (PRD-100).',
  })
  level: MaintenanceLevel = MaintenanceLevel.HEADQUARTERS;

  @One(() => Region, {
    description: 'Province or local network that maintains it; null for the headquarters (PRD-100).',
    nullable: true,
    inverse: 'ownedCatalogues',
    inverseDescription: 'Catalogues that the province or local network maintains.',
  })
  owner?: Region | null;

  @One(() => Catalogue, {
    description:
      'Catalogue of a higher level that this one adds to: its headings and entries hold here too, and are changed only there (PRD-100).',
    nullable: true,
    inverse: 'extensions',
    inverseDescription: 'Catalogues of lower levels that add to this one (PRD-100).',
  })
  basedOn?: Catalogue | null;

  @EnumOf(() => CatalogueStatus, { description: 'State; changes only through its life cycle (PRD-92).' })
  status!: CatalogueStatus;

  @Value(() => TimePeriod, { description: 'When the catalogue is in use.' })
  validity!: TimePeriod;
}
