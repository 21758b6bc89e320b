import { BoolInput, EnumInput, Input, TextInput } from '../../kernel/model/index.js';
import { IdentityCheck } from './identity-rule.js';
import { IdentificationType } from './party-identification.js';

@Input('The rule of a kind of identity document (CUS-11).')
export class IdentityRuleSaveInput {
  @EnumInput(() => IdentificationType, { description: 'Kind of document; its rule is replaced.' })
  type!: IdentificationType;

  @TextInput({
    description:
      'Regular expression for the whole number, without spaces and hyphens, in capitals: characters, `\\d`, `\\w`, `\\p{Script=Han}`, classes, groups, alternatives and bounded repeats such as `{5,15}` of what is no group; another one is refused (INVALID_PATTERN).',
    max: 200,
  })
  pattern!: string;

  @EnumInput(() => IdentityCheck, { description: 'Further check; NONE when absent.', optional: true })
  check?: IdentityCheck | null;

  @TextInput({ description: 'The rule in words, for those whose number is refused.' })
  explanation!: string;

  @BoolInput({
    description: 'Whether it is in use; true when absent. Numbers of a kind without a rule in use are not checked.',
    optional: true,
  })
  active?: boolean | null;
}
