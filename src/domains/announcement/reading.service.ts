import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { activeEmployee, callingEmployee } from '../organisation/index.js';
import { AnnouncementReceipt, ReceiptStatus } from './announcement-receipt.js';
import { Announcement } from './announcement.js';
import type { AnnouncementForwardInput } from './announcement.inputs.js';
import { inAudience } from './delivery.js';

const PATH = ['input', 'announcementId'];

/** Keeps that a reader read it as it is now, and when they first did (OPS-35). */
export function read(context: CallContext, id: string): Promise<AnnouncementReceipt> {
  return context.database.write(context, async (tx) => {
    const { receipt } = await held(tx, id);
    if (receipt.status !== ReceiptStatus.UNREAD) return receipt;
    receipt.status = ReceiptStatus.READ;
    receipt.readAt ??= tx.at;
    tx.record({ kind: 'RECORD_CHANGE', type: 'announcement.read', subject: receipt });
    return receipt;
  });
}

/** Removes it from the reader's own list (OPS-35). */
export function remove(context: CallContext, id: string): Promise<AnnouncementReceipt> {
  return context.database.write(context, async (tx) => {
    const { receipt } = await held(tx, id);
    receipt.status = ReceiptStatus.DELETED;
    receipt.holder = null;
    tx.record({ kind: 'RECORD_CHANGE', type: 'announcement.removed', subject: receipt });
    return receipt;
  });
}

/** Forwards it: always to its audience, beyond that when its author allows it (OPS-35, OPS-36). */
export function forward(context: CallContext, input: AnnouncementForwardInput): Promise<AnnouncementReceipt> {
  return context.database.write(context, async (tx) => {
    const { announcement, receipt } = await held(tx, input.announcementId);
    const forwardedBy = await callingEmployee(tx);
    const to: string[] = [];
    for (const [index, id] of input.employeeIds.entries()) {
      const path = ['input', 'employeeIds', index];
      const employee = await activeEmployee(tx, id, path);
      if (!announcement.forwardable && !(await inAudience(tx, announcement.id, employee.id)))
        refuse('NOT_FORWARDABLE', 'They are not in its audience.', path);
      const known = await tx.em.findOne(AnnouncementReceipt, { announcement: announcement.id, employee: employee.id });
      if (known?.holder) continue;
      const other = known ?? tx.add(Object.assign(new AnnouncementReceipt(), { announcement, employee, readAt: null }));
      Object.assign(other, { holder: employee, status: ReceiptStatus.UNREAD, forwardedBy });
      to.push(employee.employeeNo);
    }
    await tx.em.populate(announcement, ['category'] as never);
    const data = { category: announcement.category.code, to };
    tx.record({ kind: 'BUSINESS_FACT', type: 'announcement.forwarded', subject: announcement, data });
    return receipt;
  });
}

/** The announcement in the caller's own list, held against others who forward or take it back at the same time. */
async function held(
  tx: Transaction,
  id: string,
): Promise<{ announcement: Announcement; receipt: AnnouncementReceipt }> {
  const announcement = await tx.get(Announcement, id, PATH);
  const holder = tx.caller.employeeId;
  const receipt = holder ? await tx.em.findOne(AnnouncementReceipt, { announcement: announcement.id, holder }) : null;
  return { announcement, receipt: receipt ?? refuse('NOT_A_READER', 'It is not in your list.', PATH) };
}
