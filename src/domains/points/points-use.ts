import { Trigger } from '@mikro-orm/decorators/legacy';
import { Int, Node, Noun, One } from '../../kernel/model/index.js';
import { PointsEntry } from './points-entry.js';

const GUARD = `raise exception 'uses of points are never changed or removed' using errcode = 'insufficient_privilege';`;

@Trigger({ name: 'points_use_guard', timing: 'before', events: ['update', 'delete'], body: GUARD } as never)
@Noun({
  tag: 'pz',
  root: false,
  description:
    'From which points of an account an entry took how many, or gave them back; never changed or removed (PTS-11).',
})
export class PointsUse extends Node {
  @One(() => PointsEntry, {
    description: 'The entry that took them.',
    inverse: 'takes',
    inverseDescription: 'From which points it took how many.',
  })
  entry!: PointsEntry;

  @One(() => PointsEntry, {
    description: 'The entry whose points they were.',
    inverse: 'uses',
    inverseDescription: 'What its points were used for.',
  })
  lot!: PointsEntry;

  @Int({ description: 'How many; negative when they were given back.', access: 'slow' })
  points!: number;
}
