import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Instant, Node, Noun, One, Text, UniqueTogether } from '../../kernel/model/index.js';
import { ProcessTemplate } from '../process/index.js';
import { ProcessInstance } from './process-instance.js';

@UniqueTogether(['after', 'template'])
@Noun({
  tag: 'xg',
  root: false,
  description:
    'That an instance which has completed has started one of a template that starts after its own, or could not (WFL-22, WFL-49).',
})
export class ProcessSuccession extends Node {
  @One(() => ProcessInstance, {
    description: 'The instance that has completed.',
    inverse: 'successions',
    inverseDescription: 'What its completion has started, or could not (WFL-22).',
  })
  after!: ProcessInstance;

  @One(() => ProcessTemplate, {
    description: 'The template that starts after that of the instance.',
    inverse: 'successions',
    inverseDescription: 'When instances of it were started after others had completed, or could not be (WFL-22).',
  })
  template!: ProcessTemplate;

  @One(() => ProcessInstance, {
    description:
      'What it has started; one that ran for the object already is not started again. Null when it could not start, and for callers who may not see it.',
    nullable: true,
    hideable: true,
    inverse: 'startedAfter',
    inverseDescription: 'The completions after which it was started, or found running already (WFL-22).',
  })
  instance?: ProcessInstance | null;

  @Instant({ description: 'When.', access: 'slow' })
  startedAt!: Date;

  @Text({ description: 'Why nothing could be started; null when something could.', nullable: true, max: 500 })
  error?: string | null;
}

/** One row: the place of the last event up to which completed instances were looked at. */
@Entity({ tableName: 'process_succession_place' })
export class ProcessSuccessionPlace {
  @PrimaryKey({ type: 'smallint', autoincrement: false })
  id!: number;

  @Property({ type: 'bigint' })
  position!: bigint;
}
