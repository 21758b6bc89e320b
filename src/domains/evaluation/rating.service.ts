import { Decimal } from 'decimal.js';
import type { CallContext } from '../../kernel/database/context.js';
import { ensureRows } from '../../kernel/database/ensure-rows.js';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { TimePeriod } from '../../kernel/model/index.js';
import { formatNumber, takeNumber } from '../../kernel/numbering/index.js';
import { applyChanges } from '../../kernel/record/index.js';
import { Customer } from '../customer/index.js';
import { CustomerRating } from './customer-rating.js';
import { assessorOf, isScore } from './rate-customer.js';
import { RatingBand } from './rating-band.js';
import { RatingKind, RatingLevel, RatingSource } from './rating-enums.js';
import type { CustomerRatingAdjustInput, CustomerRatingRecordInput, RatingBandSaveInput } from './rating.inputs.js';

/** From the highest to the lowest. */
const LEVELS = Object.values(RatingLevel);

/** Takes down how satisfied or loyal a customer was found to be; each number once (MOD-90). */
export function recordCustomerRating(context: CallContext, input: CustomerRatingRecordInput): Promise<CustomerRating> {
  if (input.source === RatingSource.MANUAL)
    refuse('BAD_VALUE', 'Ratings by hand are not recorded this way.', ['input', 'source']);
  return context.database.write(context, (tx) => rate(tx, input, input.source ?? RatingSource.SURVEY));
}

/** Sets satisfaction or loyalty of a customer by hand, with a reason (MOD-90). */
export const adjustCustomerRating = (context: CallContext, input: CustomerRatingAdjustInput): Promise<CustomerRating> =>
  context.database.write(context, (tx) => rate(tx, input, RatingSource.MANUAL));

async function rate(tx: Transaction, input: CustomerRatingRecordInput, source: RatingSource): Promise<CustomerRating> {
  const { kind, reason = null } = input;
  if (!isScore(input.score)) refuse('BAD_SCORE', 'A score has 0 to 100 with at most two decimals.', ['input', 'score']);
  const from = input.ratedAt ? new Date(input.ratedAt) : tx.at;
  if (from > tx.at) refuse('IN_FUTURE', 'It has not been rated yet.', ['input', 'ratedAt']);
  const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
  if (input.ratingNo && (await tx.em.count(CustomerRating, { ratingNo: input.ratingNo })) > 0)
    refuse('DUPLICATE', 'This rating was recorded already.', ['input', 'ratingNo']);
  const present = await tx.em.findOne(CustomerRating, { customer: customer.id, kind, validity: { to: null } });
  if (present && present.validity.from >= from && input.ratedAt)
    refuse('OUTDATED', 'A later rating is there already.', ['input', 'ratedAt']);
  // The old one ends before the new one begins: a customer has one of a kind at a time.
  if (present) present.validity = TimePeriod.since(present.validity.from, from);
  await tx.em.flush();
  const level = await levelOf(tx, kind, input.score);
  const rating = tx.add(
    Object.assign(new CustomerRating(), {
      ratingNo: input.ratingNo ?? formatNumber('RT', await takeNumber(tx, 'customer-rating')),
      ...{ customer, kind, level, source, reason, validity: TimePeriod.since(from) },
      score: new Decimal(input.score).toFixed(2),
    }),
  );
  const { assessorNo, assessorName, assessorUnit } = await assessorOf(tx);
  Object.assign(rating, { assessorNo, assessorName, assessorUnit });
  tx.record({
    kind: 'BUSINESS_FACT',
    type: 'customer-rating.changed',
    subject: rating,
    // Not told to the customer: ratings are for staff.
    regionId: customer.region.id,
    reason,
    data: {
      ...{ customerId: tx.idOf(customer), customerCode: customer.code, kind, source, newLevel: level },
      ...{ oldLevel: present?.level ?? null, oldScore: present?.score ?? null, newScore: rating.score },
    },
  });
  return rating;
}

async function levelOf(tx: Transaction, kind: RatingKind, score: string): Promise<RatingLevel> {
  const bands = await tx.em.find(RatingBand, { kind });
  const found = LEVELS.find((level) =>
    bands.some((band) => band.level === level && new Decimal(band.scoreFrom).lte(score)),
  );
  return found ?? RatingLevel.VERY_LOW;
}

/** Moves the beginning of a level; ratings that are there keep theirs (CUS-73). */
export function saveRatingBand(context: CallContext, input: RatingBandSaveInput): Promise<RatingBand> {
  return context.database.write(context, async (tx) => {
    await tx.em.execute(`select pg_advisory_xact_lock(hashtext('rating.bands'))`);
    const { kind, level } = input;
    const scoreFrom = new Decimal(input.scoreFrom);
    const path = ['input', 'scoreFrom'];
    if (level === RatingLevel.VERY_LOW && !scoreFrom.isZero())
      refuse('CONTRADICTION', 'The lowest level begins at 0.', path);
    const bands = await tx.em.find(RatingBand, { kind }, { refresh: true });
    const at = LEVELS.indexOf(level);
    for (const other of bands) {
      const place = LEVELS.indexOf(other.level);
      if ((place < at && scoreFrom.gte(other.scoreFrom)) || (place > at && scoreFrom.lte(other.scoreFrom)))
        refuse('BAD_ORDER', `${other.level} begins at ${new Decimal(other.scoreFrom).toFixed()}.`, path, {
          level: other.level,
        });
    }
    const band = bands.find((one) => one.level === level)!;
    const changes = applyChanges(band, { scoreFrom: scoreFrom.toFixed(2) });
    const data = { code: band.code, changes };
    tx.record({ kind: 'RECORD_CHANGE', type: 'rating-band.saved', subject: band, data });
    return band;
  });
}

const DELIVERED: Record<RatingLevel, string> = { VERY_HIGH: '95', HIGH: '80', BASIC: '60', LOW: '40', VERY_LOW: '0' };

/** Writes the bands as delivered; those that exist stay as the operator changed them. */
export async function ensureRatingBands(context: CallContext): Promise<void> {
  const rows = Object.values(RatingKind).flatMap((kind) =>
    LEVELS.map((level) => ({ code: `${kind}.${level}`, kind, level, scoreFrom: DELIVERED[level] })),
  );
  await context.database.write(context, async (tx) => void (await ensureRows(tx, RatingBand, rows)));
}
