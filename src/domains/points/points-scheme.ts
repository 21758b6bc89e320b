import { Bool, Int, Node, Noun, Text } from '../../kernel/model/index.js';

@Noun({
  tag: 'pf',
  description:
    'A kind of points (积分套), which a customer may hold beside others (PTS-39, TMF658 LoyaltyProgramSpec).',
})
export class PointsScheme extends Node {
  @Text({ description: 'Stable code, such as `STANDARD`.', max: 40, access: 'unique' })
  code!: string;

  @Text({ description: 'Name.', access: 'search' })
  name!: string;

  @Int({
    description:
      'For how many months points hold; they end with 31 December of the year in which those are over, in the time zone of the operator (parameter `operator.time-zone`). Null: for ever (PTS-25).',
    nullable: true,
  })
  validityMonths?: number | null;

  @Int({ description: 'Fewest points that are redeemed at once (PTS-14).' })
  minRedemption!: number;

  @Bool({ description: 'Whether points are still given; those that were given stay good.', access: 'slow' })
  active!: boolean;
}
