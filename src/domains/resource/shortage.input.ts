import { EnumInput, Input, InstantInput, IntInput, TextInput } from '../../kernel/model/index.js';
import { ShortageState } from './shortage-report.js';

@Input('What a stock system says of a type of resource (RES-53).')
export class ResourceShortageReportInput {
  @TextInput({ description: 'Id of the message, unique for the system; sending it again changes nothing.', max: 100 })
  messageId!: string;

  @TextInput({ description: 'Code of the type of resource, such as that of a terminal.', max: 40 })
  typeCode!: string;

  @TextInput({
    description: 'Code of the region, with all inside it; the whole country when absent.',
    optional: true,
    max: 40,
  })
  regionCode?: string | null;

  @EnumInput(() => ShortageState, { description: 'Whether it is short or there again.' })
  state!: ShortageState;

  @InstantInput({
    description:
      'Moment for which it holds, not in the future; of several messages the one with the latest moment counts.',
  })
  at!: string;

  @InstantInput({ description: 'For SHORT: when it is expected again, after `at`.', optional: true })
  expectedAt?: string | null;

  @IntInput({ description: 'For SHORT: how many pieces are missing.', optional: true, min: 1 })
  missing?: number | null;

  @TextInput({ description: 'For SHORT: anything else.', optional: true, max: 500 })
  remark?: string | null;
}
