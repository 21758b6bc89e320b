import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { EnumInput, IdInput, Input, TextInput } from '../../kernel/model/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { CustomerLifecycleState, InNetworkPhase } from './customer-enums.js';
import { Customer } from './customer.js';

@Input('The phase of a customer in the network, as analysis or staff see it (CUS-60).')
export class CustomerPhaseSetInput {
  @IdInput(() => Customer, { description: 'The customer; must be in the network (INVALID_STATE).' })
  customerId!: string;

  @EnumInput(() => InNetworkPhase, { description: 'The phase; it decides the strategy.' })
  phase!: InNetworkPhase;

  @TextInput({ description: 'Why, such as the trend of spending; kept in the history.', max: 500 })
  reason!: string;
}

/** Sets the phase of a customer in the network, and with it what is to be done (CUS-60). */
export function setPhase(context: CallContext, input: CustomerPhaseSetInput): Promise<Customer> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'customerId'];
    const customer = await tx.get(Customer, input.customerId, path);
    if (customer.lifecycle !== CustomerLifecycleState.IN_NETWORK)
      refuse('INVALID_STATE', 'Only a customer in the network has a phase.', path, { state: customer.lifecycle });
    const changes = applyChanges(customer, { inNetworkPhase: input.phase });
    if (changes.length === 0) return customer;
    customer.version++;
    tx.record({
      kind: 'RECORD_CHANGE',
      type: 'customer.changed',
      subject: customer,
      customerId: customer.id,
      regionId: customer.region.id,
      reason: input.reason,
      data: { changes, version: customer.version },
    });
    return customer;
  });
}
