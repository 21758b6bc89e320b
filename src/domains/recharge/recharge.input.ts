import { DecimalInput, IdInput, Input, ListInput, TextInput } from '../../kernel/model/index.js';
import { Account, Customer } from '../customer/index.js';
import { ProductInstance } from '../inventory/index.js';

@Input('Who gets a part of the value of a recharge card (RES-54); exactly one of account and service is named.')
export class RechargeCreditInput {
  @IdInput(() => Account, { description: 'Account of the customer, in use.', optional: true })
  accountId?: string | null;

  @IdInput(() => ProductInstance, {
    description: 'Service of the customer that is charged to an account in use, which is credited.',
    optional: true,
  })
  productInstanceId?: string | null;

  @DecimalInput({
    description: 'Amount in the currency of the account; what is left of the value when absent, for exactly one part.',
    optional: true,
    min: '0.01',
    max: '1000000',
  })
  amount?: string | null;
}

@Input('A top-up with a recharge card (RES-54).')
export class RechargeByCardInput {
  @IdInput(() => Customer, { description: 'Whose accounts and services are topped up.' })
  customerId!: string;

  @TextInput({ description: 'Number printed on the card.', max: 40 })
  cardNo!: string;

  @TextInput({ description: 'Secret under the coating of the card; passed on, never kept or logged.', max: 40 })
  cardSecret!: string;

  @ListInput(() => RechargeCreditInput, {
    description: 'Who gets how much, in this order; exactly one part without an amount gets what is left.',
    min: 1,
    max: 20,
  })
  credits!: RechargeCreditInput[];

  @TextInput({
    description:
      'Key of your choice, unique for the customer: asking again with it answers the same recharge and redeems nothing.',
    max: 100,
  })
  requestKey!: string;
}
