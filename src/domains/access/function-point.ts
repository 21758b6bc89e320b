import { Bool, describeEnum, EnumOf, Node, Noun, Text } from '../../kernel/model/index.js';

export enum FunctionPointKind {
  MUTATION = 'MUTATION',
  SUBSCRIPTION = 'SUBSCRIPTION',
  PERMISSION = 'PERMISSION',
}

describeEnum(FunctionPointKind, 'FunctionPointKind', 'What a function point stands for.', {
  MUTATION: 'A mutation of the graph of the same name.',
  SUBSCRIPTION: 'A subscription of the graph of the same name.',
  PERMISSION: 'A named permission, such as to read identity numbers unmasked.',
});

@Noun({
  tag: 'fp',
  description:
    'A function point (功能点): the least that can be granted. The list is derived from the graph at every start, so that a new operation cannot be forgotten (SYS-21, SYS-24, SYS-51).',
})
export class FunctionPoint extends Node {
  @Text({
    description: 'Name of the operation, such as `orderSubmit`, or of the permission.',
    max: 100,
    access: 'unique',
  })
  code!: string;

  @EnumOf(() => FunctionPointKind, { description: 'What it stands for.', access: 'btree' })
  kind!: FunctionPointKind;

  @Text({
    description:
      'Domain that it belongs to, such as `ordering`; the columns of the permission matrix are grouped by it.',
    max: 60,
    access: 'btree',
  })
  area!: string;

  @Text({ description: 'What it allows.', max: 1000 })
  description!: string;

  @Bool({
    description: 'True when the graph no longer has it; it stays for the record of what was granted.',
    access: 'slow',
  })
  retired!: boolean;
}
