import { describeEnum, EnumOf, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { ResourceItem } from '../resource/index.js';
import { NumberSync } from './number-sync.js';

export enum NumberContradiction {
  USED_OUTSIDE = 'USED_OUTSIDE',
  FREE_OUTSIDE = 'FREE_OUTSIDE',
  UNKNOWN_IN_USE = 'UNKNOWN_IN_USE',
}

describeEnum(NumberContradiction, 'NumberContradiction', 'How a number contradicts the outside subsystem (RES-52).', {
  USED_OUTSIDE: 'Free in our stock, in use outside: not to be sold before somebody has looked into it.',
  FREE_OUTSIDE: 'A customer has it here, free outside.',
  UNKNOWN_IN_USE: 'Not known here, in use outside; it was not taken into stock.',
});

@UniqueTogether(['sync', 'number'])
@Noun({
  tag: 'yo',
  root: false,
  description: 'A number that contradicts the outside subsystem, for somebody to look into (RES-52).',
})
export class NumberSyncDifference extends Node {
  @One(() => NumberSync, {
    description: 'Comparison that found it.',
    inverse: 'differences',
    inverseDescription: 'Numbers that contradict (RES-52).',
  })
  sync!: NumberSync;

  @Text({ description: 'The number.', max: 60, access: 'btree' })
  number!: string;

  @EnumOf(() => NumberContradiction, { description: 'How it contradicts.', access: 'btree' })
  kind!: NumberContradiction;

  @One(() => ResourceItem, {
    description: 'The number in our stock; null when it is not known, and for callers who may not see it.',
    nullable: true,
    hideable: true,
  })
  item?: ResourceItem | null;
}
