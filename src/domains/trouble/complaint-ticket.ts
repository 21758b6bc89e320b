import { Bool, Instant, Noun, One, Text } from '../../kernel/model/index.js';
import { InternalOrganization } from '../party/index.js';
import { ProblemTicket } from './problem-ticket.js';

@Noun({ tag: 'tq', description: 'A complaint about the operator or one of its partners (TRB-02, TMF621).' })
export class ComplaintTicket extends ProblemTicket {
  @Instant({ description: 'When the customer complained.', nullable: true, access: 'slow' })
  complainedAt?: Date | null;

  @Bool({
    description: 'Whether it is a major event, which has its own deadline (TRB-24).',
    nullable: true,
    access: 'slow',
  })
  majorEvent?: boolean | null;

  @Bool({
    description:
      'Whether the customer agrees to the plan of the main department; null before they were asked (TRB-23).',
    nullable: true,
    access: 'slow',
  })
  planConsent?: boolean | null;

  @Text({
    description: 'Where the complaint comes from, when the group or another province sent it (TRB-20).',
    nullable: true,
    max: 100,
  })
  sourcePlace?: string | null;

  @Text({
    description: 'Where it was sent, when the group or another province handles it (TRB-19).',
    nullable: true,
    max: 100,
  })
  receivingPlace?: string | null;

  @One(() => InternalOrganization, {
    description: 'The department that was found mainly responsible for the cause (TRB-30).',
    nullable: true,
    inverse: 'responsibleComplaints',
    inverseDescription: 'Complaints that the department was found mainly responsible for.',
  })
  responsibleOrganization?: InternalOrganization | null;
}
