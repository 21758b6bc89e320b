import { JsonValue, Noun, One, TimePeriod, UniqueTogether, Value } from '../../kernel/model/index.js';
import { KeptVersion } from './kept-version.js';
import { Offering } from './offering.js';

@UniqueTogether(['offering'], 'validity_to is null')
@UniqueTogether(['offering', 'number'])
@Noun({
  tag: 'vo',
  root: false,
  description:
    'How an offering was configured for a time. The one without an end is how it is now; what was sold before stays on the one it was sold on (PRD-53, MOD-81).',
})
export class OfferingVersion extends KeptVersion {
  @One(() => Offering, {
    description: 'What was configured so.',
    inverse: 'versions',
    inverseDescription:
      'Every version, for any moment of the past: the one whose `validity` covers the moment (PRD-53, MOD-81).',
  })
  offering!: Offering;

  @Value(() => TimePeriod, { description: 'When it was configured so; open while it still is.' })
  validity!: TimePeriod;

  @JsonValue({
    description:
      'The whole configuration: name, terms, validity, means of payment, guarantee, bundled products, tariff plans, relations (`relations`), the only customer services that are permitted (`allowedServices`, empty for all), rules of sale (`salesRules`) and service levels.',
  })
  content!: Record<string, unknown>;
}
