import { Bool, DecimalNumber, Int, Node, Noun, Text, UniqueTogether } from '../../kernel/model/index.js';

@UniqueTogether(['active'], 'active and condition is null')
@Noun({
  tag: 'vf',
  description:
    'Which credit a new customer begins with: the score of the first rule in use that holds, by priority; one rule without a condition holds when no other does (CRD-01).',
})
export class InitialCreditRule extends Node {
  @Text({ description: 'Code, such as `BIG_CUSTOMERS`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name for people.' })
  name!: string;

  @Text({
    description:
      'Condition over `customer` in FEEL, such as `customer.serviceLevel = "DIAMOND"`; null for the rule that holds when no other does.',
    nullable: true,
    max: 4000,
  })
  condition?: string | null;

  @DecimalNumber({ description: 'Score that it gives, 0 to 100.' })
  score!: string;

  @Int({ description: 'Order in which the rules are asked, from 1; lower first.', access: 'slow' })
  priority!: number;

  @Bool({ description: 'Whether it is in use; the one without a condition always is.', access: 'slow' })
  active!: boolean;
}
