import { text } from '../../kernel/events/event-type.js';
import { defineLifecycle } from '../../kernel/lifecycle/lifecycle.js';
import { type InvoiceLoss, InvoiceLossStatus as L } from './invoice-loss.js';
import { type Invoice, InvoiceStatus as S } from './invoice.js';

const staff = ['STAFF'] as const;

/** States and steps of a voucher number that was used. */
export const invoiceLifecycle = defineLifecycle<Invoice, S, 'writeOff' | 'void' | 'lose'>({
  name: 'invoice',
  states: Object.values(S),
  initial: S.USED,
  final: [S.WRITTEN_OFF, S.VOID, S.LOST],
  read: (invoice) => invoice.status,
  write: (invoice, status) => {
    invoice.status = status;
  },
  scope: ({ holder, customer }) => ({ regionId: holder.region.id, ...(customer ? { customerId: customer.id } : {}) }),
  transitions: [
    { action: 'writeOff', from: [S.USED], to: S.WRITTEN_OFF, who: staff },
    { action: 'void', from: [S.USED], to: S.VOID, who: staff },
    { action: 'lose', from: [S.USED], to: S.LOST, who: staff },
  ],
});

/** States and steps of a report about lost or spoiled vouchers (RES-28). */
export const lossLifecycle = defineLifecycle<InvoiceLoss, L, 'confirm' | 'reject' | 'withdraw'>({
  name: 'invoiceLoss',
  data: { approvalNo: text('Number of the approval that decided.') },
  states: Object.values(L),
  initial: L.REPORTED,
  final: [L.CONFIRMED, L.REJECTED],
  read: (loss) => loss.status,
  write: (loss, status) => {
    loss.status = status;
  },
  scope: ({ range }) => ({ regionId: range.holder.region.id }),
  transitions: [
    { action: 'confirm', from: [L.REPORTED], to: L.CONFIRMED, who: staff },
    { action: 'reject', from: [L.REPORTED], to: L.REJECTED, who: staff },
    { action: 'withdraw', from: [L.REPORTED], to: L.REJECTED, who: staff },
  ],
});
