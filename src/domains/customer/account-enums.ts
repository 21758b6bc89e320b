import { describeEnum } from '../../kernel/model/index.js';

export enum AccountStatus {
  IN_USE = 'IN_USE',
  SUSPENDED = 'SUSPENDED',
  INVALID = 'INVALID',
}

describeEnum(AccountStatus, 'AccountStatus', 'State of an account (CUS-44).', {
  IN_USE: 'Collects charges.',
  SUSPENDED: 'Collects no new charges for now.',
  INVALID: 'Closed for good.',
});

export enum BillingCycle {
  MONTHLY = 'MONTHLY',
  QUARTERLY = 'QUARTERLY',
  YEARLY = 'YEARLY',
}

describeEnum(BillingCycle, 'BillingCycle', 'How often an account is billed (MOD-43).', {
  MONTHLY: 'Every month.',
  QUARTERLY: 'Every three months.',
  YEARLY: 'Every year.',
});

export enum PaymentMode {
  CASH = 'CASH',
  CHECK = 'CHECK',
  ELECTRONIC_CHECK = 'ELECTRONIC_CHECK',
  BANK_TRANSFER = 'BANK_TRANSFER',
  COLLECTION = 'COLLECTION',
  CREDIT_CARD = 'CREDIT_CARD',
  PREPAID = 'PREPAID',
}

describeEnum(PaymentMode, 'PaymentMode', 'How an account is paid (CUS-42).', {
  CASH: 'Cash at a business hall.',
  CHECK: 'Check, sent by post or handed in.',
  ELECTRONIC_CHECK: 'Electronic check.',
  BANK_TRANSFER: 'Transfer by the customer or an order to the bank.',
  COLLECTION: 'Collected by the operator from a bank account (托收).',
  CREDIT_CARD: 'Charged to a credit card.',
  PREPAID: 'From a prepaid deposit.',
});

export enum BillFormat {
  SUMMARY = 'SUMMARY',
  STANDARD = 'STANDARD',
  ITEMISED = 'ITEMISED',
}

describeEnum(BillFormat, 'BillFormat', 'Content of a bill (CUS-40).', {
  SUMMARY: 'Totals only.',
  STANDARD: 'Charges by product.',
  ITEMISED: 'Every charge, with usage.',
});

export enum BillPart {
  USAGE = 'USAGE',
  ALLOWANCES = 'ALLOWANCES',
  DISCOUNTS = 'DISCOUNTS',
  PAYMENTS = 'PAYMENTS',
  ARREARS = 'ARREARS',
  POINTS = 'POINTS',
  NOTICES = 'NOTICES',
}

describeEnum(BillPart, 'BillPart', 'What a bill tells besides its charges (CUS-40).', {
  USAGE: 'Details of usage.',
  ALLOWANCES: 'What is left of allowances.',
  DISCOUNTS: 'Discounts that were given.',
  PAYMENTS: 'Payments since the bill before.',
  ARREARS: 'What is owed from bills before.',
  POINTS: 'Loyalty points.',
  NOTICES: 'Notices and offers.',
});

export enum BillDelivery {
  NONE = 'NONE',
  POST = 'POST',
  EMAIL = 'EMAIL',
  SMS = 'SMS',
  PORTAL = 'PORTAL',
}

describeEnum(BillDelivery, 'BillDelivery', 'How a bill reaches the customer (CUS-41).', {
  NONE: 'Not delivered.',
  POST: 'By post.',
  EMAIL: 'By e-mail.',
  SMS: 'By text message.',
  PORTAL: 'For download in the portal.',
});
