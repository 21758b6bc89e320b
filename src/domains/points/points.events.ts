import {
  type DataOf,
  defineEventTypes,
  fact,
  fieldChanges,
  recordChange,
  text,
  whole,
} from '../../kernel/events/event-type.js';

const moved = {
  scheme: text('Code of the scheme.'),
  entryNo: text('Number of the entry.'),
  points: whole('Points; negative when they went.'),
  balance: whole('Balance afterwards.'),
};

/** Business events of the domain, with their data. */
export const pointsEvents = defineEventTypes({
  'points.scheme.saved': recordChange('PointsScheme', 'A scheme of points was made or changed (PTS-25).', {
    code: text('Its code.'),
    changes: fieldChanges(),
    approvalNo: text(
      'Number of the approval that allowed it; absent for a new scheme, which gives no points yet.',
    ).nullish(),
    proposedBy: text('Who proposed it, when somebody else approved it.').nullish(),
  }),
  'points.earned': fact('PointsEntry', 'A customer earned points (PTS-08).', moved),
  'points.redeemed': fact('PointsEntry', 'A customer redeemed points (PTS-13).', moved),
  'points.adjusted': fact('PointsEntry', 'Points of a customer were corrected (PTS-29).', moved),
  'points.expired': fact('PointsEntry', 'Points of a customer ended unused (PTS-25).', moved),
  'points.transferred': fact(
    'PointsEntry',
    'Points of a customer went to another, or back, because the two were one (CUS-80).',
    moved,
  ),
  'points.reversed': fact('PointsEntry', 'An entry of points was undone (PTS-11).', moved),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof pointsEvents> {}
}
