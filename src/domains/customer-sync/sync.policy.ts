import {
  absentUnless,
  allow,
  defineFieldPolicy,
  definePermission,
  definePolicy,
  everyRow,
  via,
} from '../../kernel/access/index.js';
import { CustomerSyncAttempt } from './customer-sync-attempt.js';
import { CustomerSyncDelivery } from './customer-sync-delivery.js';
import { CustomerSyncLoad } from './customer-sync-load.js';
import { CustomerSyncTarget } from './customer-sync-target.js';

definePolicy(CustomerSyncTarget, { STAFF: everyRow });
definePolicy(CustomerSyncLoad, { STAFF: everyRow });
definePolicy(CustomerSyncDelivery, { STAFF: via('customer') });
definePolicy(CustomerSyncAttempt, { STAFF: via('delivery') });

definePermission({
  name: 'customer.sync.content',
  area: 'customer-sync',
  description: 'To read which data of customers were sent to systems outside (CUS-58).',
});

defineFieldPolicy(CustomerSyncDelivery, { content: absentUnless('customer.sync.content') });

allow({
  customerSyncSwitch: [],
  customerSyncLoadStart: [],
  customerSyncLoadCancel: [],
  customerSyncResend: ['STAFF'],
});
