import { Bool, EnumOf, Int, Node, Noun, Text, TextList } from '../../kernel/model/index.js';
import { ServiceLevel } from '../customer/index.js';

@Noun({
  tag: 'lr',
  description:
    'Which customers are entitled to a service level, and to what it entitles them. Each customer gets the level of the first rule that holds, by position, and STANDARD when none holds (CUS-87, CUS-88).',
})
export class LevelRule extends Node {
  @Text({ description: 'Code, such as `DIAMOND_BY_REVENUE`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name for people.' })
  name!: string;

  @EnumOf(() => ServiceLevel, { description: 'Level that it gives.' })
  serviceLevel!: ServiceLevel;

  @Text({
    description:
      'Condition over `customer` in FEEL, such as `customer.monthlyCharge >= 500 and customer.months >= 12`. Revenue counts whatever the way of paying (CUS-89).',
    max: 4000,
  })
  condition!: string;

  @TextList({ description: 'Services that the level entitles to, for those who serve the customer.' })
  benefits!: string[];

  @Int({ description: 'Order in which the rules are asked, from 1.', access: 'slow' })
  position!: number;

  @Bool({ description: 'Whether it is in use.', access: 'slow' })
  active!: boolean;
}
