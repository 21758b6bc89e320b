import { Property } from '@mikro-orm/decorators/legacy';
import { Bool, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { CustomerMerge } from './customer-merge.js';

@Noun({
  tag: 'qv',
  root: false,
  description: 'A value that a merge of customers changed, with what stood there before, so that it can be taken back.',
})
export class MergedValue extends Node {
  @One(() => CustomerMerge, {
    description: 'The merge.',
    inverse: 'changes',
    inverseDescription: 'What it changed, in order.',
  })
  merge!: CustomerMerge;

  @Int({ description: 'Place in the order of the changes, from 1.', access: 'slow' })
  position!: number;

  @Text({ description: 'Type of the changed object, such as `Account`.', max: 60, access: 'slow' })
  noun!: string;

  @Text({ description: 'Id of the changed object.', max: 24 })
  objectId!: string;

  @Text({ description: 'The changed field, such as `owner`.', max: 60 })
  field!: string;

  /** What stood there, and what the merge put there, as PostgreSQL makes JSON of the column; not shown, since policies hide some. */
  @Property({ type: 'json', columnType: 'jsonb', nullable: true })
  before!: unknown;

  @Property({ type: 'json', columnType: 'jsonb', nullable: true })
  after!: unknown;

  @Bool({
    description: 'Whether it was put back; false where someone changed it after the merge, null while the merge holds.',
    nullable: true,
    access: 'slow',
  })
  restored?: boolean | null;
}
