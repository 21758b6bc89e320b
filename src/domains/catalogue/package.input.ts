import { BoolInput, Input, ListInput, TextInput } from '../../kernel/model/index.js';
import { OfferingComponentInput } from './offering.input.js';

@Input('A bundle of products to be frozen (PRD-34).')
export class ProductPackageCreateInput {
  @TextInput({ description: 'Code unique among packages.', max: 60 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @ListInput(() => OfferingComponentInput, {
    description: 'The products, as they shall stand in offerings.',
    min: 2,
    max: 50,
  })
  components!: OfferingComponentInput[];
}

@Input('A means of payment, new or changed (PRD-31).')
export class PaymentMethodSaveInput {
  @TextInput({ description: 'Code; of one that exists to change it.', max: 40 })
  code!: string;

  @TextInput({ description: 'Name.' })
  name!: string;

  @BoolInput({ description: 'Whether offerings may be limited to it from now on; true when absent.', optional: true })
  active?: boolean | null;
}
