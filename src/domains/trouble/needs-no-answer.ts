import { type ProblemTicket, ReplyMode } from './problem-ticket.js';
import { TicketOrigin } from './ticket-enums.js';

/** Whether nobody waits to be told the outcome. */
export const needsNoAnswer = ({ origin, replyMode }: ProblemTicket): boolean =>
  origin === TicketOrigin.INTERNAL_OSS || replyMode === ReplyMode.NONE;
