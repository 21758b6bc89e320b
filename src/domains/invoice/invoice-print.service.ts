import { LockMode } from '@mikro-orm/postgresql';
import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Money } from '../../kernel/model/index.js';
import { Customer } from '../customer/index.js';
import { holderFor } from '../resource/index.js';
import { InvoiceLine } from './invoice-line.js';
import { type InvoiceContent, readLines } from './invoice-lines.js';
import { InvoiceRange, InvoiceRangeStatus } from './invoice-range.js';
import { InvoiceSeries } from './invoice-series.js';
import type { InvoicePrintInput, InvoiceReprintInput, InvoiceVoidInput } from './invoice.input.js';
import { invoiceLifecycle } from './invoice.lifecycle.js';
import { Invoice, InvoiceKind, InvoiceStatus } from './invoice.js';

/**
 * Prints a voucher with the next number of the holder, or one entered by hand. One order may be split over several vouchers and several
 * orders may share one, but no charge of an order stands on two valid ones (RES-44 to RES-47).
 */
export async function printInvoice(context: CallContext, input: InvoicePrintInput): Promise<Invoice> {
  return context.database.write(context, async (tx) => {
    const series = await tx.get(InvoiceSeries, input.seriesId, ['input', 'seriesId'], { lock: false });
    const holder = await holderFor(tx, input.holderId, ['input', 'holderId']);
    const kind = input.kind ?? InvoiceKind.ORIGINAL;
    const original = await originalOf(tx, kind, input.originalId);
    const content = await readLines(tx, series, kind, input.lines);
    const customer = input.customerId
      ? await tx.get(Customer, input.customerId, ['input', 'customerId'], { lock: false })
      : content.customer;
    if (original) await checkFollowUp(tx, kind, original, content);
    const { range, number } = await takeNumber(tx, series, holder.id, input.number);
    const invoice = newInvoice(tx, range, number, {
      kind,
      original,
      customer,
      payer: input.payer,
      total: Money.of(content.total, content.currency),
      printCount: 1,
    });
    invoiceLifecycle.begin(tx, invoice);
    for (const [index, line] of content.lines.entries())
      tx.add(Object.assign(new InvoiceLine(), { ...line, invoice, position: index + 1 }));
    recordPrint(tx, invoice);
    return invoice;
  });
}

function recordPrint(tx: Transaction, invoice: Invoice, reason: string | null = null): void {
  const data = { invoiceNo: invoice.invoiceNo, copy: invoice.printCount };
  const regionId = invoice.holder.region.id;
  const ofCustomer = invoice.customer ? { customerId: invoice.customer.id } : {};
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'invoice.printed',
    subject: invoice,
    regionId,
    ...ofCustomer,
    reason,
    data,
  });
}

/** A voucher of a number in a range. */
export function newInvoice(
  tx: Transaction,
  range: InvoiceRange,
  number: number,
  values: Partial<Invoice> & Pick<Invoice, 'printCount'>,
): Invoice {
  const { series, holder } = range;
  const invoiceNo = `${series.code}-${String(number).padStart(series.digits, '0')}`;
  const issued = { issuedBy: tx.caller.subject, issuedAt: tx.at };
  const kind = InvoiceKind.ORIGINAL;
  return tx.add(Object.assign(new Invoice(), { series, range, holder, number, invoiceNo, kind, ...issued, ...values }));
}

async function originalOf(tx: Transaction, kind: InvoiceKind, id: string | null | undefined): Promise<Invoice | null> {
  const path = ['input', 'originalId'];
  const wanted = kind !== InvoiceKind.ORIGINAL;
  if (wanted !== (id != null))
    refuse(
      wanted ? 'REQUIRED' : 'CONTRADICTORY',
      `A voucher of kind ${kind} ${wanted ? 'has' : 'has no'} original.`,
      path,
    );
  if (!id) return null;
  const original = await tx.get(Invoice, id, path);
  const valid = original.status === InvoiceStatus.USED || original.status === InvoiceStatus.WRITTEN_OFF;
  if (!valid || original.kind === InvoiceKind.REFUND)
    refuse('CONTRADICTORY', 'The original is void, lost or a refund itself.', path, { status: original.status });
  return original;
}

