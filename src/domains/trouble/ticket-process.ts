import { LockMode } from '@mikro-orm/postgresql';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type Class, decodeId, nounOf } from '../../kernel/model/index.js';
import { defineTaskRule, endProcess, renewSteps, startProcess } from '../../kernel/process/index.js';
import { ruleNumber } from '../../kernel/rules/index.js';
import { ProcessInstance } from '../workflow/index.js';
import { BillDispute } from './bill-dispute.js';
import { ComplaintTicket } from './complaint-ticket.js';
import { FaultLevel, FaultTicket } from './fault-ticket.js';
import { holdTicket, letTicketGoOn } from './hold-ticket.js';
import { ProblemTicket } from './problem-ticket.js';
import { Suggestion } from './suggestion.js';
import { CLOSE } from './ticket-processes.js';
import { FINISHED_STATUSES, TicketStatus as S } from './ticket-status.js';
import { beginning, needsOf, TICKET_STEPS } from './ticket-steps.js';

/**
 * Brings the process of a ticket to where the ticket is, in the transaction that has changed the ticket: starts it, takes it on,
 * ends it with a cancelled ticket. A ticket that is handled again after its process had ended gets another one. The ticket is locked or new.
 */
export async function followTicket(tx: Transaction, ticket: ProblemTicket): Promise<void> {
  await tx.em.flush();
  const known = ticket.processInstance ?? null;
  const instance = known && (await tx.em.findOneOrFail(ProcessInstance, { id: known.id }));
  if (ticket.status === S.CANCELLED)
    return instance ? endProcess(tx, instance.id, 'The ticket was cancelled.') : undefined;
  const again = ticket.status === S.CLASSIFIED && Boolean(instance?.endedAt);
  // Of a ticket that was finished without a process none is to begin any more: no dispatcher has to name its template.
  if (instance && !instance.template && FINISHED_STATUSES.includes(ticket.status))
    return endProcess(tx, instance.id, 'The ticket was finished before a template was named.');
  if (instance && !again) return renewSteps(tx, instance.id, TICKET_STEPS);
  if (!FINISHED_STATUSES.includes(ticket.status)) await start(tx, ticket);
}

async function start(tx: Transaction, ticket: ProblemTicket): Promise<void> {
  const level = ticket instanceof FaultTicket ? (ticket.level ?? null) : null;
  await tx.em.populate(ticket, ['category', 'customer']);
  const { category, severity, priority, origin, channel } = ticket;
  const started = await beginning(ticket, () =>
    startProcess(tx, {
      ...{ objectType: nounOf(ticket.constructor as Class).name, objectId: tx.idOf(ticket), ownTemplatesOnly: true },
      ...{
        handler: CLOSE,
        fresh: true,
        toDispatcher: true,
        subject: `${ticket.ticketNo} ${category.name}`,
        regionId: ticket.region.id,
      },
      handlingGrade: level && (level === FaultLevel.FIRST ? 'LEVEL_1' : 'LEVEL_2'),
      variables: {
        ...{ category: category.code, severity, priority, origin, channel, level },
        customerLevel: ticket.customerLevel ?? null,
        customerType: ticket.customer?.customerType ?? null,
        massFault: ticket instanceof FaultTicket && ticket.massFault,
        majorEvent: ticket instanceof ComplaintTicket && ticket.majorEvent,
        disputedAmount: ticket instanceof BillDispute ? ruleNumber(ticket.disputedAmount?.amount ?? '0') : null,
      },
    }),
  );
  if (started) ticket.processInstance = started.instance as ProcessInstance;
}

const ticketOf = (tx: Transaction, objectId: string): Promise<ProblemTicket> =>
  tx.em.findOneOrFail(ProblemTicket, { id: decodeId(objectId)!.uuid });

for (const noun of [FaultTicket, ComplaintTicket, Suggestion, BillDispute])
  defineTaskRule(nounOf(noun).name, {
    handler: CLOSE,
    lock: async (tx, objectId) => {
      await tx.em.flush();
      const how = { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as const;
      await tx.em.findOne(ProblemTicket, { id: decodeId(objectId)!.uuid }, how);
    },
    steers: async (tx, { instanceId, objectId }) => {
      const ticket = await tx.em.findOne(ProblemTicket, { id: decodeId(objectId)!.uuid });
      const follows = ticket?.processInstance?.id === instanceId && !FINISHED_STATUSES.includes(ticket.status);
      return follows ? 'The process goes where its ticket goes: work on the ticket, or cancel it.' : null;
    },
    holds: {
      hold: async (tx, objectId) => holdTicket(tx, await ticketOf(tx, objectId)),
      resume: async (tx, objectId) => {
        const ticket = await ticketOf(tx, objectId);
        await letTicketGoOn(tx, ticket);
        await followTicket(tx, ticket);
      },
    },
    needs: async (tx, objectId) => needsOf(await ticketOf(tx, objectId)),
  });
