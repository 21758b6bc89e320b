import { Bool, EnumOf, Int, Node, Noun, Text } from '../../kernel/model/index.js';
import { CustomerType, ServiceLevel } from '../customer/index.js';
import { FaultLevel } from './fault-ticket.js';
import { TicketKind, TicketPriority, TicketSeverity } from './ticket-enums.js';

@Noun({
  tag: 'tl',
  description:
    'A rule that gives tickets their deadline, their priority or both (TRB-09, TRB-24, TRB-35). It holds for tickets that meet all its conditions; of all rules that hold, the shortest deadline and the highest priority count.',
})
export class TicketRule extends Node {
  @Text({ description: 'Code of the rule, such as `FAULT_CRITICAL`.', max: 60, access: 'unique' })
  code!: string;

  @EnumOf(() => TicketKind, { description: 'Condition: kind of ticket; null for all.', nullable: true })
  ticketKind?: TicketKind | null;

  @EnumOf(() => TicketSeverity, { description: 'Condition: severity; null for all.', nullable: true })
  severity?: TicketSeverity | null;

  @EnumOf(() => ServiceLevel, { description: "Condition: the customer's service level; null for all.", nullable: true })
  customerLevel?: ServiceLevel | null;

  @EnumOf(() => CustomerType, { description: "Condition: the customer's market group; null for all.", nullable: true })
  customerType?: CustomerType | null;

  @EnumOf(() => FaultLevel, { description: 'Condition: level of the fault; null for all.', nullable: true })
  faultLevel?: FaultLevel | null;

  @Bool({ description: 'Condition: true holds for complaints about major events only.', access: 'slow' })
  majorEventOnly!: boolean;

  @Int({
    description: 'Effect: minutes from acceptance to the deadline, around the clock; null for none.',
    nullable: true,
    access: 'slow',
  })
  minutes?: number | null;

  @EnumOf(() => TicketPriority, { description: 'Effect: the priority; null for none.', nullable: true })
  priority?: TicketPriority | null;

  @Bool({ description: 'Whether new tickets follow it.', access: 'slow' })
  active!: boolean;
}
