import { EnumOf, Instant, Int, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { EscalationReason } from './ticket-enums.js';
import { ProblemTicket } from './problem-ticket.js';

@Noun({ tag: 'te', root: false, description: 'A ticket being raised to a higher level (TRB-26, TRB-42).' })
export class TicketEscalation extends Node {
  @One(() => ProblemTicket, {
    description: 'The ticket.',
    inverse: 'escalations',
    inverseDescription: 'How the ticket was raised to higher levels, each once.',
  })
  ticket!: ProblemTicket;

  @EnumOf(() => EscalationReason, { description: 'Why it was raised.' })
  reason!: EscalationReason;

  @Text({ description: 'Explanation of the one who raised it.', nullable: true, max: 500 })
  note?: string | null;

  @Int({ description: 'Level before, 0 for the level of acceptance.' })
  fromLevel!: number;

  @Int({ description: 'Level after.' })
  toLevel!: number;

  @Instant({ description: 'When it was raised.', access: 'slow' })
  escalatedAt!: Date;

  @Text({ description: 'Who raised it, such as a staff number.', max: 100 })
  escalatedBy!: string;
}
