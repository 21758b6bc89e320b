import { Bool, EnumOf, Node, Noun, Text } from '../../kernel/model/index.js';
import { GuaranteeKind } from './guarantee-kind.js';

@Noun({
  tag: 'uf',
  description:
    'A kind of guarantee that offerings may ask for (担保): those that came with the system, and those that the operator added at run time (PRD-42).',
})
export class GuaranteeType extends Node {
  @Text({ description: 'Code, such as `DEPOSIT` or `BANK_LETTER`; never changed.', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @EnumOf(() => GuaranteeKind, {
    description: 'How it is given, which says what an order must bring; never NONE, never changed.',
  })
  givenAs!: GuaranteeKind;

  @Bool({
    description: 'Whether offerings may ask for it from now on; those that do go on.',
    access: 'slow',
  })
  active!: boolean;
}
