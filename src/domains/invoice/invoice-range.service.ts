import { LockMode } from '@mikro-orm/postgresql';
import { refuseMisuse } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { holderFor } from '../resource/index.js';
import { InvoiceRange, InvoiceRangeStatus } from './invoice-range.js';
import { InvoiceSeries } from './invoice-series.js';
import type {
  InvoiceNumbersInput,
  InvoiceRangeIssueInput,
  InvoiceRangeRecallInput,
  InvoiceSeriesSaveInput,
} from './invoice.input.js';
import { Invoice } from './invoice.js';

const LONGEST = 100_000;
/** Numbers that a refusal names at most. */
const NAMED = 20;

/** Writes a series of vouchers, or changes one (RES-36, RES-45). */
export async function saveSeries(context: CallContext, input: InvoiceSeriesSaveInput): Promise<InvoiceSeries> {
  return context.database.write(context, async (tx) => {
    const present = input.seriesId ? await tx.get(InvoiceSeries, input.seriesId, ['input', 'seriesId']) : null;
    for (const field of ['code', 'form'] as const)
      if (present && present[field] !== input[field])
        refuse('CONTRADICTORY', `The ${field} never changes.`, ['input', field]);
    if (!present && (await tx.em.findOne(InvoiceSeries, { code: input.code })))
      refuse('DUPLICATE', 'Another series has this code.', ['input', 'code']);
    const { code, form } = input;
    const series = tx.add(present ?? Object.assign(new InvoiceSeries(), { code, form }));
    const changes = applyChanges(series, {
      name: input.name,
      collectedFor: input.collectedFor ?? null,
      digits: input.digits ?? 8,
    });
    if (changes.length > 0)
      tx.record({ kind: 'RECORD_CHANGE', type: 'invoiceSeries.changed', subject: series, data: { changes } });
    return series;
  });
}

/** Gives voucher numbers to a holder; the database refuses numbers that somebody has already (RES-24). */
export async function issueRange(context: CallContext, input: InvoiceRangeIssueInput): Promise<InvoiceRange> {
  return context.database.write(context, async (tx) => {
    const { series, holder, firstNo, lastNo } = await numbersOf(tx, input);
    if (String(lastNo).length > series.digits)
      refuse('TOO_LARGE', `Numbers of the series have ${series.digits} digits.`, ['input', 'lastNo']);
    // Two who issue at once wait for one another here; the constraint of the table holds whatever happens.
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`invoice-series ${series.code}`]);
    const taken = await tx.em.findOne(InvoiceRange, {
      series: series.id,
      status: InvoiceRangeStatus.ISSUED,
      firstNo: { $lte: lastNo },
      lastNo: { $gte: firstNo },
    });
    if (taken)
      refuse('OVERLAPS', `Numbers ${taken.firstNo} to ${taken.lastNo} have been issued.`, ['input', 'firstNo'], {
        firstNo: taken.firstNo,
        lastNo: taken.lastNo,
      });
    await refuseUsed(tx, series, firstNo, lastNo);
    const range = newRange(tx, { series, holder, firstNo, lastNo });
    recordRange(tx, 'invoice.range.issued', range);
    return range;
  });
}

function newRange(
  tx: Transaction,
  values: Pick<InvoiceRange, 'series' | 'holder' | 'firstNo' | 'lastNo'> & Partial<InvoiceRange>,
): InvoiceRange {
  const issued = { nextNo: values.firstNo, issuedBy: tx.caller.subject, issuedAt: tx.at };
  const status = InvoiceRangeStatus.ISSUED;
  return tx.add(Object.assign(new InvoiceRange(), { status, ...issued, ...values }));
}

function recordRange(
  tx: Transaction,
  type: 'invoice.range.issued' | 'invoice.range.recalled',
  range: InvoiceRange,
): void {
  const { series, holder, firstNo: first, lastNo: last } = range;
  const data = { series: series.code, holder: holder.code, first, last };
  tx.record({ kind: 'BUSINESS_FACT', type, subject: range, regionId: holder.region.id, data });
}

