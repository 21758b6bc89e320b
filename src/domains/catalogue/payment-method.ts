import { Bool, Node, Noun, Text } from '../../kernel/model/index.js';

@Noun({
  tag: 'ym',
  description: 'A means of payment that orders may be paid by and offerings may be limited to (PRD-31).',
})
export class PaymentMethod extends Node {
  @Text({ description: 'Code, such as `CASH`; never changed.', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @Bool({
    description: 'Whether offerings may be limited to it from now on; those that are stay as they are.',
    access: 'slow',
  })
  active!: boolean;
}
