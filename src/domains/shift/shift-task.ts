import { Bool, Instant, Node, Noun, One, Text } from '../../kernel/model/index.js';
import { ShiftPlan } from './shift-plan.js';

@Noun({ tag: 'ht', description: 'What is to be done in a shift, and how far it was (本班次任务, OPS-30).' })
export class ShiftTask extends Node {
  @One(() => ShiftPlan, {
    description: 'The shift.',
    inverse: 'tasks',
    inverseDescription: 'What is to be done in it.',
  })
  shift!: ShiftPlan;

  @Text({ description: 'What is to be done.', max: 500 })
  planned!: string;

  @Bool({ description: 'Whether it is done.', access: 'slow' })
  done: boolean = false;

  @Text({ description: 'What came of it, by the one on duty; null before.', nullable: true, max: 1000 })
  completion?: string | null;

  @Instant({ description: 'When that was filled in; null before.', nullable: true, access: 'slow' })
  filledAt?: Date | null;
}
