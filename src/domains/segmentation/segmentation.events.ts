import {
  defineEventTypes,
  fact,
  fieldChanges,
  flag,
  moment,
  oneOf,
  recordChange,
  stateChange,
  text,
  whole,
  type DataOf,
} from '../../kernel/events/event-type.js';
import { ServiceLevel } from '../customer/index.js';

/** Business events of the domain besides those of its life cycles, with their data. */
export const segmentationEvents = defineEventTypes({
  'customer.segment.changed': fact('Customer', 'A customer came into another segment of a dimension.', {
    dimension: text('Code of the dimension.'),
    from: text('Code of the segment before.').nullable(),
    to: text('Code of the segment after.').nullable(),
    auto: flag('Whether a rule did it.'),
  }),
  'level-rule.saved': recordChange('LevelRule', 'A rule of levels was made or changed.', {
    code: text('Its code.'),
    changes: fieldChanges(),
  }),
  'customer.level.changed': fact('Customer', 'A customer came to another service level.', {
    from: oneOf(ServiceLevel, 'Level before.'),
    to: oneOf(ServiceLevel, 'Level after.'),
    auto: flag('Whether a rule did it.'),
    heldUntil: moment('Until when rules leave it.').nullable(),
    approvalNo: text('Number of the approval; absent when none was needed.').nullish(),
    proposedBy: text('Who proposed it, when somebody else approved it.').nullish(),
  }),
  'segment-dimension.refreshed': fact(
    'SegmentDimension',
    'The members of the segments of a dimension were worked out anew.',
    {
      code: text('Code of the dimension.'),
    },
  ),
  'customer.manager.changed': fact('Customer', 'A customer got another account manager.', {
    from: text('Staff number before.').nullable(),
    to: text('Staff number after.'),
    auto: flag('Whether a rule did it.'),
  }),
  'segment-dimension.saved': recordChange('SegmentDimension', 'A dimension of segments was made or changed.', {
    code: text('Its code.'),
    changes: fieldChanges(),
  }),
  'customer-segment.saved': recordChange('CustomerSegment', 'A segment was made or changed.', {
    code: text('Its code.'),
    changes: fieldChanges(),
  }),
  'customer-segment.status.changed': stateChange('CustomerSegment', 'A segment was retired or merged into another.', {
    code: text('Its code.'),
    mergedInto: text('Code of the segment that took its members.').nullable(),
    members: whole('How many members it had.'),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof segmentationEvents> {}
}
