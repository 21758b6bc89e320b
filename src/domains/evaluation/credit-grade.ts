import {
  Bool,
  Computed,
  DecimalNumber,
  EnumOf,
  Money,
  Node,
  Noun,
  Text,
  UniqueTogether,
  Value,
} from '../../kernel/model/index.js';
import { CreditColour } from './credit-enums.js';

const nextBand = (alias: string): string =>
  `(select min("higher"."score_from") from "credit_grade" "higher" where "higher"."active" and "higher"."score_from" > ${alias}."score_from")`;

@UniqueTogether(['scoreFrom'], 'active')
@Noun({
  tag: 'va',
  description:
    'A grade of credit: a band of scores with its colour and limit. The bands in use cover all scores, each up to where the next one begins (CRD-22, CRD-24).',
})
export class CreditGrade extends Node {
  @Text({ description: 'Code, such as `A`.', max: 20, access: 'unique' })
  code!: string;

  @Text({ description: 'Name for people.' })
  name!: string;

  @DecimalNumber({ description: 'Lowest score of the band, 0 to 100, included.', access: 'slow' })
  scoreFrom!: string;

  @Computed('decimal', nextBand, {
    description: 'Where the next band in use begins, excluded; null for the highest one.',
    nullable: true,
  })
  scoreTo?: string | null;

  @EnumOf(() => CreditColour, { description: 'Colour of customers of the grade (CUS-73).' })
  colour!: CreditColour;

  @Value(() => Money, { description: 'Most that they may owe; null without a limit (CRD-22).', nullable: true })
  creditLimit?: Money | null;

  @Text({ description: 'For what a customer gets the grade, for assessors (CRD-24).', nullable: true, max: 2000 })
  criteria?: string | null;

  @Bool({ description: 'Whether it is in use.', access: 'slow' })
  active!: boolean;
}
