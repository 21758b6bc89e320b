import { Bool, JsonValue, Noun, One, TimePeriod, UniqueTogether, Value } from '../../kernel/model/index.js';
import { KeptVersion } from './kept-version.js';
import { TariffPlan } from './tariff-plan.js';

@UniqueTogether(['plan'], 'validity_to is null')
@UniqueTogether(['plan', 'number'])
@Noun({
  tag: 'tw',
  root: false,
  description:
    'What a tariff plan was made of for a time, since it is approved. The one without an end is what it is made of now; what was sold before stays on the one it was sold with, unless a later one applies to it too (PRD-78, PRD-85, MOD-81).',
})
export class TariffPlanVersion extends KeptVersion {
  @One(() => TariffPlan, {
    description: 'The plan.',
    inverse: 'versions',
    inverseDescription:
      'Every version since it is approved, for any moment: the one whose `validity` covers it; none while it has never been changed since (PRD-78, MOD-81).',
  })
  plan!: TariffPlan;

  @Value(() => TimePeriod, { description: 'When what was sold was sold with it; open while it still is.' })
  validity!: TimePeriod;

  @JsonValue({
    description:
      'Name, main price, period, validity, condition and basis, and as `members` its parts: each with the code of a `rule` or of a `plan`, and its `priority`.',
  })
  content!: Record<string, unknown>;

  @Bool({
    description:
      'Whether it is charged from the beginning of `validity` on for what was sold before, too; true for the first one. False: only for what is sold since (PRD-78).',
  })
  appliesToExisting!: boolean;
}
