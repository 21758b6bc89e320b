import { Bool, EnumOf, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { DiscountPolicy } from '../pricing/index.js';
import { AbnormalKind, CriterionPurpose } from './finding-enums.js';

@Noun({
  tag: 'vl',
  plural: 'evaluationCriteria',
  description:
    'A criterion by which customers are found: abnormal ones, potential big ones, or those for whom a policy of discounts is (CUS-65..67, CUS-76).',
})
export class EvaluationCriterion extends Node {
  @Text({ description: 'Code, such as `BLACK_LIST`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name for people; it stands as evidence with those who are found.' })
  name!: string;

  @EnumOf(() => CriterionPurpose, { description: 'What it finds.' })
  purpose!: CriterionPurpose;

  @EnumOf(() => AbnormalKind, { description: 'In which way they are abnormal, for ABNORMAL.', nullable: true })
  kind?: AbnormalKind | null;

  @One(() => DiscountPolicy, {
    description: 'The policy, for DISCOUNT.',
    nullable: true,
    inverse: 'criteria',
    inverseDescription: 'By what is decided for whom it is (CUS-65).',
  })
  policy?: DiscountPolicy | null;

  @Text({
    description:
      'Condition in FEEL over `customer`, `credit`, `spend`, `spendBefore`, `cost`, `arrears`, `totalCharges` and `limit`, such as `credit.score < limit.blackScore`.',
    max: 4000,
  })
  condition!: string;

  @Bool({ description: 'Whether it is in use.', access: 'slow' })
  active!: boolean;
}
