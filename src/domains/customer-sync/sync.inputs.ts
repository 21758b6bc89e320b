import { BoolInput, EnumInput, IdInput, Input, TextInput } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { CustomerSyncDelivery } from './customer-sync-delivery.js';
import { CustomerSyncLoad } from './customer-sync-load.js';
import { SyncSystem } from './sync-enums.js';

@Input('Whether changed customer data are told to a system from now on (CUS-58).')
export class CustomerSyncSwitchInput {
  @EnumInput(() => SyncSystem, { description: 'The system.' })
  system!: SyncSystem;

  @BoolInput({ description: 'Whether they are; what changed while they were not is told only by a full load.' })
  active!: boolean;

  @BoolInput({
    description:
      'Whether the data of all customers are delivered first, while changes go on: true for a system that subscribes anew. False when absent. CONTRADICTION when it is to be switched off; INVALID_STATE when it is on already, use `customerSyncLoadStart`.',
    optional: true,
  })
  fullLoad?: boolean | null;
}

@Input('A system that is to get the data of all customers, such as after it lost some (CUS-58).')
export class CustomerSyncLoadStartInput {
  @EnumInput(() => SyncSystem, { description: 'The system; it must be told of changes (NOT_ACTIVE).' })
  system!: SyncSystem;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}

@Input('A full load that is to end before its end (CUS-58).')
export class CustomerSyncLoadCancelInput {
  @IdInput(() => CustomerSyncLoad, { description: 'The load; it must be RUNNING (INVALID_STATE).' })
  loadId!: string;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}

@Input(
  'What to send again: a delivery that was given up, or the data of a customer as they are now. Exactly one of `deliveryId` and `customerId` (CUS-58).',
)
export class CustomerSyncResendInput {
  @IdInput(() => CustomerSyncDelivery, {
    description:
      'A delivery that is FAILED; it goes out with the same key and content. Refused with INVALID_STATE when it is not, with SUPERSEDED when later data of the customer were taken.',
    optional: true,
  })
  deliveryId?: string | null;

  @IdInput(() => Customer, {
    description: 'A customer whose data are sent as they are now, with the next sequence.',
    optional: true,
  })
  customerId?: string | null;

  @EnumInput(() => SyncSystem, {
    description: 'Only to this system; to all that are told of changes when absent. Only with `customerId`.',
    optional: true,
  })
  system?: SyncSystem | null;

  @TextInput({ description: 'Why; kept in the history.', max: 500 })
  reason!: string;
}
