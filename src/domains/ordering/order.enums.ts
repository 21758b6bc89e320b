import { describeEnum } from '../../kernel/model/index.js';

export enum OrderKind {
  NORMAL = 'NORMAL',
  PRE_ACCEPTED = 'PRE_ACCEPTED',
  PRE_PROVISIONED = 'PRE_PROVISIONED',
}

describeEnum(OrderKind, 'OrderKind', 'How an order relates to what is already there (ORD-15).', {
  NORMAL: 'Resources are available; provisioning follows the order.',
  PRE_ACCEPTED: 'Accepted before resources are available; a clerk makes it formal later (ORD-69…72).',
  PRE_PROVISIONED: 'The service was opened before the order was written.',
});

export enum OrderSource {
  INTERNAL_MODULE = 'INTERNAL_MODULE',
  OTHER_REGION_CRM = 'OTHER_REGION_CRM',
  ACCESS_PLATFORM = 'ACCESS_PLATFORM',
  PARTNER_PORTAL = 'PARTNER_PORTAL',
  BILLING = 'BILLING',
  OTHER = 'OTHER',
}

describeEnum(
  OrderSource,
  'OrderSource',
  'Where an order came from; stamped by the system, not by the caller (ORD-23, ORD-151).',
  {
    INTERNAL_MODULE: 'Written by staff in this system.',
    OTHER_REGION_CRM: 'Sent by the customer system of another region (one-stop acceptance).',
    ACCESS_PLATFORM: 'Self-service of the customer: web hall, multimedia terminal, text message.',
    PARTNER_PORTAL: 'Written by a partner.',
    BILLING: 'Started by billing, such as suspension for arrears.',
    OTHER: 'Any other system, such as the handling of violations.',
  },
);

export enum OrderStatus {
  DRAFT = 'DRAFT',
  WAITING_CONFLICT = 'WAITING_CONFLICT',
  PRE_ACCEPTED = 'PRE_ACCEPTED',
  PENDING_REVIEW = 'PENDING_REVIEW',
  APPROVED = 'APPROVED',
  IN_PROVISIONING = 'IN_PROVISIONING',
  EXCEPTION = 'EXCEPTION',
  CHANGE_PENDING = 'CHANGE_PENDING',
  CANCEL_PENDING = 'CANCEL_PENDING',
  DEFERRED = 'DEFERRED',
  WAITING_INSTALL = 'WAITING_INSTALL',
  COMPLETED = 'COMPLETED',
  CANCELLED = 'CANCELLED',
}

describeEnum(OrderStatus, 'OrderStatus', 'State of an order.', {
  DRAFT: 'Being captured.',
  WAITING_CONFLICT: 'Accepted, but a service in flight on the same instance must end first (ORD-10).',
  PRE_ACCEPTED: 'Accepted before resources are available.',
  PENDING_REVIEW: 'Waiting for review, by rule or by a reviewer (ORD-77…79).',
  APPROVED: 'Reviewed; may be decomposed into service orders.',
  IN_PROVISIONING: 'Its service orders are with provisioning.',
  EXCEPTION: 'Returned by the reviewer or by provisioning; see the cause (ORD-93…96).',
  CHANGE_PENDING: 'Provisioning is checking a change (ORD-62).',
  CANCEL_PENDING: 'Provisioning is checking the cancellation (ORD-62).',
  DEFERRED: 'Postponed at the wish of the customer (ORD-66).',
  WAITING_INSTALL: 'The operator lacks a resource and the customer agreed to wait (ORD-100).',
  COMPLETED: 'Everything ordered is done (ORD-88).',
  CANCELLED: 'Withdrawn before completion (ORD-59).',
});

export enum ExceptionCause {
  REVIEW = 'REVIEW',
  RESOURCE = 'RESOURCE',
  CUSTOMER = 'CUSTOMER',
  TECHNICAL = 'TECHNICAL',
}

describeEnum(ExceptionCause, 'ExceptionCause', 'Why an order or a service order was returned (ORD-79, ORD-93).', {
  REVIEW: 'The review returned it.',
  RESOURCE: 'Provisioning lacks a resource.',
  CUSTOMER: 'The customer is the cause, such as not being at home.',
  TECHNICAL: 'Provisioning failed for a technical reason.',
});

export enum ShortageChoice {
  CANCEL = 'CANCEL',
  WAIT = 'WAIT',
  NOTIFY = 'NOTIFY',
}

describeEnum(
  ShortageChoice,
  'ShortageChoice',
  'What the customer wants done when provisioning lacks a resource; the process of the order does it (ORD-31, WFL-67).',
  {
    CANCEL: 'Cancel the order.',
    WAIT: 'Wait until the resource is there (ORD-100).',
    NOTIFY: 'Tell the customer, who then decides: a clerk gets a task.',
  },
);

export enum ReviewResult {
  APPROVE = 'APPROVE',
  RETURN = 'RETURN',
}

describeEnum(ReviewResult, 'ReviewResult', 'Decision of a reviewer (ORD-78).', {
  APPROVE: 'The order may be decomposed.',
  RETURN: 'The order goes back to be corrected (ORD-79).',
});
