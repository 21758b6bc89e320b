import { Bool, describeEnum, EnumOf, Instant, Noun, Text } from '../../kernel/model/index.js';
import { ProblemTicket } from './problem-ticket.js';

export enum FaultLevel {
  FIRST = 'FIRST',
  SECOND = 'SECOND',
}

describeEnum(FaultLevel, 'FaultLevel', 'Level of a fault (TRB-69, TRB-70).', {
  FIRST: 'Total loss of service of a customer of the highest level, or a mass fault.',
  SECOND: 'All others.',
});

export enum NoFaultReason {
  ARREARS_SUSPENSION = 'ARREARS_SUSPENSION',
  CUSTOMER_SUSPENSION = 'CUSTOMER_SUSPENSION',
  CUT_OVER = 'CUT_OVER',
  KNOWN_EXPERIENCE = 'KNOWN_EXPERIENCE',
  CUSTOMER_EQUIPMENT = 'CUSTOMER_EQUIPMENT',
  OTHER = 'OTHER',
}

describeEnum(NoFaultReason, 'NoFaultReason', 'Why a reported fault is none of the network (TRB-36).', {
  ARREARS_SUSPENSION: 'The service is suspended for arrears.',
  CUSTOMER_SUSPENSION: 'The service is suspended at the request of the customer.',
  CUT_OVER: 'A cut-over is in progress.',
  KNOWN_EXPERIENCE: 'The knowledge base explains and solves it.',
  CUSTOMER_EQUIPMENT: 'The equipment of the customer causes it.',
  OTHER: 'Another reason, told in the resolution.',
});

@Noun({
  tag: 'tf',
  description:
    'A fault of a product or of the network, reported by a customer or found by the network side (TRB-04, TRB-34, TMF621).',
})
export class FaultTicket extends ProblemTicket {
  @Instant({ description: 'When the fault began.', nullable: true, access: 'btree' })
  faultAt?: Date | null;

  @Text({ description: 'What can be observed (symptom).', nullable: true, max: 500, access: 'slow' })
  symptom?: string | null;

  @EnumOf(() => FaultLevel, { description: 'Level of the fault, which decides its flow.', nullable: true })
  level?: FaultLevel | null;

  @Instant({
    description: 'When the customer is there to co-operate, such as for a visit.',
    nullable: true,
    access: 'slow',
  })
  appointmentAt?: Date | null;

  @Text({
    description: 'Reference of the fault at the network side; the same report is taken in once.',
    nullable: true,
    max: 80,
    access: 'unique',
  })
  ossReference?: string | null;

  @Bool({
    description: 'Whether it affects many customers, whose tickets are its children (TRB-39).',
    nullable: true,
    access: 'slow',
  })
  massFault?: boolean | null;

  @EnumOf(() => NoFaultReason, {
    description: 'Why it is no fault of the network; null when it is one.',
    nullable: true,
  })
  noFaultReason?: NoFaultReason | null;

  @Text({ description: 'Cause that the network side reports (TRB-43).', nullable: true, max: 1000 })
  cause?: string | null;

  @Text({ description: 'Measures that the network side took (TRB-43).', nullable: true, max: 1000 })
  measures?: string | null;

  @Bool({
    description: 'Whether the network side reports it repaired; null before its receipt (TRB-43).',
    nullable: true,
    access: 'slow',
  })
  repaired?: boolean | null;

  @Instant({ description: 'When it was repaired.', nullable: true, access: 'slow' })
  repairedAt?: Date | null;
}
