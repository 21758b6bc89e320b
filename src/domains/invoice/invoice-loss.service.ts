import { LockMode } from '@mikro-orm/postgresql';
import { actingUnder, refuseMisuse, requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { type ApprovalRequest, askApproval, decideApproval, onVerdict } from '../../kernel/process/index.js';
import { holderFor } from '../resource/index.js';
import { requireFew, within } from './invoice-check.service.js';
import { InvoiceLoss, InvoiceLossKind, InvoiceLossStatus } from './invoice-loss.js';
import { endInvoice, newInvoice } from './invoice-print.service.js';
import { rangeOf } from './invoice-range.service.js';
import { InvoiceRange } from './invoice-range.js';
import type { InvoiceLossDecideInput, InvoiceLossReportInput } from './invoice.input.js';
import { invoiceLifecycle, lossLifecycle } from './invoice.lifecycle.js';
import { Invoice, InvoiceStatus } from './invoice.js';

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
    await askApproval(tx, lossApproval(loss));
    return loss;
  });
}

/**
 * Confirms a report, so that its numbers can never be used any more, or rejects it, at the step at which its approval stands (RES-28).
 */
export async function decideLoss(context: CallContext, input: InvoiceLossDecideInput): Promise<InvoiceLoss> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'lossId'];
    const seen = await tx.get(InvoiceLoss, input.lossId, path, { lock: false });
    const range = await lockRange(tx, seen);
    await holderFor(tx, tx.idOf(range.holder), path);
    const loss = await tx.get(InvoiceLoss, input.lossId, path);
    if (loss.reportedBy === tx.caller.subject) refuse('FOUR_EYES', 'Somebody else decides on this report.', path);
    if (loss.status !== InvoiceLossStatus.REPORTED)
      await lossLifecycle.move(tx, loss, input.confirm ? 'confirm' : 'reject');
    const remark = input.remark ?? (input.confirm ? null : 'Not confirmed.');
    await decideApproval(tx, { ...lossApproval(loss), approved: input.confirm, remark, path });
    return loss;
  });
}

/** The range of a report, locked before the report itself, as when something is printed from it. */
async function lockRange(tx: Transaction, { range: { id } }: InvoiceLoss): Promise<InvoiceRange> {
  await tx.em.flush();
  const how = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
  const range = await tx.em.findOneOrFail(InvoiceRange, { id }, how);
  await tx.em.populate(range, ['holder', 'series']);
  return range;
}

/** Kind of approval of a report that numbers were lost or spoiled (RES-28). */
const INVOICE_LOSS = 'INVOICE_LOSS';

/** What is asked about a report with its range at hand, in the name of who reported it. */
const lossApproval = (loss: InvoiceLoss): ApprovalRequest => {
  const { range, firstNo, lastNo, kind, reason, reportedBy } = loss;
  return {
    ...{ kind: INVOICE_LOSS, subject: loss, title: `${range.series.code} ${firstNo}-${lastNo}`, reason },
    ...{ askedBy: reportedBy, regionId: range.holder.region.id },
    variables: { loss: kind, numbers: lastNo - firstNo + 1 },
  };
};

onVerdict<InvoiceLoss>(INVOICE_LOSS, {
  subject: InvoiceLoss,
  lock: async (tx, id) => void (await lockRange(tx, await tx.em.findOneOrFail(InvoiceLoss, { id }))),
  admit: async (tx, { range }, path) => {
    requirePermission(tx.caller, 'invoiceLossDecide');
    await tx.em.populate(range, ['holder']);
    refuseMisuse(actingUnder(tx.caller, 'invoiceLossDecide'), { regionId: range.holder.region.id }, path);
  },
  decided: async (tx, { subject: loss, result, remark, decidedBy, approvalNo }) => {
    if (loss.status !== InvoiceLossStatus.REPORTED) return;
    const range = await lockRange(tx, loss);
    const action = ({ APPROVED: 'confirm', REJECTED: 'reject', WITHDRAWN: 'withdraw' } as const)[result];
    await lossLifecycle.move(tx, loss, action, { reason: remark, data: { approvalNo } });
    if (result !== 'WITHDRAWN') Object.assign(loss, { decidedBy, decidedAt: tx.at });
    if (result === 'APPROVED') await endNumbers(tx, range, loss);
  },
});

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
