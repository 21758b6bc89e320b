import { allow, definePolicy, everyRow, via } from '../../kernel/access/index.js';
import { CustomerRating } from './customer-rating.js';
import { RatingBand } from './rating-band.js';

definePolicy(CustomerRating, { STAFF: via('customer') });
definePolicy(RatingBand, { STAFF: everyRow });

allow({
  customerRatingRecord: ['STAFF'],
  customerRatingAdjust: ['STAFF'],
  ratingBandSave: [],
});