/** All refunds together do not give back more than the original took; its row is locked, so two at once wait. */
async function checkFollowUp(
  tx: Transaction,
  kind: InvoiceKind,
  original: Invoice,
  content: InvoiceContent,
): Promise<void> {
  const path = ['input', 'lines'];
  if (original.total?.currency !== content.currency)
    refuse('CONTRADICTORY', 'The original is in another currency.', path, {
      currency: original.total?.currency ?? null,
    });
  if (kind !== InvoiceKind.REFUND) return;
  const earlier = await tx.em.find(Invoice, {
    original: original.id,
    kind: InvoiceKind.REFUND,
    status: [InvoiceStatus.USED, InvoiceStatus.WRITTEN_OFF],
  });
  const left = earlier.reduce((sum, { total }) => sum.plus(total!.amount), new Decimal(original.total!.amount));
  if (left.plus(content.total).isNegative())
    refuse('TOO_MUCH', `Only ${left.toFixed()} can be given back.`, path, { left: left.toFixed() });
}

/** The next unused number of the holder, or the given one; the range stays locked, so of two callers each gets another number. */
async function takeNumber(tx: Transaction, series: InvoiceSeries, holderId: string, byHand: number | null | undefined) {
  const ranges = await tx.em.find(
    InvoiceRange,
    {
      series: series.id,
      holder: holderId,
      status: InvoiceRangeStatus.ISSUED,
      ...(byHand == null ? {} : { firstNo: { $lte: byHand }, lastNo: { $gte: byHand } }),
    },
    {
      orderBy: { firstNo: 'asc' },
      lockMode: LockMode.PESSIMISTIC_WRITE,
      refresh: true,
      populate: ['series', 'holder'],
    },
  );
  for (const range of ranges) {
    const from = byHand ?? range.nextNo;
    const used = await tx.em.find(
      Invoice,
      { series: series.id, number: { $gte: from, $lte: byHand ?? range.lastNo } },
      { orderBy: { number: 'asc' }, fields: ['number'] },
    );
    const taken = new Set(used.map(({ number }) => number));
    if (byHand != null && taken.has(byHand)) refuse('USED', 'The number has been used.', ['input', 'number']);
    let number = from;
    while (taken.has(number)) number++;
    if (number > range.lastNo) continue;
    if (byHand == null) range.nextNo = number + 1;
    return { range, number };
  }
  if (byHand != null) refuse('NOT_FOUND', 'The holder does not have this number.', ['input', 'number']);
  return refuse('OUT_OF_STOCK', 'The holder has no unused number of the series.', ['input', 'holderId']);
}

async function invoiceFor(tx: Transaction, id: string): Promise<Invoice> {
  const path = ['input', 'invoiceId'];
  const invoice = await tx.get(Invoice, id, path);
  await tx.em.populate(invoice, ['holder', 'series']);
  await holderFor(tx, tx.idOf(invoice.holder), path);
  return invoice;
}

/** Prints a voucher again: the paper bears the mark of a reprint, and it is logged (RES-46). */
export async function reprintInvoice(context: CallContext, input: InvoiceReprintInput): Promise<Invoice> {
  return context.database.write(context, async (tx) => {
    const invoice = await invoiceFor(tx, input.invoiceId);
    if (invoice.status !== InvoiceStatus.USED)
      refuse('INVALID_TRANSITION', 'Only a valid voucher is printed again.', ['input', 'invoiceId'], {
        status: invoice.status,
      });
    invoice.printCount += 1;
    recordPrint(tx, invoice, input.reason);
    return invoice;
  });
}

/** Voids a voucher: its number is never used again, its charges may be invoiced anew (RES-46). */
export async function voidInvoice(context: CallContext, input: InvoiceVoidInput): Promise<Invoice> {
  return context.database.write(context, async (tx) => {
    const invoice = await invoiceFor(tx, input.invoiceId);
    await endInvoice(tx, invoice, 'void', input.reason);
    return invoice;
  });
}

/** Ends a voucher for good, and frees its charges. One that others belong to is ended after them. */
export async function endInvoice(
  tx: Transaction,
  invoice: Invoice,
  action: 'void' | 'lose',
  reason: string,
): Promise<void> {
  const followUps = await tx.em.count(Invoice, {
    original: invoice.id,
    status: [InvoiceStatus.USED, InvoiceStatus.WRITTEN_OFF],
  });
  if (followUps > 0)
    refuse('IN_USE', 'Valid vouchers belong to it; void them first.', ['input', 'invoiceId'], { followUps });
  await invoiceLifecycle.move(tx, invoice, action, { reason });
  invoice.endReason = reason;
  await tx.em.nativeUpdate(InvoiceLine, { invoice: invoice.id }, { live: false });
}
