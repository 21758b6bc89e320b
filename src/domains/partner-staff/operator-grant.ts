import { Instant, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { FunctionPoint } from '../access/index.js';
import { PartnerOperator } from './partner-operator.js';

@UniqueTogether(['operator', 'functionPoint'])
@Noun({
  tag: 'zg',
  root: false,
  description: 'That an operator of a partner holds a function point, until it is taken back or over (SYS-57).',
})
export class OperatorGrant extends Node {
  @One(() => PartnerOperator, {
    description: 'The holder.',
    inverse: 'grants',
    inverseDescription: 'What they were granted.',
  })
  operator!: PartnerOperator;

  @One(() => FunctionPoint, { description: 'The function point.' })
  functionPoint!: FunctionPoint;

  @One(() => PartnerOperator, {
    description: 'The operator who granted it, and with whose own right it ends; null when staff of the operator did.',
    nullable: true,
  })
  grantedBy?: PartnerOperator | null;

  @Text({ description: 'Stable name of who granted it.', max: 200 })
  grantor!: string;

  @Instant({ description: 'When it ends by itself; null without end.', nullable: true, access: 'slow' })
  validTo?: Date | null;
}
