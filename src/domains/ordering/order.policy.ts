import {
  allow,
  definePolicy,
  everyRow,
  inRegion,
  ofCustomer,
  ofPartner,
  policyVia,
} from '../../kernel/access/index.js';
import { OrderGuarantee } from './order-guarantee.js';
import { OrderItemComponent } from './order-item-component.js';
import { OrderItem } from './order-item.js';
import { Order } from './order.js';
import { ReviewRule } from './review-rule.js';
import { ServiceOrderReport } from './service-order-report.js';
import { ServiceOrder } from './service-order.js';

definePolicy(Order, {
  STAFF: inRegion('region'),
  CUSTOMER: ofCustomer('customer'),
  PARTNER: ofPartner('customer', 'partner'),
});
policyVia(OrderItem, 'order');
policyVia(OrderGuarantee, 'orderItem');
policyVia(OrderItemComponent, 'orderItem');
policyVia(ServiceOrder, 'order');
policyVia(ServiceOrderReport, 'serviceOrder');
definePolicy(ReviewRule, { STAFF: everyRow });

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
  ordersByState: ['STAFF', 'CUSTOMER'],
});
