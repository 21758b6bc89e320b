import { BoolInput, EnumInput, Input, TextInput } from '../../kernel/model/index.js';
import { SalesChannelKind } from './sales-channel.js';

@Input('A sales channel, new or changed (PRD-48).')
export class SalesChannelSaveInput {
  @TextInput({ description: 'Code; of one that exists to change it.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @EnumInput(() => SalesChannelKind, { description: 'How it meets customers.' })
  kind!: SalesChannelKind;

  @BoolInput({
    description: 'Whether catalogues and rules of sale may name it from now on; true when absent.',
    optional: true,
  })
  active?: boolean | null;
}
