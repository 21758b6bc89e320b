import { Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { FunctionPoint } from '../access/index.js';
import { Partner } from '../partner/index.js';

@UniqueTogether(['partner', 'functionPoint'])
@Noun({
  tag: 'ze',
  description:
    'A function point that the operator opened to a partner: its administrators grant their operators nothing else (SYS-27, SYS-57).',
})
export class PartnerPermission extends Node {
  @One(() => Partner, {
    description: 'The partner.',
    inverse: 'permissions',
    inverseDescription: 'Function points that are open to the partner.',
  })
  partner!: Partner;

  @One(() => FunctionPoint, { description: 'The function point.' })
  functionPoint!: FunctionPoint;

  @Text({ description: 'Stable name of who opened it.', max: 200 })
  grantor!: string;
}
