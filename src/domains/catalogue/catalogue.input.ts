import { EnumInput, IdInput, Input, InstantInput, IntInput, TextInput } from '../../kernel/model/index.js';
import { Region } from '../region/index.js';
import { BusinessLine } from './business-line.js';
import { CatalogueEntry } from './catalogue-entry.js';
import { CatalogueAction } from './catalogue.lifecycle.js';
import { CatalogueNode } from './catalogue-node.js';
import { Catalogue, CataloguePurpose, CatalogueSubject } from './catalogue.js';
import { MaintenanceLevel } from './maintenance-level.js';
import { Offering } from './offering.js';
import { ProductLine } from './product-line.js';
import { Product } from './product.js';

@Input('A new catalogue (PRD-92, PRD-94).')
export class CatalogueCreateInput {
  @TextInput({ description: 'Code unique among catalogues.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name in the language of the operator.' })
  name!: string;

  @EnumInput(() => CatalogueSubject, { description: 'What it lists.' })
  subject!: CatalogueSubject;

  @EnumInput(() => CataloguePurpose, { description: 'What it is for (PRD-94).' })
  purpose!: CataloguePurpose;

  @TextInput({
    description:
      'Code of what it is for, by the purpose: a sales channel or an active partner, a customer segment in use, a customer group of the own region, or a product line; NOT_FOUND or NOT_ACTIVE otherwise. Needed unless it is for INTERNAL or SALES, refused then (PRD-94).',
    optional: true,
    max: 60,
  })
  scope?: string | null;

  @EnumInput(() => MaintenanceLevel, { description: "Level that maintains it, the caller's own (PRD-100)." })
  level!: MaintenanceLevel;

  @IdInput(() => Region, { description: "Owner; the caller's own when absent, none for HEADQUARTERS.", optional: true })
  ownerId?: string | null;

  @IdInput(() => Catalogue, {
    description: 'Catalogue of a higher level and the same subject that it adds to (PRD-100).',
    optional: true,
  })
  basedOnId?: string | null;

  @InstantInput({ description: 'First moment of use; now when absent.', optional: true })
  validFrom?: string | null;

  @InstantInput({ description: 'First moment after the use; open when absent.', optional: true })
  validTo?: string | null;
}

@Input('A step of a catalogue from one state to another (PRD-92).')
export class CatalogueStatusChangeInput {
  @IdInput(() => Catalogue, { description: 'The catalogue.' })
  catalogueId!: string;

  @EnumInput(() => CatalogueAction, { description: 'The step.' })
  action!: CatalogueAction;
}

@Input('A heading of a catalogue, new or changed (PRD-93).')
export class CatalogueHeadingSaveInput {
  @IdInput(() => Catalogue, { description: 'The catalogue.' })
  catalogueId!: string;

  @IdInput(() => CatalogueNode, { description: 'The heading to change; a new one when absent.', optional: true })
  headingId?: string | null;

  @IdInput(() => CatalogueNode, {
    description:
      'Heading that it lies under, of this catalogue or the one that it is based on; at the top when absent.',
    optional: true,
  })
  parentId?: string | null;

  @TextInput({ description: 'Code unique in the catalogue.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name in the language of the operator.' })
  name!: string;

  @IntInput({
    description: 'Position among its siblings, from 1; the last one when absent.',
    optional: true,
    min: 1,
    max: 10_000,
  })
  position?: number | null;
}

@Input('A heading to be removed from a catalogue.')
export class CatalogueHeadingRemoveInput {
  @IdInput(() => CatalogueNode, { description: 'The heading; nothing may lie under it.' })
  headingId!: string;
}

@Input('A product or an offering to be put under a heading, or moved there within its catalogue (PRD-94).')
export class CatalogueEntryPlaceInput {
  @IdInput(() => CatalogueNode, {
    description:
      'The heading, of a catalogue that the caller maintains; to add to a national one, a heading of the own catalogue that lies under it.',
  })
  headingId!: string;

  @IdInput(() => Offering, { description: 'The offering, in a catalogue of offerings.', optional: true })
  offeringId?: string | null;

  @IdInput(() => Product, { description: 'The product, in a catalogue of products.', optional: true })
  productId?: string | null;

  @IntInput({
    description: 'Position under the heading, from 1; the last one when absent.',
    optional: true,
    min: 1,
    max: 10_000,
  })
  position?: number | null;
}

@Input('An entry to be taken out of a catalogue.')
export class CatalogueEntryRemoveInput {
  @IdInput(() => CatalogueEntry, { description: 'The entry; the product or offering itself stays.' })
  entryId!: string;
}

@Input('The catalogue that a channel shall sell from (PRD-116).')
export class ChannelCatalogueSetInput {
  @TextInput({ description: 'Code of the sales channel, or of the active partner that is one.', max: 60 })
  channel!: string;

  @IdInput(() => Catalogue, { description: 'A published catalogue of offerings, for SALES or for this channel.' })
  catalogueId!: string;
}

@Input('A business, new or changed (PRD-101, PRD-109).')
export class BusinessLineSaveInput {
  @IdInput(() => BusinessLine, { description: 'The business to change; a new one when absent.', optional: true })
  businessLineId?: string | null;

  @TextInput({ description: 'Code unique among businesses, never changed later.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name in the language of the operator.' })
  name!: string;

  @TextInput({ description: 'Category, such as `VALUE_ADDED`.', optional: true, max: 60 })
  category?: string | null;

  @TextInput({ description: 'What it comprises.', optional: true, max: 2000 })
  description?: string | null;

  @IdInput(() => BusinessLine, { description: 'Business that it is part of; at the top when absent.', optional: true })
  parentId?: string | null;
}

@Input('A product line, new or changed (PRD-95).')
export class ProductLineSaveInput {
  @IdInput(() => ProductLine, { description: 'The line to change; a new one when absent.', optional: true })
  productLineId?: string | null;

  @TextInput({ description: 'Code unique among product lines, never changed later.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name in the language of the operator.' })
  name!: string;

  @TextInput({ description: 'The product features by which products are grouped into it.', max: 2000 })
  description!: string;

  @IdInput(() => BusinessLine, { description: 'Business that it belongs to.' })
  businessLineId!: string;

  @IdInput(() => ProductLine, {
    description: 'Line that it refines, of the same business; at the top when absent.',
    optional: true,
  })
  parentId?: string | null;
}
