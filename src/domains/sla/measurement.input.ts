import { DecimalInput, EnumInput, IdInput, Input, InstantInput, TextInput } from '../../kernel/model/index.js';
import { MeasurementSource } from './running-indicator.js';
import { SlaTerm } from './sla-term.js';

@Input('A measured value of an indicator (SLA-30).')
export class SlaMeasurementRecordInput {
  @IdInput(() => SlaTerm, {
    description: 'The promise that it is compared with; its contract must be in force at `measuredAt`.',
  })
  slaTermId!: string;

  @DecimalInput({ description: 'The value, in the unit of the indicator.' })
  value!: string;

  @InstantInput({ description: 'When it was measured, not in the future; now when absent.', optional: true })
  measuredAt?: string | null;

  @EnumInput(() => MeasurementSource, { description: 'Where it comes from; MANUAL when absent.', optional: true })
  source?: MeasurementSource | null;

  @TextInput({ description: 'What is known about it; stands in the problem that it shows.', optional: true, max: 2000 })
  details?: string | null;
}
