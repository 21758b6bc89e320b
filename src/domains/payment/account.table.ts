import { definePermission } from '../../kernel/access/index.js';
import { defineTable } from '../../kernel/tables/index.js';
import { Account, customerByCode } from '../customer/index.js';

definePermission({
  name: 'account.export',
  area: 'exchange',
  description: 'To export accounts as a table in a file (CUS-75).',
});

const plain = [
  { name: 'name', description: 'Name of the account; that of the customer when blank.' },
  { name: 'billingCycle', description: 'MONTHLY, QUARTERLY or YEARLY.' },
  { name: 'paymentMode', description: 'How it is paid.' },
  { name: 'billFormat', description: 'SUMMARY, STANDARD or ITEMISED.' },
  { name: 'billDelivery', description: 'NONE, POST, EMAIL, SMS or PORTAL.' },
  { name: 'billAddress', description: 'Where bills go.' },
  { name: 'billPostcode', description: 'Postcode, for delivery by post.' },
];

/** Accounts as a table: an import opens them, an export is what a list of accounts is printed from (CUS-75). */
defineTable({
  name: 'accounts',
  noun: Account,
  mutation: 'accountOpen',
  exportPermission: 'account.export',
  keyColumn: 'accountNo',
  known: 'select "account_no" as "key" from "account" where "account_no" = any($1)',
  selfReferring: true,
  columns: [
    { name: 'accountNo', description: 'Number; a row whose number exists is left alone.', needed: true },
    { name: 'customer', description: 'Code of the customer who owns it.', needed: true, at: 'owner.code' },
    {
      name: 'likeAccount',
      description:
        'Number of an account of the customer to take preferences from, which may stand in another row of the file (CUS-37); the default account when blank. Blank in exports.',
      select: 'accountNo',
      value: () => null,
    },
    { name: 'currency', description: 'Currency of its charges, ISO 4217.' },
    { name: 'billingDay', description: 'Day of the month on which the cycle starts, 1 to 28.' },
    ...plain,
    { name: 'sequenceNo', description: 'Place among the accounts of the customer.', exportOnly: true },
    { name: 'status', description: 'IN_USE, SUSPENDED or INVALID.', exportOnly: true },
    { name: 'bankCode', description: 'Identifier of the bank.', exportOnly: true },
    { name: 'credit', description: 'Credit standing.', exportOnly: true },
    { name: 'creditLimit', description: 'Most that may be owed.', exportOnly: true, at: 'creditLimit.amount' },
    { name: 'balance', description: 'What is in the account.', exportOnly: true, at: 'balance.amount' },
  ],
  input: (row) => ({
    accountNo: row.text('accountNo'),
    customerId: row.reference('customer', customerByCode),
    likeAccountId: row.reference('likeAccount', {
      noun: Account,
      select: 'select "account_no" as "key", "id" from "account" where "account_no" = any($1)',
    }),
    currency: row.text('currency'),
    billingDay: row.whole('billingDay'),
    ...Object.fromEntries(plain.map(({ name }) => [name, row.text(name)])),
  }),
});
