import { BoolInput, EnumInput, Input, IntInput, TextInput } from '../../kernel/model/index.js';
import { CustomerType, ServiceLevel } from '../customer/index.js';
import { FaultLevel } from './fault-ticket.js';
import { TicketKind, TicketPriority, TicketSeverity } from './ticket-enums.js';

@Input('A rule for deadlines and priorities, whole: what is absent is no condition and no effect (TRB-09, TRB-24).')
export class TicketRuleSaveInput {
  @TextInput({ description: 'Code; a rule with this code is replaced, otherwise one is made.', max: 60 })
  code!: string;

  @EnumInput(() => TicketKind, { description: 'Condition: kind of ticket.', optional: true })
  ticketKind?: TicketKind | null;

  @EnumInput(() => TicketSeverity, { description: 'Condition: severity.', optional: true })
  severity?: TicketSeverity | null;

  @EnumInput(() => ServiceLevel, { description: "Condition: the customer's service level.", optional: true })
  customerLevel?: ServiceLevel | null;

  @EnumInput(() => CustomerType, { description: "Condition: the customer's market group.", optional: true })
  customerType?: CustomerType | null;

  @EnumInput(() => FaultLevel, { description: 'Condition: level of the fault.', optional: true })
  faultLevel?: FaultLevel | null;

  @BoolInput({
    description: 'Condition: true holds for complaints about major events only; false when absent.',
    optional: true,
  })
  majorEventOnly?: boolean | null;

  @IntInput({
    description: 'Effect: minutes from acceptance to the deadline, 1 to 525600. REQUIRED when there is no priority.',
    optional: true,
    min: 1,
    max: 525_600,
  })
  minutes?: number | null;

  @EnumInput(() => TicketPriority, { description: 'Effect: the priority.', optional: true })
  priority?: TicketPriority | null;

  @BoolInput({
    description: 'Whether new tickets follow it; true when absent. Tickets accepted before keep what they have.',
    optional: true,
  })
  active?: boolean | null;
}
