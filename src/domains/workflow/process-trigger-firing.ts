import { Index, Property } from '@mikro-orm/decorators/legacy';
import { Instant, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { ProcessInstance } from './process-instance.js';
import { ProcessTrigger } from './process-trigger.js';

@UniqueTogether(['trigger', 'occasion'])
@Index({
  name: 'process_trigger_firing_counted',
  properties: ['trigger', 'countedFor', 'position'],
  where: '"counted_for" is not null',
})
@Noun({
  tag: 'xw',
  root: false,
  description: 'That a trigger has started a process, or could not (WFL-34).',
})
export class ProcessTriggerFiring extends Node {
  @One(() => ProcessTrigger, {
    description: 'The trigger.',
    inverse: 'firings',
    inverseDescription: 'When it has started something, or could not.',
  })
  trigger!: ProcessTrigger;

  @One(() => ProcessInstance, {
    description:
      'The process; one that ran for the object already is not started again. Null when it could not start, and for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'firings',
    inverseDescription: 'The trigger that has started it (WFL-34).',
  })
  instance?: ProcessInstance | null;

  @Instant({ description: 'When.', access: 'slow' })
  firedAt!: Date;

  @Text({ description: 'Why no process could be started; null when one could.', nullable: true, max: 500 })
  error?: string | null;

  /** The event, or the moment, for which it has: there is one firing for each. */
  @Property({ type: 'string', columnType: 'varchar(60)', hidden: true })
  occasion!: string;

  /** What the events that were counted had in common; null for others. */
  @Property({ type: 'uuid', columnType: 'uuid', nullable: true, hidden: true })
  countedFor?: string | null;

  /** Place of the event; events up to it do not count again. */
  @Property({ type: 'bigint', hidden: true })
  position!: bigint;
}
