import { Bool, JsonValue, Noun, One, TimePeriod, UniqueTogether, Value } from '../../kernel/model/index.js';
import { KeptVersion } from './kept-version.js';
import { TariffRule } from './tariff-rule.js';

@UniqueTogether(['rule'], 'validity_to is null')
@UniqueTogether(['rule', 'number'])
@Noun({
  tag: 'tv',
  root: false,
  description:
    'What a tariff rule said for a time. The one without an end is what it says now; what was sold before stays on the one it was sold by, unless a later one applies to it too (PRD-72, MOD-81).',
})
export class TariffRuleVersion extends KeptVersion {
  @One(() => TariffRule, {
    description: 'The rule.',
    inverse: 'versions',
    inverseDescription:
      'Every version, for any moment of the past: the one whose `validity` covers it; none while it has never been changed (PRD-72, MOD-81).',
  })
  rule!: TariffRule;

  @Value(() => TimePeriod, { description: 'When what was sold was sold by it; open while it still is.' })
  validity!: TimePeriod;

  @JsonValue({
    description:
      'All that it said: the fields of `TariffRule` by their names, with the code of the product as `product`, and its prices by quantity as `tiers`.',
  })
  content!: Record<string, unknown>;

  @Bool({
    description:
      'Whether it is charged from the beginning of `validity` on for what was sold before, too; true for the first one. False: only for what is sold since (PRD-72).',
  })
  appliesToExisting!: boolean;
}
