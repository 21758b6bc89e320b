import { Node, Noun, Text, TextList } from '../../kernel/model/index.js';

@Noun({
  tag: 'ck',
  description:
    'What should be looked at again when a field of a customer changes, such as the contact address after the address (CUS-28). Changes answer with it; they are not refused.',
})
export class AttributeLinkage extends Node {
  @Text({
    description:
      'The field that changes, as histories name it: `serviceAddress`, `individual.name`, `organization.industry`, or `characteristics.<name>`.',
    max: 100,
    access: 'unique',
  })
  code!: string;

  @TextList({ description: 'Fields to be looked at again, named in the same way; empty when there are none any more.' })
  linked!: string[];
}
