import {
  type DataOf,
  defineEventTypes,
  fact,
  fieldChanges,
  recordChange,
  text,
  whole,
} from '../../kernel/events/event-type.js';

const numbers = {
  series: text('Code of the series.'),
  holder: text('Code of the holder.'),
  first: whole('First number.'),
  last: whole('Last number.'),
};

/** Business events of vouchers besides those of their life cycles. */
export const invoiceEvents = defineEventTypes({
  'invoiceSeries.changed': recordChange('InvoiceSeries', 'A series of vouchers was made or changed.', {
    changes: fieldChanges(),
  }),
  'invoice.range.issued': fact('InvoiceRange', 'A holder got voucher numbers.', numbers),
  'invoice.range.recalled': fact('InvoiceRange', 'Unused voucher numbers were taken back from a holder.', numbers),
  'invoice.printed': fact('Invoice', 'A voucher was printed, for the first time or again.', {
    invoiceNo: text('Its number.'),
    copy: whole('1 for the first print; more for a reprint, which bears a mark.'),
  }),
  'invoice.writtenOff': fact('InvoiceWriteOff', 'Vouchers that were handed in were checked.', {
    ...numbers,
    writtenOff: whole('How many were written off.'),
    ended: whole('How many numbers in between are void or lost.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof invoiceEvents> {}
}