async function refuseUsed(tx: Transaction, series: InvoiceSeries, firstNo: number, lastNo: number): Promise<void> {
  const used = await tx.em.find(
    Invoice,
    { series: series.id, number: { $gte: firstNo, $lte: lastNo } },
    { orderBy: { number: 'asc' }, limit: NAMED },
  );
  if (used.length > 0)
    refuse('USED', 'Some of the numbers have been used.', ['input', 'firstNo'], {
      numbers: used.map(({ number }) => number),
    });
}

/** Series, holder and numbers that an input names. */
async function numbersOf(tx: Transaction, input: InvoiceNumbersInput) {
  const series = await tx.get(InvoiceSeries, input.seriesId, ['input', 'seriesId'], { lock: false });
  const holder = await holderFor(tx, input.holderId, ['input', 'holderId']);
  const { firstNo, lastNo } = input;
  if (lastNo < firstNo) refuse('CONTRADICTORY', 'The last number comes before the first.', ['input', 'lastNo']);
  if (lastNo - firstNo >= LONGEST) refuse('TOO_LARGE', `At most ${LONGEST} numbers at once.`, ['input', 'lastNo']);
  return { series, holder, firstNo, lastNo };
}

/** The range of a holder in which all the numbers lie, locked; NOT_FOUND when the holder does not have them. */
export async function rangeOf(tx: Transaction, input: InvoiceNumbersInput): Promise<InvoiceRange> {
  const { series, holder, firstNo, lastNo } = await numbersOf(tx, input);
  const range = await tx.em.findOne(
    InvoiceRange,
    {
      series: series.id,
      holder: holder.id,
      status: InvoiceRangeStatus.ISSUED,
      firstNo: { $lte: firstNo },
      lastNo: { $gte: lastNo },
    },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, populate: ['series', 'holder'] },
  );
  if (!range) return refuse('NOT_FOUND', 'The holder does not have these numbers.', ['input', 'firstNo']);
  refuseMisuse(tx.caller, { regionId: range.holder.region.id }, ['input', 'holderId']);
  return range;
}

/** Takes numbers back from a holder. When one of them was used the whole recall is refused, and says which (RES-25). */
export async function recallRange(context: CallContext, input: InvoiceRangeRecallInput): Promise<InvoiceRange> {
  return context.database.write(context, async (tx) => {
    const range = await rangeOf(tx, input);
    const { series, holder, firstNo, lastNo, nextNo, issuedBy, issuedAt } = range;
    await refuseUsed(tx, series, input.firstNo, input.lastNo);
    const recalled = { recalledBy: tx.caller.subject, recalledAt: tx.at, recallReason: input.reason };
    const status = InvoiceRangeStatus.RECALLED;
    const kept = [
      { firstNo, lastNo: input.firstNo - 1 },
      { firstNo: input.lastNo + 1, lastNo },
    ].filter((part) => part.firstNo <= part.lastNo);
    // The row becomes what is kept first, so that what points to it stays with the numbers that it is about.
    const [first, second] = kept;
    if (!first) Object.assign(range, { status, ...recalled });
    else {
      const reaches = (part: { firstNo: number }) => Math.max(nextNo, part.firstNo);
      Object.assign(range, { ...first, nextNo: reaches(first) });
      await tx.em.flush();
      const same = { series, holder, issuedBy, issuedAt };
      if (second) await moveUsed(tx, range, newRange(tx, { ...same, ...second, nextNo: reaches(second) }));
    }
    const back = first
      ? newRange(tx, {
          series,
          holder,
          issuedBy,
          issuedAt,
          firstNo: input.firstNo,
          lastNo: input.lastNo,
          status,
          ...recalled,
        })
      : range;
    recordRange(tx, 'invoice.range.recalled', back);
    return back;
  });
}

/** Vouchers whose number lies in the part that was split off belong to it from now on. */
async function moveUsed(tx: Transaction, from: InvoiceRange, to: InvoiceRange): Promise<void> {
  await tx.em.flush();
  await tx.em.nativeUpdate(
    Invoice,
    { range: from.id, number: { $gte: to.firstNo, $lte: to.lastNo } },
    { range: to.id as never },
  );
}
