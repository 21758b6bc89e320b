import { Bool, Node, Noun, Text, TextList } from '../../kernel/model/index.js';

@Noun({
  tag: 'bi',
  description:
    'A standard interface for a kind of work, such as that of managers of large customers, which each user makes their own (SYS-49).',
})
export class BaseInterface extends Node {
  @Text({ description: 'Stable code, such as `BIG_CUSTOMER_MANAGER`.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @TextList({ description: 'Codes of the menus that it offers, in order.' })
  menus: string[] = [];

  @TextList({ description: 'Codes of the screens that open by themselves after signing in, in order.' })
  openScreens: string[] = [];

  @Bool({ description: 'Whether new views may be made of it.', access: 'slow' })
  active!: boolean;
}
