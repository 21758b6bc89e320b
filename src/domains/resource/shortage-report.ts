import {
  Bool,
  describeEnum,
  EnumOf,
  Instant,
  Node,
  Noun,
  One,
  Text,
  UniqueTogether,
} from '../../kernel/model/index.js';
import { ResourceShortage } from './resource-shortage.js';

export enum ShortageState {
  SHORT = 'SHORT',
  AVAILABLE = 'AVAILABLE',
}

describeEnum(ShortageState, 'ShortageState', 'What a stock system says of a type of resource (RES-53).', {
  SHORT: 'It is out of stock.',
  AVAILABLE: 'It is there again.',
});

@UniqueTogether(['system', 'messageId'])
@Noun({
  tag: 'yh',
  description:
    'A message about a shortage as it came, whether it was applied, came too late, or names what is not known (RES-53).',
})
export class ShortageReport extends Node {
  @Text({ description: 'System that sent it: the subject of its key.', max: 100, access: 'btree' })
  system!: string;

  @Text({ description: 'Id that it gave; a second message with the same id changes nothing.', max: 100 })
  messageId!: string;

  @Text({ description: 'Code of the type of resource that it names.', max: 40, access: 'btree' })
  typeCode!: string;

  @Text({
    description: 'Code of the region that it names; null for the country.',
    nullable: true,
    max: 40,
    access: 'slow',
  })
  regionCode?: string | null;

  @EnumOf(() => ShortageState, { description: 'What it says.' })
  state!: ShortageState;

  @Instant({ description: 'Moment for which it holds, by the clock of the system.', access: 'btree' })
  at!: Date;

  @One(() => ResourceShortage, {
    description: 'The shortage that it is about; null when it changed nothing.',
    nullable: true,
    inverse: 'reports',
    inverseDescription: 'Messages that opened, changed or ended it.',
  })
  shortage?: ResourceShortage | null;

  @Bool({
    description:
      'False when it changed nothing: the type or region is not known, a later message came before, or nothing was short.',
    access: 'slow',
  })
  applied!: boolean;
}
