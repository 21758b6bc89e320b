import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import { refuse } from '../../kernel/errors/index.js';
import { Money } from '../../kernel/model/index.js';
import { rangeOf } from './invoice-range.service.js';
import type { InvoiceRange } from './invoice-range.js';
import { InvoiceWriteOff } from './invoice-write-off.js';
import type { InvoiceWriteOffInput } from './invoice.input.js';
import { invoiceLifecycle } from './invoice.lifecycle.js';
import { Invoice, InvoiceStatus } from './invoice.js';

/** Numbers that a check or a report covers at most. */
const MOST = 1000;
/** Numbers that a refusal names at most. */
const NAMED = 20;

/** Refuses with TOO_LARGE more numbers than one check or report covers. */
export function requireFew({ firstNo, lastNo }: { firstNo: number; lastNo: number }): void {
  if (lastNo - firstNo >= MOST) refuse('TOO_LARGE', `At most ${MOST} numbers at once.`, ['input', 'lastNo']);
}

/** Vouchers of the range with numbers from the first to the last. */
export const within = (range: InvoiceRange, firstNo: number, lastNo: number) => ({
  series: range.series.id,
  number: { $gte: firstNo, $lte: lastNo },
});

/** Checks vouchers that were handed in: each number must have been used, voided or lost; those used are written off (RES-27). */
export async function writeOffInvoices(context: CallContext, input: InvoiceWriteOffInput): Promise<InvoiceWriteOff> {
  return context.database.write(context, async (tx) => {
    requireFew(input);
    const range = await rangeOf(tx, input);
    const { firstNo, lastNo } = input;
    const invoices = await tx.em.find(Invoice, within(range, firstNo, lastNo), { populate: ['holder'] });
    const known = new Set(invoices.map(({ number }) => number));
    const gaps = Array.from({ length: lastNo - firstNo + 1 }, (_, index) => firstNo + index).filter(
      (number) => !known.has(number),
    );
    if (gaps.length > 0)
      refuse('UNUSED', 'Some of the numbers have not been used.', ['input', 'firstNo'], {
        numbers: gaps.slice(0, NAMED),
      });
    const again = invoices.filter(({ status }) => status === InvoiceStatus.WRITTEN_OFF);
    if (again.length > 0)
      refuse('WRITTEN_OFF', 'Some of the numbers have been written off.', ['input', 'firstNo'], {
        numbers: again.slice(0, NAMED).map(({ number }) => number),
      });
    const used = invoices.filter(({ status }) => status === InvoiceStatus.USED);
    for (const invoice of used) await invoiceLifecycle.move(tx, invoice, 'writeOff');
    const currencies = new Set(used.map(({ total }) => total!.currency));
    const sum = used.reduce((all, { total }) => all.plus(total!.amount), new Decimal(0)).toFixed();
    const check = tx.add(
      Object.assign(new InvoiceWriteOff(), {
        ...{ range, firstNo, lastNo, writtenOff: used.length, ended: invoices.length - used.length },
        total: currencies.size === 1 ? Money.of(sum, [...currencies][0]!) : null,
        verifiedBy: tx.caller.subject,
        verifiedAt: tx.at,
      }),
    );
    tx.record({
      kind: 'BUSINESS_FACT',
      type: 'invoice.writtenOff',
      subject: check,
      regionId: range.holder.region.id,
      data: {
        ...{ series: range.series.code, holder: range.holder.code, first: firstNo, last: lastNo },
        ...{ writtenOff: check.writtenOff, ended: check.ended },
      },
    });
    return check;
  });
}
