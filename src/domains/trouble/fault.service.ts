import { LockMode } from '@mikro-orm/postgresql';
import type { CallContext } from '../../kernel/database/context.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { ProductInstance, ProductInstanceStatus, SuspendReason } from '../inventory/index.js';
import { mainUnderWay, returnMain } from './dispatch.js';
import { FaultTicket, NoFaultReason } from './fault-ticket.js';
import type { FaultConfirmInput, FaultProgressInput, FaultRepairedInput } from './fault.inputs.js';
import { faultLifecycle } from './fault.lifecycle.js';
import { pastMoment } from './moments.js';
import { markResolved } from './ticket-outcome.js';
import { followTicket } from './ticket-process.js';
import { TicketStatus } from './ticket-status.js';

const TICKET = ['input', 'ticketId'];

/** Begins to check a fault; one that is none of the network is resolved at once, without dispatch (TRB-36). */
export function confirmFault(context: CallContext, input: FaultConfirmInput): Promise<FaultTicket> {
  if (input.noFaultReason === NoFaultReason.OTHER && !input.resolution)
    refuse('REQUIRED', 'Another reason must be told in the resolution.', ['input', 'resolution']);
  return context.database.write(context, async (tx) => {
    const ticket = await tx.get(FaultTicket, input.ticketId, TICKET);
    const decided = ticket.status === TicketStatus.CONFIRMING && input.noFaultReason;
    if (!decided) await faultLifecycle.move(tx, ticket, 'confirm');
    const reason = input.noFaultReason ?? (await suspensionOf(tx, ticket));
    if (!reason) return follow(tx, ticket);
    const resolution = input.resolution ?? EXPLANATION[reason];
    await faultLifecycle.move(tx, ticket, 'noFault', { reason: resolution, data: { noFaultReason: reason } });
    ticket.noFaultReason = reason;
    markResolved(tx, ticket, resolution);
    return follow(tx, ticket);
  });
}

async function follow(tx: Transaction, ticket: FaultTicket): Promise<FaultTicket> {
  await followTicket(tx, ticket);
  return ticket;
}

const EXPLANATION: Record<NoFaultReason, string> = {
  [NoFaultReason.ARREARS_SUSPENSION]: 'The service is suspended for arrears.',
  [NoFaultReason.CUSTOMER_SUSPENSION]: "The service is suspended at the customer's request.",
  [NoFaultReason.CUT_OVER]: 'A cut-over is in progress.',
  [NoFaultReason.KNOWN_EXPERIENCE]: 'Solved with a known answer.',
  [NoFaultReason.CUSTOMER_EQUIPMENT]: "The customer's own equipment causes it.",
  [NoFaultReason.OTHER]: 'No fault of the network.',
};

async function suspensionOf(tx: Transaction, ticket: FaultTicket): Promise<NoFaultReason | undefined> {
  if (!ticket.productInstance) return undefined;
  const instance = await tx.em.findOneOrFail(ProductInstance, { id: ticket.productInstance.id });
  if (instance.status !== ProductInstanceStatus.SUSPENDED) return undefined;
  if (instance.suspendReason === SuspendReason.ARREARS) return NoFaultReason.ARREARS_SUSPENSION;
  return instance.suspendReason === SuspendReason.CUSTOMER_REQUEST ? NoFaultReason.CUSTOMER_SUSPENSION : undefined;
}

/** Notes that the network side took the fault on, or what it reports since (TRB-38). */
export function progressFault(context: CallContext, input: FaultProgressInput): Promise<FaultTicket> {
  return context.database.write(context, async (tx) => {
    const ticket = await tx.get(FaultTicket, input.ticketId, TICKET);
    await faultLifecycle.move(tx, ticket, 'progress', { reason: input.note ?? null });
    if (input.ossReference) {
      const other = await tx.em.count(FaultTicket, { ossReference: input.ossReference, id: { $ne: ticket.id } });
      if (other > 0) refuse('DUPLICATE', 'Another fault has this reference.', ['input', 'ossReference']);
      ticket.ossReference = input.ossReference;
    }
    await mainUnderWay(tx, ticket, input.note ?? null);
    return follow(tx, ticket);
  });
}

/** Takes the receipt of the network side; the parts of a mass fault follow its repair (TRB-39, TRB-43). */
export function repairFault(context: CallContext, input: FaultRepairedInput): Promise<FaultTicket> {
  return context.database.write(context, async (tx) => {
    const ticket = await tx.get(FaultTicket, input.ticketId, TICKET);
    const repaired = input.repaired ?? true;
    const repairedAt = pastMoment(input.repairedAt, tx.at, 'repairedAt') ?? tx.at;
    if (ticket.faultAt && repairedAt < ticket.faultAt)
      refuse('OUT_OF_ORDER', 'It cannot have been repaired before it began.', ['input', 'repairedAt']);
    const receipt = [input.cause, input.measures].filter(Boolean).join(' / ') || null;
    await faultLifecycle.move(tx, ticket, repaired ? 'repair' : 'notRepaired', {
      reason: receipt,
      data: { repaired, cause: input.cause ?? null, measures: input.measures ?? null },
    });
    noteReceipt(ticket, input, repaired, repairedAt);
    await returnMain(tx, ticket, receipt);
    await followTicket(tx, ticket);
    if (repaired && ticket.massFault) await repairParts(tx, ticket, input, repairedAt);
    return ticket;
  });
}

function noteReceipt(ticket: FaultTicket, input: FaultRepairedInput, repaired: boolean, repairedAt: Date): void {
  ticket.repaired = repaired;
  ticket.repairedAt = repaired ? repairedAt : null;
  ticket.cause = input.cause ?? ticket.cause ?? null;
  ticket.measures = input.measures ?? ticket.measures ?? null;
}

async function repairParts(
  tx: Transaction,
  massFault: FaultTicket,
  input: FaultRepairedInput,
  repairedAt: Date,
): Promise<void> {
  // Parts in regions of other staff follow too: the mass fault decides, not who reports its repair. Locked in the order of their keys.
  const parts = await tx.em.find(
    FaultTicket,
    { parent: massFault },
    { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  for (const part of parts) {
    if (!faultLifecycle.actionsFrom(part.status).includes('followMassFault')) continue;
    await faultLifecycle.move(tx, part, 'followMassFault', {
      data: { parentId: tx.idOf(massFault), parentNo: massFault.ticketNo },
    });
    noteReceipt(part, input, true, repairedAt);
    await returnMain(tx, part, null);
    await followTicket(tx, part);
  }
}
