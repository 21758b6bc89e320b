import {
  absentUnless,
  allow,
  defineFieldPolicy,
  definePermission,
  definePolicy,
  everyRow,
  inRegion,
  ofCustomer,
  ofPartner,
  policyVia,
  verifyFirst,
  via,
} from '../../kernel/access/index.js';
import { CredentialPurpose } from '../customer/index.js';
import { OrderCharge } from './order-charge.js';
import { OrderGuarantee } from './order-guarantee.js';
import { OrderItemComponent } from './order-item-component.js';
import { OrderItem } from './order-item.js';
import { Order } from './order.js';
import { ReviewRule } from './review-rule.js';
import { ServiceOrderReport } from './service-order-report.js';
import { ServiceOrderActivity } from './service-order-activity.js';
import { ServiceOrderIntervention } from './service-order-intervention.js';
import { ServiceOrder } from './service-order.js';

definePolicy(Order, {
  STAFF: inRegion('region'),
  CUSTOMER: ofCustomer('customer'),
  PARTNER: ofPartner('customer', 'partner'),
});
policyVia(OrderItem, 'order');
policyVia(OrderGuarantee, 'orderItem');
policyVia(OrderCharge, 'order');
policyVia(OrderItemComponent, 'orderItem');
policyVia(ServiceOrder, 'order');
policyVia(ServiceOrderReport, 'serviceOrder');
// How the operator drives its network is its own business.
for (const noun of [ServiceOrderActivity, ServiceOrderIntervention]) definePolicy(noun, { STAFF: via('serviceOrder') });
definePermission({
  name: 'fulfilment.supervision.read',
  area: 'ordering',
  description: 'To see of service orders what supervisors have provisioning hold or do; all staff see it (WFL-73).',
});
const supervised = absentUnless('fulfilment.supervision.read', 'STAFF');
defineFieldPolicy(ServiceOrder, { heldAt: supervised, openInterventions: supervised });
definePolicy(ReviewRule, { STAFF: everyRow });

// To order is a change, and to have business accepted.
verifyFirst([CredentialPurpose.CHANGE, CredentialPurpose.ACCEPT, CredentialPurpose.WHOLE], {
  ...{ orderSubmit: 'customerId', orderCancel: 'orderId', orderDefer: 'orderId', orderReopen: 'orderId' },
});

allow({
  orderSubmit: ['STAFF', 'CUSTOMER'],
  orderReview: ['STAFF'],
  orderCancel: ['STAFF', 'CUSTOMER'],
  orderDefer: ['STAFF', 'CUSTOMER'],
  orderReopen: ['STAFF', 'CUSTOMER'],
  orderResend: ['STAFF'],
  orderWait: ['STAFF'],
  orderInstallNow: ['STAFF'],
  orderProgress: ['STAFF', 'CUSTOMER'],
  customerOrderProgress: ['STAFF', 'CUSTOMER'],
  organizationOrderProgress: ['STAFF'],
  serviceOrderIntervene: ['STAFF'],
  serviceOrderInterventionWithdraw: ['STAFF'],
  // The system that provisions has a key; nobody else speaks for it.
  serviceOrderInterventionReply: [],
  serviceOrderReport: [],
  fulfilmentSupervision: ['STAFF'],
  ordersByState: ['STAFF', 'CUSTOMER'],
});
