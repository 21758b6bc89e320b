import { Bool, describeEnum, EnumOf, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { Product } from '../catalogue/index.js';

export enum ResourceCategory {
  TERMINAL = 'TERMINAL',
  TERMINAL_PART = 'TERMINAL_PART',
  CARD = 'CARD',
  SIM = 'SIM',
  GIFT = 'GIFT',
  NUMBER = 'NUMBER',
}

describeEnum(ResourceCategory, 'ResourceCategory', 'What kind of thing is kept in stock.', {
  TERMINAL: 'Terminals, told apart by their IMEI (RES-33).',
  TERMINAL_PART: 'Accessories of terminals (RES-34).',
  CARD: 'Recharge, payment and calling cards; they expire (RES-32).',
  SIM: 'SIM and UIM cards (RES-32).',
  GIFT: 'Gifts of campaigns, points and prepayments (RES-35).',
  NUMBER: 'Telephone and other numbers (RES-31).',
});

export enum StockReportPeriod {
  DAY = 'DAY',
  MONTH = 'MONTH',
}

describeEnum(StockReportPeriod, 'StockReportPeriod', 'How often stock is reported (RES-03, RES-17).', {
  DAY: 'For each day, where the operator is (parameter `operator.time-zone`).',
  MONTH: 'For each month, where the operator is.',
});

@Noun({
  tag: 'ra',
  description: 'A type of resource that sales departments keep in stock (TMF634 ResourceSpecification, TMF687).',
})
export class ResourceType extends Node {
  @Text({ description: 'Code unique among types.', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Name with model or specification.', access: 'search' })
  name!: string;

  @EnumOf(() => ResourceCategory, { description: 'What kind of thing it is.', access: 'btree' })
  category!: ResourceCategory;

  @Bool({ description: 'Whether each piece has a number of its own; otherwise pieces are only counted.' })
  serialised!: boolean;

  @Text({ description: 'Unit in which it is counted, such as `piece`.', max: 20 })
  unit!: string;

  @One(() => Product, {
    description: 'Physical product that customers get as this resource; null for numbers and the like (PRD-03).',
    nullable: true,
    inverse: 'resourceTypes',
    inverseDescription: 'Types of resources by which the product is handed out (PRD-03).',
  })
  product?: Product | null;

  @Int({ description: 'Pieces that a holder shall have at least; 0 for no limit (RES-19).' })
  minStock!: number;

  @Int({ description: 'Months of warranty since the stock-in; null for none (RES-13).', nullable: true })
  warrantyMonths?: number | null;

  @Int({ description: 'Days that a returned number rests before it is free again; 0 for other things (RES-31).' })
  coolingDays!: number;

  @Int({ description: 'Days that pieces may lie with a holder; null for no limit (RES-04).', nullable: true })
  maxAgeDays?: number | null;

  @EnumOf(() => StockReportPeriod, {
    description: 'How often its stock is reported; null when only what is in stock now matters (RES-03).',
    nullable: true,
  })
  reportPeriod?: StockReportPeriod | null;

  @One(() => ResourceType, {
    description: 'Of an accessory: type of the terminals that it fits; null otherwise (RES-34).',
    nullable: true,
    inverse: 'accessories',
    inverseDescription: 'Accessories that fit terminals of the type (RES-34).',
  })
  fits?: ResourceType | null;
}
