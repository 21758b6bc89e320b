import { BoolInput, EnumInput, Input, IntInput, TextInput } from '../../kernel/model/index.js';
import { CustomerType } from '../customer/index.js';

@Input('A rule of the hierarchy of customers (CUS-90, CUS-93).')
export class HierarchyRuleSaveInput {
  @TextInput({ description: 'Stable code; the rule with it is replaced.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @EnumInput(() => CustomerType, { description: 'Market group of the customer below.' })
  belowType!: CustomerType;

  @EnumInput(() => CustomerType, { description: 'Market group of the customer above.' })
  aboveType!: CustomerType;

  @TextInput({
    description: 'Sub-type of ownership that the relation must have; any when absent. UNKNOWN_SUB_TYPE.',
    max: 60,
    optional: true,
  })
  relationSubType?: string | null;

  @IntInput({
    description: 'Deepest level for the customer below and all that it owns, 1 at the top; any when absent.',
    min: 2,
    max: 100,
    optional: true,
  })
  maxLevel?: number | null;

  @BoolInput({ description: 'Whether it counts for new relations; true when absent.', optional: true })
  active?: boolean | null;
}
