import { Bool, describeEnum, EnumOf, Node, Noun, Text } from '../../kernel/model/index.js';

export enum SalesChannelKind {
  ACCOUNT_MANAGER = 'ACCOUNT_MANAGER',
  HALL = 'HALL',
  HOTLINE = 'HOTLINE',
  ONLINE = 'ONLINE',
  PARTNER = 'PARTNER',
  OTHER = 'OTHER',
}

describeEnum(SalesChannelKind, 'SalesChannelKind', 'How a sales channel meets customers (PRD-48).', {
  ACCOUNT_MANAGER: 'Account managers who visit them.',
  HALL: 'Business halls, own or cooperative.',
  HOTLINE: 'A call centre, such as 10000.',
  ONLINE: 'A web hall, an app or another portal.',
  PARTNER: 'Points of sale of partners in general; one partner is a channel by its own code.',
  OTHER: 'Anything else, also what catalogues named before channels were kept.',
});

@Noun({
  tag: 'lh',
  description:
    'A channel through which offerings are sold (销售渠道), such as own halls, cooperative halls, the call centre or the web hall; each active partner is one too, by its own code (PRD-48, PRD-94).',
})
export class SalesChannel extends Node {
  @Text({ description: 'Code, such as `OWN_HALL`; never changed.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @EnumOf(() => SalesChannelKind, { description: 'How it meets customers.' })
  kind!: SalesChannelKind;

  @Bool({
    description:
      'Whether catalogues and rules of sale may name it from now on; those that do stay as they are, and orders through it are taken.',
    access: 'slow',
  })
  active!: boolean;
}
