import { Int, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { ResourceType } from './resource-type.js';

@UniqueTogether(['type', 'name'])
@Noun({
  tag: 'nl',
  description:
    'Who may choose numbers of which level: of the rules of a type that hold, the one with the best level counts; who meets none begins at level 5 (RES-38).',
})
export class NumberLevelRule extends Node {
  @One(() => ResourceType, {
    description: 'Type of numbers that it is about.',
    inverse: 'levelRules',
    inverseDescription: 'Who may choose which of its levels; without rules everybody may choose all (RES-38).',
  })
  type!: ResourceType;

  @Text({ description: 'Name, unique among the rules of the type.', access: 'slow' })
  name!: string;

  @Text({
    description: 'Condition in FEEL over `customer` and `deposit`, such as `deposit >= 1000` (RES-38).',
    max: 2000,
  })
  condition!: string;

  @Int({
    description: 'Best level from which numbers may be chosen when it holds, 1 to 5; 1 is the best.',
    access: 'slow',
  })
  startLevel!: number;
}
