import { Bool, Node, Noun, Text } from '../../kernel/model/index.js';

@Noun({
  tag: 'xm',
  description: 'How people are in contact, such as human voice or a visit; operators extend the list (MOD-57, CON-57).',
})
export class ContactMode extends Node {
  @Text({ description: 'Code, such as `HUMAN_VOICE`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name in the language of the operator.', access: 'search' })
  name!: string;

  @Bool({ description: 'Whether a person takes part on behalf of the operator (CON-43).', access: 'slow' })
  direct!: boolean;

  @Bool({ description: 'Whether customers may begin contacts this way.', access: 'slow' })
  inbound!: boolean;

  @Bool({ description: 'Whether the operator may begin contacts this way.', access: 'slow' })
  outbound!: boolean;

  @Bool({ description: 'Whether new contacts may use it.', access: 'slow' })
  active!: boolean;
}
