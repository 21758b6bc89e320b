import {
  decimal,
  defineEventTypes,
  fact,
  fieldChanges,
  oneOf,
  opaqueId,
  recordChange,
  text,
  type DataOf,
} from '../../kernel/events/event-type.js';
import { RatingKind, RatingLevel, RatingSource } from './rating-enums.js';

/** Events about satisfaction and loyalty, with their data. */
export const ratingEvents = defineEventTypes({
  'customer-rating.changed': fact('CustomerRating', 'A customer was rated for satisfaction or loyalty (MOD-90).', {
    customerId: opaqueId('The customer.'),
    customerCode: text('Code of the customer.'),
    kind: oneOf(RatingKind, 'What was rated.'),
    source: oneOf(RatingSource, 'Who said so.'),
    oldLevel: oneOf(RatingLevel, 'Level before.').nullable(),
    newLevel: oneOf(RatingLevel, 'Level after.'),
    oldScore: decimal('Score before.').nullable(),
    newScore: decimal('Score after.'),
  }),
  'rating-band.saved': recordChange('RatingBand', 'The beginning of a level was moved.', {
    code: text('Its code.'),
    changes: fieldChanges(),
  }),
});

declare module '../../kernel/events/event-type.js' {
  interface EventTypes extends DataOf<typeof ratingEvents> {}
}
