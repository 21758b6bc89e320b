import { Instant } from './fields.js';
import { ValueObject } from './noun.js';

@ValueObject({
  description: 'A period of validity: from `from` (included) to `to` (excluded); an absent end is open (MOD-82).',
})
export class TimePeriod {
  @Instant({ description: 'First moment of the period.', access: 'slow' })
  from!: Date;

  @Instant({ description: 'First moment after the period; null while it is open.', nullable: true, access: 'slow' })
  to: Date | null = null;

  static since(from: Date, to: Date | null = null): TimePeriod {
    return Object.assign(new TimePeriod(), { from, to });
  }
}
