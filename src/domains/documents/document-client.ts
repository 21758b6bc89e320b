import { Bool, Int, Node, Noun, Text } from '../../kernel/model/index.js';

@Noun({
  tag: 'dc',
  description:
    'An application that runs registered documents, such as the portal of a partner; tokens name it in the claim `client`, and then run its documents only.',
})
export class DocumentClient extends Node {
  @Text({
    description: 'Code, as tokens name it: lower-case letters, digits, `-`, `_` and `.`.',
    max: 60,
    access: 'unique',
  })
  code!: string;

  @Text({ description: 'Name for people.', access: 'search' })
  name!: string;

  @Int({
    description:
      'Most that an operation of the client may cost, when it is registered and each time it runs; what operations cost is counted as for ad-hoc ones.',
  })
  maxCost!: number;

  @Int({ description: 'Most documents in use that the client may have.' })
  maxDocuments!: number;

  @Int({
    description:
      'Seconds for which the client may keep an answer by GET without asking again; 0 lets it ask each time whether the answer is still the same.',
  })
  cacheSeconds!: number;

  @Bool({ description: 'Whether its documents may be run.', access: 'slow' })
  active!: boolean;
}
