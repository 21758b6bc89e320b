import { describeEnum } from '../../kernel/model/index.js';

export enum CardExpiry {
  NEAR_EXPIRY = 'NEAR_EXPIRY',
  EXPIRED = 'EXPIRED',
}

describeEnum(CardExpiry, 'CardExpiry', 'That a card ends soon, or has ended.', {
  NEAR_EXPIRY: 'It ends within three months; in principle it is not sold any more (RES-21).',
  EXPIRED: 'Its last day is over; it is never sold (RES-22).',
});
