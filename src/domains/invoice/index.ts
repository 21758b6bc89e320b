import './invoice.events.js';
import type { Domain } from '../../kernel/domain.js';
import { InvoiceLine } from './invoice-line.js';
import { InvoiceLoss } from './invoice-loss.js';
import { InvoiceRange } from './invoice-range.js';
import { InvoiceSeries } from './invoice-series.js';
import { InvoiceWriteOff } from './invoice-write-off.js';
import './invoice.policy.js';
import { InvoiceResolver } from './invoice.resolver.js';
import { Invoice } from './invoice.js';

export * from './invoice-line.js';
export * from './invoice-loss.js';
export * from './invoice-range.js';
export * from './invoice-series.js';
export * from './invoice-write-off.js';
export * from './invoice.js';

/** Numbered vouchers: who has which numbers, what was printed on them, and where each one is (RES-24 to RES-29, RES-36, RES-44 to RES-47). */
export const invoice: Domain = {
  name: 'invoice',
  entities: [InvoiceSeries, InvoiceRange, Invoice, InvoiceLine, InvoiceLoss, InvoiceWriteOff],
  resolvers: [InvoiceResolver],
};
