import {
  describeEnum,
  EnumOf,
  Money,
  Node,
  Noun,
  One,
  Text,
  TextList,
  TimePeriod,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { Competitor } from './competitor.js';
import { ProductLine } from './product-line.js';

export enum CompetitorPricePeriod {
  ONCE = 'ONCE',
  MONTH = 'MONTH',
  YEAR = 'YEAR',
}

describeEnum(CompetitorPricePeriod, 'CompetitorPricePeriod', 'What the price of a competitor is paid for.', {
  ONCE: 'Once.',
  MONTH: 'Each month.',
  YEAR: 'Each year.',
});

@UniqueTogether(['competitor', 'code'])
@Noun({ tag: 'kr', description: 'A product of a competitor, in the catalogue of what others sell (PRD-102).' })
export class CompetitorProduct extends Node {
  @One(() => Competitor, {
    description: 'Who sells it.',
    inverse: 'products',
    inverseDescription: 'What the competitor sells (PRD-102).',
  })
  competitor!: Competitor;

  @Text({ description: 'Code unique among the products of the competitor.', max: 60, access: 'btree' })
  code!: string;

  @Text({ description: 'Name on the market.', access: 'search' })
  name!: string;

  @One(() => ProductLine, {
    description: 'Own product line that it competes with; null when there is none.',
    nullable: true,
    inverse: 'competitorProducts',
    inverseDescription: 'What competitors sell in the place of the line.',
  })
  productLine?: ProductLine | null;

  @TextList({ description: 'What it offers, one feature each.' })
  features!: string[];

  @Value(() => Money, { description: 'Its price; null when it is not known.', nullable: true })
  price?: Money | null;

  @EnumOf(() => CompetitorPricePeriod, {
    description: 'What the price is paid for; null without a price.',
    nullable: true,
  })
  pricePeriod?: CompetitorPricePeriod | null;

  @Value(() => TimePeriod, { description: 'When it is known to be on the market.' })
  validity!: TimePeriod;

  @Text({ description: 'Who recorded it last.', max: 100, access: 'slow' })
  recordedBy!: string;
}
