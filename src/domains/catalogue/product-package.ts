import { Node, Noun, Text } from '../../kernel/model/index.js';

@Noun({
  tag: 'pk',
  description: 'A bundle of products that is used again and again, frozen so that offerings are made from it (PRD-34).',
})
export class ProductPackage extends Node {
  @Text({ description: 'Code unique among packages.', max: 60, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @Text({ description: 'Who froze it.', max: 100, access: 'slow' })
  configuredBy!: string;
}
