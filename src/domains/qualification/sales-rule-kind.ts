import { Bool, describeEnum, EnumOf, Int, Node, Noun, Text } from '../../kernel/model/index.js';

export enum SalesRuleStage {
  AREA = 'AREA',
  CHANNEL = 'CHANNEL',
  SELLER = 'SELLER',
  TARGET = 'TARGET',
  HOLDINGS = 'HOLDINGS',
}

/** Code of the kind whose values are codes of channels of sale (PRD-48). */
export const SALES_CHANNEL = 'SALES_CHANNEL';

describeEnum(
  SalesRuleStage,
  'SalesRuleStage',
  'What a rule of sale looks at; they are judged in this order (PRD-110).',
  {
    AREA: 'Where is sold; values are codes of regions (PRD-47).',
    CHANNEL: 'The channel through which is sold (PRD-48).',
    SELLER: 'Who sells (PRD-49).',
    TARGET: 'Who buys (PRD-44).',
    HOLDINGS: 'What the buyer has already.',
  },
);

@Noun({
  tag: 'qk',
  description:
    'A kind of rule that says to whom, where, through what and by whom an offering may be sold. New kinds are written at run time (PRD-43).',
})
export class SalesRuleKind extends Node {
  @Text({ description: 'Code unique among kinds, such as `SALES_CHANNEL`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.' })
  name!: string;

  @EnumOf(() => SalesRuleStage, { description: 'What it looks at, and so when it is judged.', access: 'btree' })
  stage!: SalesRuleStage;

  @Text({
    description:
      'Condition in FEEL over `customer`, `seller`, `channel`, `regions`, `moment` and `values`, the texts of the rule; it must hold for the sale. What is compared with a value that nobody knows neither holds nor does its contrary.',
    max: 2000,
  })
  condition!: string;

  @Text({ description: 'What to tell when it does not hold; `{values}` stands for those of the rule.', max: 500 })
  message!: string;

  @Int({ description: 'Fewest values of a rule.' })
  minValues!: number;

  @Int({ description: 'Most values of a rule.' })
  maxValues!: number;

  @Bool({ description: 'Whether new rules may be of this kind; rules that are go on to hold.' })
  active!: boolean;

  @Int({ description: 'Counts its changes, from 1.' })
  version: number = 1;
}
