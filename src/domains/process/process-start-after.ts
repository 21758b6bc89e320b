import { Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ProcessTemplateVersion } from './process-template-version.js';

@Noun({
  tag: 'xf',
  root: false,
  description:
    'That a version makes an instance when an instance of another template has completed: a relation between processes (流程间关联, WFL-22, WFL-49).',
})
export class ProcessStartAfter extends Node {
  @One(() => ProcessTemplateVersion, {
    description: 'The version that makes instances so, while it is published.',
    inverse: 'startAfter',
    inverseDescription: 'After whose instances its own start (WFL-22).',
  })
  version!: ProcessTemplateVersion;

  @Int({ description: 'Place in the list, from 0.', access: 'slow' })
  place!: number;

  @Text({ description: 'Code of the other template.', max: 60, access: 'btree' })
  template!: string;

  @Text({
    description:
      'FEEL over the instance that has completed, by `variables`, `objectType`, `objectId`, `handlingGrade` and `instanceNo`: whether one starts; null for always.',
    nullable: true,
    max: 4000,
  })
  condition?: string | null;

  @Text({
    description:
      'References from the object of that instance to what the new one is about, such as `order.customer`; null for the same object.',
    nullable: true,
  })
  object?: string | null;

  @Text({
    description:
      'FEEL over that instance, a context: values with which the new one starts; null for those of the same name.',
    nullable: true,
    max: 4000,
  })
  values?: string | null;
}
