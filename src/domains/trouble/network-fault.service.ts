import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { Region } from '../region/index.js';
import { FaultLevel, FaultTicket } from './fault-ticket.js';
import { faultLifecycle } from './fault.lifecycle.js';
import { pastMoment } from './moments.js';
import { beginFields, prioritise } from './ticket-acceptance.js';
import { categoryFor } from './ticket-category.service.js';
import { FINISHED_STATUSES, TicketStatus } from './ticket-status.js';
import type { MassFaultLinkInput } from './fault.inputs.js';
import { TicketChannel, TicketKind, TicketOrigin, TicketSeverity } from './ticket-enums.js';
import type { NetworkFaultReportInput } from './ticket-report.inputs.js';
import { followTicket } from './ticket-process.js';
import { ticketNumber } from './ticket-report.service.js';

/** Takes a fault in that the network side found: it enters at the monitoring stage and needs no answer to a customer (TRB-34). */
export async function reportNetworkFault(context: CallContext, input: NetworkFaultReportInput): Promise<FaultTicket> {
  const ticketNo = await ticketNumber(context, TicketKind.FAULT);
  return context.database.write(context, async (tx) => {
    // Repeated reports of one fault wait for each other here; without a row there is nothing else to lock.
    await tx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 8))', [input.ossReference]);
    const known = await tx.em.findOne(FaultTicket, { ossReference: input.ossReference });
    if (known)
      return (
        (await tx.find(FaultTicket, known.id)) ??
        refuse('DUPLICATE', 'The reference belongs to another fault.', ['input', 'ossReference'])
      );
    const ticket = new FaultTicket();
    beginFields(tx, ticket, ticketNo);
    ticket.customer = null;
    ticket.region = await tx.get(Region, input.regionId, ['input', 'regionId'], { lock: false });
    requireOwnRegion(tx, ticket.region);
    ticket.category = await categoryFor(tx, TicketKind.FAULT, input.categoryCode);
    ticket.severity = input.severity ?? TicketSeverity.MAJOR;
    ticket.origin = TicketOrigin.INTERNAL_OSS;
    ticket.channel = TicketChannel.SYSTEM;
    ticket.content = input.content;
    ticket.symptom = input.symptom ?? null;
    ticket.faultAt = pastMoment(input.faultAt, tx.at, 'faultAt');
    ticket.ossReference = input.ossReference;
    ticket.massFault = input.massFault ?? false;
    ticket.level = ticket.massFault ? FaultLevel.FIRST : FaultLevel.SECOND;
    await prioritise(tx, ticket, TicketKind.FAULT, null, false, ticket.level);
    tx.add(ticket);
    faultLifecycle.begin(tx, ticket, {
      data: { ticketNo, priority: ticket.priority, ossReference: input.ossReference },
    });
    await faultLifecycle.move(tx, ticket, 'monitor');
    await followTicket(tx, ticket);
    return ticket;
  });
}

/** Regions are public, working in them is not. */
function requireOwnRegion(tx: Transaction, region: Region): void {
  const { kind, regionIds } = tx.caller;
  if (kind === 'STAFF' && !regionIds.includes(region.id))
    refuse('NOT_FOUND', 'There is no Region with this id among yours.', ['input', 'regionId']);
}

/** Makes reported faults part of a mass fault, whose repair they then follow (TRB-39). */
export function linkMassFault(context: CallContext, input: MassFaultLinkInput): Promise<FaultTicket> {
  if (input.ticketIds.length === 0) refuse('TOO_FEW', 'At least 1 needed.', ['input', 'ticketIds'], { min: 1 });
  return context.database.write(context, async (tx) => {
    const massFault = await tx.get(FaultTicket, input.massFaultId, ['input', 'massFaultId']);
    if (!massFault.massFault) refuse('NOT_A_MASS_FAULT', 'The ticket is not a mass fault.', ['input', 'massFaultId']);
    if (pastRepair(massFault))
      refuse('INVALID_STATE', `The mass fault is ${massFault.status} already.`, ['input', 'massFaultId'], {
        state: massFault.status,
      });
    // Sorted, so that two operations on overlapping lists lock in the same order.
    for (const [id, index] of input.ticketIds
      .map((each, at) => [each, at] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1))) {
      const path = ['input', 'ticketIds', index];
      const ticket = await tx.get(FaultTicket, id, path);
      if (ticket.id === massFault.id || ticket.massFault)
        refuse('CONTRADICTION', 'A mass fault cannot be part of another.', path);
      if (ticket.parent && ticket.parent.id !== massFault.id)
        refuse('LINKED_ALREADY', 'The ticket is part of another mass fault.', path);
      if (pastRepair(ticket))
        refuse('INVALID_STATE', `The ticket is ${ticket.status} already.`, path, { state: ticket.status });
      if (ticket.parent) continue;
      ticket.parent = massFault;
      tx.record({
        kind: 'BUSINESS_FACT',
        type: 'fault.mass-fault.linked',
        subject: ticket,
        customerId: ticket.customer?.id,
        regionId: ticket.region.id,
        data: { parentId: tx.idOf(massFault), parentNo: massFault.ticketNo },
      });
    }
    return massFault;
  });
}

function pastRepair(ticket: FaultTicket): boolean {
  return [TicketStatus.REPAIRED, TicketStatus.RESOLVED, TicketStatus.ANSWERING, ...FINISHED_STATUSES].includes(
    ticket.status,
  );
}
