import { Bool, describeEnum, EnumOf, Int, Node, Noun, One, Text, TextList } from '../../kernel/model/index.js';
import { Offering } from '../catalogue/index.js';
import { SalesRuleKind } from './sales-rule-kind.js';

export enum SalesRuleForm {
  KIND = 'KIND',
  CONDITION = 'CONDITION',
  ALL = 'ALL',
  ANY = 'ANY',
}

describeEnum(SalesRuleForm, 'SalesRuleForm', 'How a rule of sale says what it demands (PRD-43).', {
  KIND: 'By a kind and values for it.',
  CONDITION: 'By a condition of its own.',
  ALL: 'Each of its parts must hold.',
  ANY: 'One of its parts must hold.',
});

@Noun({
  tag: 'qr',
  root: false,
  description:
    'A rule about the sale of an offering, or a group of rules; the rules at the top must all hold (PRD-43 to PRD-49).',
})
export class SalesRule extends Node {
  @One(() => Offering, {
    description: 'Offering whose sale it limits.',
    inverse: 'salesRules',
    inverseDescription:
      'Rules about to whom, where, through what and by whom it may be sold, with the parts of groups (PRD-43).',
  })
  offering!: Offering;

  @One(() => SalesRule, {
    description: 'Group of which it is a part; null at the top.',
    nullable: true,
    inverse: 'parts',
    inverseDescription: 'Parts of the group.',
  })
  parent?: SalesRule | null;

  @EnumOf(() => SalesRuleForm, { description: 'How it says what it demands.' })
  form!: SalesRuleForm;

  @One(() => SalesRuleKind, {
    description: 'Kind, for form KIND; null otherwise.',
    nullable: true,
    inverse: 'rules',
    inverseDescription: 'Rules of the kind.',
  })
  kind?: SalesRuleKind | null;

  @TextList({ description: 'Values that the kind reads, such as codes of channels.' })
  values: string[] = [];

  @Text({
    description: 'Condition in FEEL over `customer`, `seller`, `channel`, `regions` and `moment`, for form CONDITION.',
    nullable: true,
    max: 2000,
  })
  condition?: string | null;

  @Bool({
    description:
      'True: it holds where what it says does not; nowhere when that cannot be told, as of an age or a gender that nobody knows.',
  })
  negate: boolean = false;

  @Text({
    description: 'What to tell when it does not hold; null for the text of the kind.',
    nullable: true,
    max: 500,
  })
  message?: string | null;

  @Int({ description: 'Place among its siblings, from 1.', access: 'slow' })
  position!: number;
}
