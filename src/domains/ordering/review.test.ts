import { CustomerServiceType } from '../catalogue/index.js';
import { OrderKind, OrderSource } from './order.enums.js';
import { demandsReview } from './review.js';
import { ReviewRule } from './review-rule.js';

const facts = {
  kind: OrderKind.NORMAL,
  source: OrderSource.ACCESS_PLATFORM,
  actions: [CustomerServiceType.INSTALL],
  pieces: 12,
  oneTimeTotal: '1000.00',
};
const rule = (conditions: Partial<ReviewRule>): ReviewRule =>
  Object.assign(new ReviewRule(), { code: 'R', name: 'R', inUse: true }, conditions);

describe('whether a rule demands a review', () => {
  test.each([
    ['the pieces suffice', { minPieces: 12 }, true],
    ['there are too few pieces', { minPieces: 13 }, false],
    ['the amount is reached exactly', { minOneTimeTotal: '1000' }, true],
    ['the amount is just not reached', { minOneTimeTotal: '1000.01' }, false],
    ['a line has the action', { action: CustomerServiceType.INSTALL }, true],
    ['no line has the action', { action: CustomerServiceType.REMOVE }, false],
    ['the source is another', { source: OrderSource.PARTNER_PORTAL, minPieces: 1 }, false],
    ['all conditions hold', { kind: OrderKind.NORMAL, source: OrderSource.ACCESS_PLATFORM, minPieces: 1 }, true],
  ])('ORD-77 when %s', (_case, conditions, expected) => {
    expect(demandsReview(rule(conditions), facts)).toBe(expected);
  });
});
