import { Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ShiftPlan } from './shift-plan.js';

@Noun({ tag: 'hd', description: 'What happened on duty and how it ended (值班情况, OPS-29).' })
export class DutyRecord extends Node {
  @One(() => ShiftPlan, {
    description: 'The shift.',
    inverse: 'dutyRecords',
    inverseDescription: 'What happened on duty.',
  })
  shift!: ShiftPlan;

  @Instant({ description: 'When it was.', access: 'btree' })
  at!: Date;

  @Text({ description: 'Where.' })
  place!: string;

  @Text({ description: 'What was done.', max: 2000 })
  content!: string;

  @Text({ description: 'How far it was completed; null while that is open.', nullable: true, max: 1000 })
  completion?: string | null;
}
