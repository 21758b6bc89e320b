import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Money } from '../../kernel/model/index.js';
import { holderFor } from '../resource/index.js';
import { InvoiceLoss, InvoiceLossKind } from './invoice-loss.js';
import { endInvoice, newInvoice } from './invoice-print.service.js';
import { rangeOf } from './invoice-range.service.js';
import { InvoiceRange } from './invoice-range.js';
import { InvoiceWriteOff } from './invoice-write-off.js';
import type { InvoiceLossDecideInput, InvoiceLossReportInput, InvoiceWriteOffInput } from './invoice.input.js';
import { invoiceLifecycle, lossLifecycle } from './invoice.lifecycle.js';
import { Invoice, InvoiceStatus } from './invoice.js';

/** Numbers that a check or a report covers at most. */
const MOST = 1000;
/** Numbers that a refusal names at most. */
const NAMED = 20;

function requireFew({ firstNo, lastNo }: { firstNo: number; lastNo: number }): void {
  if (lastNo - firstNo >= MOST) refuse('TOO_LARGE', `At most ${MOST} numbers at once.`, ['input', 'lastNo']);
}

const within = (range: InvoiceRange, firstNo: number, lastNo: number) => ({
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

/** Reports numbers of a holder as lost or spoiled; they may still be found until it is confirmed (RES-28). */
export async function reportLoss(context: CallContext, input: InvoiceLossReportInput): Promise<InvoiceLoss> {
  return context.database.write(context, async (tx) => {
    requireFew(input);
    const range = await rangeOf(tx, input);
    const { firstNo, lastNo, kind, reason } = input;
    const loss = tx.add(
      Object.assign(new InvoiceLoss(), { range, firstNo, lastNo, kind, reason, reportedBy: tx.caller.subject }),
    );
    lossLifecycle.begin(tx, loss, { reason });
    return loss;
  });
}

/** Confirms a report, so that its numbers can never be used any more, or rejects it (RES-28). */
export async function decideLoss(context: CallContext, input: InvoiceLossDecideInput): Promise<InvoiceLoss> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'lossId'];
    const seen = await tx.get(InvoiceLoss, input.lossId, path, { lock: false });
    // The range first, as when something is printed from it.
    const range = (await tx.find(InvoiceRange, seen.range.id)) ?? refuse('NOT_FOUND', 'The range is gone.', path);
    await tx.em.populate(range, ['holder', 'series']);
    await holderFor(tx, tx.idOf(range.holder), path);
    const loss = await tx.get(InvoiceLoss, input.lossId, path);
    if (loss.reportedBy === tx.caller.subject) refuse('FOUR_EYES', 'Somebody else decides on this report.', path);
    await lossLifecycle.move(tx, loss, input.confirm ? 'confirm' : 'reject');
    Object.assign(loss, { decidedBy: tx.caller.subject, decidedAt: tx.at });
    if (input.confirm) await endNumbers(tx, range, loss);
    return loss;
  });
}

async function endNumbers(tx: Transaction, range: InvoiceRange, loss: InvoiceLoss): Promise<void> {
  const action = loss.kind === InvoiceLossKind.LOST ? 'lose' : 'void';
  const found = await tx.em.find(Invoice, within(range, loss.firstNo, loss.lastNo), { populate: ['holder'] });
  const byNumber = new Map(found.map((invoice) => [invoice.number, invoice]));
  for (let number = loss.firstNo; number <= loss.lastNo; number++) {
    const present = byNumber.get(number);
    if (present && present.status !== InvoiceStatus.USED) continue;
    const invoice = present ?? newInvoice(tx, range, number, { printCount: 0, payer: null, total: null });
    if (!present) invoiceLifecycle.begin(tx, invoice);
    await endInvoice(tx, invoice, action, loss.reason);
  }
}
