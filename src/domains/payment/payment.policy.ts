import { allow, definePolicy, everyRow, policyVia, verifyFirst } from '../../kernel/access/index.js';
import { CredentialPurpose } from '../customer/index.js';
import { BillItem } from './bill-item.js';
import { PaymentCheckRule } from './payment-check-rule.js';

policyVia(BillItem, 'account');
definePolicy(PaymentCheckRule, { STAFF: everyRow });

verifyFirst([CredentialPurpose.CHANGE, CredentialPurpose.WHOLE], {
  ...{
    paymentAccountAdd: 'customerId',
    paymentAccountChange: 'paymentAccountId',
    paymentAccountEnd: 'paymentAccountId',
  },
  ...{ accountPaymentSet: 'accountId', accountBillFormatSet: 'accountId' },
  paymentRulesSet: 'instanceId',
});

allow({
  paymentAccountAdd: ['STAFF', 'CUSTOMER'],
  paymentAccountChange: ['STAFF', 'CUSTOMER'],
  paymentAccountEnd: ['STAFF', 'CUSTOMER'],
  accountPaymentSet: ['STAFF', 'CUSTOMER'],
  accountBillFormatSet: ['STAFF', 'CUSTOMER'],
  accountCreditSet: ['STAFF'],
  accountBalanceReport: [],
  paymentCheckRuleSave: [],
  paymentRulesSet: ['STAFF'],
});
