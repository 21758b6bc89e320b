import { Index, Property } from '@mikro-orm/decorators/legacy';
import { EnumOf, Instant, Int, JsonValue, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import type { Branch } from '../../kernel/process/index.js';
import { ProcessStepKind } from '../process/index.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTokenStatus } from './workflow.enums.js';

@UniqueTogether(['instance', 'seq'])
@Noun({
  tag: 'wk',
  description:
    'A visit of an instance to a step. Moving on makes a new one, so the visits of an instance are its whole course (WFL-50, TMF701 TaskFlow).',
})
@Index({
  name: 'process_token_live',
  properties: ['instance'],
  where: `"status" in ('ACTIVE', 'JOINING', 'WAITING', 'STUCK', 'COMPENSATING')`,
})
// By which a step is looked for at which work stands: timers, waits and sub-processes have no task that would tell.
@Index({
  name: 'process_token_standing',
  properties: ['step', 'id'],
  where: `"status" in ('ACTIVE', 'JOINING', 'WAITING', 'STUCK', 'COMPENSATING')`,
})
@Index({ name: 'process_token_entered', properties: ['enteredAt'] })
export class ProcessToken extends Node {
  @One(() => ProcessInstance, {
    description: 'The instance.',
    inverse: 'tokens',
    inverseDescription: 'Its visits to steps: where it stands and how it came there.',
  })
  instance!: ProcessInstance;

  @Int({ description: 'Place in the order of visits, from 1.', access: 'slow' })
  seq!: number;

  @Text({
    description: 'Code of the step. An index serves it together with states in which a visit stands there.',
    max: 60,
    access: 'slow',
    grouped: true,
  })
  step!: string;

  @EnumOf(() => ProcessStepKind, { description: 'What happens at it.' })
  kind!: ProcessStepKind;

  @EnumOf(() => ProcessTokenStatus, { description: 'Where the visit stands.', access: 'slow' })
  status!: ProcessTokenStatus;

  @Instant({ description: 'When it came to the step.', access: 'slow' })
  enteredAt!: Date;

  @Instant({ description: 'When it left the step; null before.', nullable: true, access: 'slow' })
  leftAt?: Date | null;

  @Instant({
    description:
      'By when the work should be done or, while it waits for other instances to begin, by when they should have come; null without a limit (WFL-17, WFL-49).',
    nullable: true,
    access: 'slow',
  })
  dueAt?: Date | null;

  @Instant({ description: 'When a timer ends, or a failed step is tried again; null for neither.', nullable: true })
  wakesAt?: Date | null;

  @Instant({
    description:
      'Since when the sub-process for which it waits is held by itself, or a piece of its work is, so that its limit stands still; null when neither is. A held instance holds all its visits, and says so itself (WFL-04, WFL-45).',
    nullable: true,
    access: 'slow',
  })
  heldAt?: Date | null;

  @Int({ description: 'How often the work was tried and failed.', access: 'slow' })
  failures: number = 0;

  @Text({ description: 'What went wrong the last time; null when nothing did.', nullable: true, max: 2000 })
  error?: string | null;

  @JsonValue({ description: 'Values that the step gave; null before.', nullable: true })
  outputs!: Record<string, unknown> | null;

  /** Whether there are open alarms about it. */
  @Property({ type: 'boolean', columnType: 'boolean', hidden: true })
  alarmed: boolean = false;

  /** Keys of the visits that led here. */
  @Property({ type: 'json', columnType: 'jsonb', hidden: true })
  parents!: string[];

  /** Parallel branches that it is in, the innermost last. */
  @Property({ type: 'json', columnType: 'jsonb', hidden: true })
  branches!: Branch[];

  /** Step from which it came. */
  @Property({ type: 'string', columnType: 'varchar(60)', nullable: true, hidden: true })
  via!: string | null;

  /** Place in the order in which work was done. */
  @Property({ type: 'integer', columnType: 'int', nullable: true, hidden: true })
  leftSeq!: number | null;
}
