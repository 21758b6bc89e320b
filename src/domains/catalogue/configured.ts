import { Instant, Node, SharedFields, Text } from '../../kernel/model/index.js';

/** What both products and offerings say of who configured them. */
@SharedFields()
export abstract class Configured extends Node {
  @Text({
    description: 'Who configured it last, such as a staff number; null for what came with the system (PRD-14).',
    nullable: true,
    max: 100,
    access: 'slow',
  })
  configuredBy?: string | null;

  @Instant({
    description: 'When it was configured last; null for what came with the system (PRD-14).',
    nullable: true,
    access: 'slow',
  })
  configuredAt?: Date | null;
}
