import { BoolInput, EnumInput, IdInput, Input, IntInput, TextInput } from '../../kernel/model/index.js';
import { Product } from '../catalogue/index.js';
import { ExternalOrganization } from '../party/index.js';
import { Region } from '../region/index.js';
import { ResourceCategory, ResourceType, StockReportPeriod } from './resource-type.js';
import { StockHolder, StockHolderKind } from './stock-holder.js';

@Input('A type of resource, new or changed (RES-19, RES-32 to RES-35).')
export class ResourceTypeSaveInput {
  @IdInput(() => ResourceType, { description: 'The type to change; a new one when absent.', optional: true })
  typeId?: string | null;

  @TextInput({ description: 'Code unique among types, never changed later.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name with model or specification.' })
  name!: string;

  @EnumInput(() => ResourceCategory, { description: 'What kind of thing it is; never changed later.' })
  category!: ResourceCategory;

  @BoolInput({ description: 'Whether each piece has a number of its own; always for NUMBER. Never changed later.' })
  serialised!: boolean;

  @TextInput({ description: 'Unit in which it is counted.', max: 20 })
  unit!: string;

  @IdInput(() => Product, { description: 'PHYSICAL product that customers get as it.', optional: true })
  productId?: string | null;

  @IntInput({
    description: 'Pieces that a holder shall have at least; 0 when absent.',
    optional: true,
    min: 0,
    max: 1_000_000,
  })
  minStock?: number | null;

  @IntInput({ description: 'Months of warranty; none when absent.', optional: true, min: 1, max: 240 })
  warrantyMonths?: number | null;

  @IntInput({
    description: 'Days that a returned number rests; 90 for NUMBER when absent, 0 for others.',
    optional: true,
    min: 0,
    max: 365,
  })
  coolingDays?: number | null;

  @IntInput({
    description: 'Days that pieces may lie with a holder; no limit when absent (RES-04).',
    optional: true,
    min: 1,
    max: 3650,
  })
  maxAgeDays?: number | null;

  @IdInput(() => ResourceType, {
    description: 'Of a TERMINAL_PART: type of the terminals that it fits, of category TERMINAL (RES-34).',
    optional: true,
  })
  fitsId?: string | null;

  @EnumInput(() => StockReportPeriod, {
    description: 'How often its stock is reported; not at all when absent (RES-03).',
    optional: true,
  })
  reportPeriod?: StockReportPeriod | null;
}

@Input('A new holder of stock.')
export class StockHolderCreateInput {
  @TextInput({ description: 'Code unique among holders.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @EnumInput(() => StockHolderKind, { description: 'What kind of holder it is.' })
  kind!: StockHolderKind;

  @IdInput(() => Region, { description: 'Region whose staff see and move its stock.' })
  regionId!: string;

  @IdInput(() => StockHolder, { description: 'Holder that supplies it.', optional: true })
  parentId?: string | null;

  @IdInput(() => ExternalOrganization, {
    description: 'Organisation that the holder belongs to; only for PARTNER and CONSIGNMENT_POINT (RES-50).',
    optional: true,
  })
  partnerId?: string | null;
}
