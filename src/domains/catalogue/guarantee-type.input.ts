import { BoolInput, EnumInput, Input, TextInput } from '../../kernel/model/index.js';
import { GuaranteeKind } from './guarantee-kind.js';

@Input('A kind of guarantee, new or changed (PRD-42).')
export class GuaranteeTypeSaveInput {
  @TextInput({ description: 'Code; of one that exists to change it.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @EnumInput(() => GuaranteeKind, {
    description:
      'How it is given: who or what stands in, a deposit, or a paper. CONTRADICTORY for NONE, and for another than it has.',
  })
  givenAs!: GuaranteeKind;

  @BoolInput({ description: 'Whether offerings may ask for it from now on; true when absent.', optional: true })
  active?: boolean | null;
}
