import { DecimalNumber, EnumOf, Node, Noun, Text } from '../../kernel/model/index.js';
import { RatingKind, RatingLevel } from './rating-enums.js';

@Noun({
  tag: 'vg',
  description: 'From which score on a level of satisfaction or loyalty begins (CUS-73).',
})
export class RatingBand extends Node {
  @Text({ description: 'Kind and level with a dot between, such as `LOYALTY.HIGH`.', max: 60, access: 'unique' })
  code!: string;

  @EnumOf(() => RatingKind, { description: 'What is rated.' })
  kind!: RatingKind;

  @EnumOf(() => RatingLevel, { description: 'The level.' })
  level!: RatingLevel;

  @DecimalNumber({ description: 'Lowest score of the level, included; 0 for the lowest level.' })
  scoreFrom!: string;
}
