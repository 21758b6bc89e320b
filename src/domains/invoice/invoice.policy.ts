import {
  allow,
  defineFieldPolicy,
  definePolicy,
  everyRow,
  ofCustomer,
  policyPublic,
  through,
  via,
} from '../../kernel/access/index.js';
import { absentUnlessShown, askedFor } from '../customer/index.js';
import { InvoiceLine } from './invoice-line.js';
import { InvoiceLoss } from './invoice-loss.js';
import { InvoiceRange } from './invoice-range.js';
import { InvoiceSeries } from './invoice-series.js';
import { InvoiceWriteOff } from './invoice-write-off.js';
import { Invoice } from './invoice.js';

policyPublic(InvoiceSeries);
// Staff see what the holders of their regions have and print; partners what they have themselves; customers what they got.
definePolicy(InvoiceRange, { STAFF: via('holder'), PARTNER: via('holder') });
definePolicy(Invoice, { STAFF: via('holder'), PARTNER: via('holder'), CUSTOMER: ofCustomer('customer') });
// Who handles the paper sees that it is there; what it says of a customer is theirs.
defineFieldPolicy(Invoice, { total: absentUnlessShown(askedFor('customer', everyRow)) });
definePolicy(InvoiceLine, {
  STAFF: through('invoice', askedFor('customer', via('holder'))),
  PARTNER: via('invoice'),
  CUSTOMER: via('invoice'),
});
definePolicy(InvoiceLoss, { STAFF: via('range') });
definePolicy(InvoiceWriteOff, { STAFF: via('range') });

allow({
  invoiceSeriesSave: ['STAFF'],
  invoiceRangeIssue: ['STAFF'],
  invoiceRangeRecall: ['STAFF'],
  invoicePrint: ['STAFF'],
  invoiceReprint: ['STAFF'],
  invoiceVoid: ['STAFF'],
  invoiceWriteOff: ['STAFF'],
  invoiceLossReport: ['STAFF'],
  invoiceLossDecide: ['STAFF'],
});
