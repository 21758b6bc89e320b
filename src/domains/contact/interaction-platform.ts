import { Bool, EnumOf, Node, Noun, Text } from '../../kernel/model/index.js';
import { PlatformKind } from './contact-enums.js';

@Noun({
  tag: 'xp',
  description: 'A platform over which contacts run, such as the call centre; operators extend the list (CON-53).',
})
export class InteractionPlatform extends Node {
  @Text({ description: 'Code, such as `HOTLINE_10000`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @EnumOf(() => PlatformKind, { description: 'Kind of platform.' })
  platformKind!: PlatformKind;

  @Bool({ description: 'Whether customers may begin contacts over it (CON-55).', access: 'slow' })
  inbound!: boolean;

  @Bool({ description: 'Whether the operator may begin contacts over it (CON-56).', access: 'slow' })
  outbound!: boolean;

  @Bool({ description: 'Whether new contacts may use it.', access: 'slow' })
  active!: boolean;
}
