import { definePermission, requirePermission } from '../../kernel/access/index.js';
import type { CallContext } from '../../kernel/database/context.js';
import { LockMode } from '@mikro-orm/postgresql';
import { Temporal } from 'temporal-polyfill';
import type { Transaction } from '../../kernel/database/transaction.js';
import { refuse } from '../../kernel/errors/index.js';
import { askApproval, holding, onChangeVerdicts, type Saved } from '../../kernel/process/index.js';
import { applyChanges, type FieldChange } from '../../kernel/record/index.js';
import { operatorZone } from '../calendar/index.js';
import { Campaign } from '../campaign/index.js';
import { Customer } from '../customer/index.js';
import { CustomerMerge, CustomerMergeStatus } from '../customer-merge/index.js';
import { blackListed, inArrears } from '../evaluation/index.js';
import { accountOf } from './account-of.js';
import { earned, enter, known, take, use } from './ledger.js';
import { pointsInMerges } from './move-points.js';
import { PointsAccount } from './points-account.js';
import { PointsEntry } from './points-entry.js';
import { PointsOperation as Op, PointsSource as Source, PointsType, RedemptionMode } from './points-enums.js';
import { PointsScheme } from './points-scheme.js';
import { PointsUse } from './points-use.js';
import type {
  PointsAdjustInput,
  PointsEarnInput,
  PointsRedeemInput,
  PointsReverseInput,
  PointsSchemeSaveInput,
} from './points.inputs.js';

/** Code of the scheme that every deployment has. */
export const STANDARD = 'STANDARD';

/**
 * Makes a scheme of points, or changes the one with the same code (PTS-25, PTS-39). A new one gives no points, and one that there is stays as
 * it is, until somebody else has approved what is asked for (WFL-28).
 */
export async function saveScheme(context: CallContext, input: PointsSchemeSaveInput): Promise<Saved<PointsScheme>> {
  return context.database.write(context, async (tx) => {
    const { code } = input;
    const present = await tx.em.findOne(PointsScheme, { code }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const wanted = valuesOf(input);
    const scheme = present ?? tx.add(Object.assign(new PointsScheme(), { code, ...wanted, active: false }));
    if (!present) {
      const changes = applyChanges(new PointsScheme(), { ...wanted, active: false });
      tx.record({ kind: 'RECORD_CHANGE', type: 'points.scheme.saved', subject: scheme, data: { code, changes } });
      await tx.em.flush();
    }
    const changes = differences(scheme, input);
    if (changes.length === 0) return { item: scheme, held: false };
    await askApproval(tx, {
      ...{ kind: POINTS_SCHEME, subject: scheme, title: `${scheme.code} ${scheme.name}`, path: ['input', 'code'] },
      ...holding(changes, { input }),
    });
    return { item: scheme, held: true };
  });
}

const valuesOf = (input: PointsSchemeSaveInput) => ({
  name: input.name,
  validityMonths: input.validityMonths ?? null,
  minRedemption: input.minRedemption ?? 1,
  active: input.active ?? true,
});

/** What a save would change of a scheme. */
function differences(scheme: PointsScheme, input: PointsSchemeSaveInput): FieldChange[] {
  const { name, validityMonths = null, minRedemption, active } = scheme;
  return applyChanges({ name, validityMonths, minRedemption, active }, valuesOf(input));
}

/** Kind of approval of a scheme of points (WFL-28, PTS-25). */
const POINTS_SCHEME = 'POINTS_SCHEME';

const APPROVE = 'points.scheme.approve';
definePermission({
  name: APPROVE,
  area: 'points',
  description: 'Decide on schemes of points that others have made or want to change.',
});

onChangeVerdicts<PointsScheme, { input: PointsSchemeSaveInput }>(POINTS_SCHEME, {
  subject: PointsScheme,
  admit: async (tx) => requirePermission(tx.caller, APPROVE),
  make: (tx, { input }, approved, scheme, remark) => {
    const changes = applyChanges(scheme, valuesOf(input));
    const { code } = scheme;
    tx.record({
      ...{ kind: 'RECORD_CHANGE', type: 'points.scheme.saved', subject: scheme, reason: remark },
      data: { code, changes, ...approved },
    });
    return Promise.resolve({ changes });
  },
});

const EARNING: readonly Source[] = [Source.BILLING, Source.CAMPAIGN, Source.ORDER, Source.PARTNER, Source.SURVEY];

/** When points that are given now end by a scheme: with 31 December where the operator is, so that they end once a year (PTS-25). */
export function endOf(at: Date, { validityMonths }: Pick<PointsScheme, 'validityMonths'>, zone: string): Date | null {
  if (!validityMonths) return null;
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate();
  const { year } = today.add({ months: validityMonths });
  const over = new Temporal.PlainDate(year + 1, 1, 1).toZonedDateTime(zone);
  return new Date(over.epochMilliseconds);
}

/** Gives points to a customer, once for what the source knows by one key (PTS-04, PTS-05, PTS-20). */
export async function earnPoints(context: CallContext, input: PointsEarnInput): Promise<PointsEntry> {
  const { points, type, source, key, reason = null } = input;
  if (type === PointsType.DEDUCTION) refuse('CONTRADICTORY', 'A deduction is an adjustment.', ['input', 'type']);
  if (!EARNING.includes(source)) refuse('CONTRADICTORY', 'Nothing is earned from this.', ['input', 'source']);
  if (source === Source.CAMPAIGN && !input.campaignId) refuse('REQUIRED', 'Which campaign?', ['input', 'campaignId']);
  if (source !== Source.CAMPAIGN && input.campaignId)
    refuse('CONTRADICTORY', 'No campaign gives these.', ['input', 'campaignId']);
  const zone = await operatorZone(context.database);
  return context.database.write(context, async (tx) => {
    const customer = await tx.get(Customer, input.customerId, ['input', 'customerId']);
    const path = ['input', 'schemeId'];
    const scheme = input.schemeId
      ? await tx.get(PointsScheme, input.schemeId, path, { lock: false })
      : await tx.em.findOneOrFail(PointsScheme, { code: STANDARD });
    if (!scheme.active) refuse('INVALID_STATE', 'The scheme gives no points any more.', path);
    const account = await accountOf(tx, customer, scheme);
    const present = await known(tx, account, source, key, points);
    if (present) return present;
    const expiresAt = input.expiresAt ? new Date(input.expiresAt) : endOf(tx.at, scheme, zone);
    if (expiresAt && expiresAt <= tx.at) refuse('IN_THE_PAST', 'They would be over already.', ['input', 'expiresAt']);
    const campaign = input.campaignId
      ? await tx.get(Campaign, input.campaignId, ['input', 'campaignId'], { lock: false })
      : null;
    account.lifetimeEarned += points;
    return enter(tx, account, { operation: Op.EARNED, points, type, source, key, expiresAt, campaign, reason });
  });
}

/** Exchanges points for something (PTS-13, PTS-14); of calls at the same time each sees what the others left. */
export async function redeemPoints(context: CallContext, input: PointsRedeemInput): Promise<PointsEntry> {
  const { points, mode, item = null, key } = input;
  if (mode === RedemptionMode.OTHER && !item) refuse('REQUIRED', 'What is given?', ['input', 'item']);
  return context.database.write(context, async (tx) => {
    const account = await tx.get(PointsAccount, input.accountId, ['input', 'accountId']);
    const present = await known(tx, account, Source.REDEMPTION, key, -points);
    if (present) return present;
    await tx.em.populate(account, ['scheme']);
    const { minRedemption } = account.scheme;
    if (points < minRedemption)
      refuse('TOO_FEW_POINTS', `At least ${minRedemption} are redeemed.`, ['input', 'points'], { min: minRedemption });
    await refuseRedemption(tx, account);
    const entered = { operation: Op.REDEEMED, source: Source.REDEMPTION, key, mode, item };
    return take(tx, account, points, entered, ['input', 'points']);
  });
}

/** Who is on the black list or owes something redeems nothing. */
async function refuseRedemption(tx: Transaction, account: PointsAccount): Promise<void> {
  const { id } = account.customer;
  const sql = `select ${blackListed('?')} "black", ${inArrears('?')} "owes"`;
  const [now] = await tx.em.execute<{ black: boolean; owes: boolean }[]>(sql, [id, id]);
  const path = ['input', 'accountId'];
  if (now!.black) refuse('BLACK_LISTED', 'The customer is on the black list.', path);
  if (now!.owes) refuse('IN_ARREARS', 'The customer has arrears.', path);
}

/** Corrects points by hand (PTS-29). */
export async function adjustPoints(context: CallContext, input: PointsAdjustInput): Promise<PointsEntry> {
  const { points, reason, key } = input;
  const path = ['input', 'points'];
  if (points === 0) refuse('BAD_VALUE', 'Nothing would change.', path);
  const zone = await operatorZone(context.database);
  return context.database.write(context, async (tx) => {
    const account = await tx.get(PointsAccount, input.accountId, ['input', 'accountId']);
    const present = await known(tx, account, Source.ADJUSTMENT, key, points);
    if (present) return present;
    await tx.em.populate(account, ['scheme', 'customer']);
    if (account.customer.mergedInto)
      refuse('INVALID_STATE', 'The customer was merged: its points are with the survivor.', ['input', 'accountId']);
    const entered = { operation: Op.ADJUSTED, source: Source.ADJUSTMENT, key, reason };
    if (points < 0) return take(tx, account, -points, { ...entered, type: PointsType.DEDUCTION }, path);
    const expiresAt = endOf(tx.at, account.scheme, zone);
    return enter(tx, account, { ...entered, points, type: PointsType.BONUS, expiresAt });
  });
}

const GRACE_DAYS = 30;

/** Undoes an entry by another one: points that it took are there again, points that it gave are gone (PTS-11). */
export async function reversePoints(context: CallContext, input: PointsReverseInput): Promise<PointsEntry> {
  return context.database.write(context, async (tx) => {
    const path = ['input', 'entryId'];
    const seen = await tx.get(PointsEntry, input.entryId, path, { lock: false });
    // The customer first, as whoever merges it does.
    const { customer } = await tx.em.findOneOrFail(PointsAccount, { id: seen.account.id });
    await tx.findExactly(Customer, customer.id);
    const account = (await tx.find(PointsAccount, seen.account.id))!;
    const entry = await tx.em.findOneOrFail(PointsEntry, { id: seen.id }, { refresh: true });
    if (entry.reversalOf) refuse('INVALID_STATE', 'It undoes another entry.', path);
    if (entry.operation === Op.TRANSFERRED) refuse('INVALID_STATE', 'It goes with its merge.', path);
    if ((await tx.em.count(PointsEntry, { reversalOf: entry.id })) > 0)
      refuse('INVALID_STATE', 'It was undone already.', path);
    const uses = await tx.em.find(PointsUse, entry.points > 0 ? { lot: entry.id } : { entry: entry.id }, {
      populate: ['lot'],
    });
    const reversal = {
      ...{ operation: Op.REVERSED, source: Source.REVERSAL, key: entry.entryNo },
      ...{ points: -entry.points, reversalOf: entry, reason: input.reason },
    };
    if (entry.points > 0) {
      const spent = uses.reduce((sum, { points }) => sum + points, 0);
      if (spent !== 0) refuse('POINTS_SPENT', `${spent} of its points were used.`, path, { spent });
      if (earned(entry)) account.lifetimeEarned -= entry.points;
      const made = await enter(tx, account, reversal);
      await use(tx, made, entry.id, entry.points);
      return made;
    }
    const over = ({ lot: { expiresAt } }: PointsUse) => Boolean(expiresAt && expiresAt <= tx.at);
    // What has ended meanwhile would end again at once: it stays usable for a while.
    const expiresAt = uses.some(over) ? new Date(tx.at.getTime() + GRACE_DAYS * 86_400_000) : null;
    const made = await enter(tx, account, { ...reversal, expiresAt });
    const back = uses.filter((each) => !over(each));
    for (const { lot, points } of back) await use(tx, made, lot.id, -points);
    const restored = back.reduce((sum, { points }) => sum + points, 0);
    if (restored > 0) await use(tx, made, made.id, restored);
    await passOn(tx, customer.id);
    return made;
  });
}

/** Where a customer was merged meanwhile, what came back to it goes on to its survivor. */
async function passOn(tx: Transaction, customerId: string): Promise<void> {
  const merge = await tx.em.findOne(CustomerMerge, { absorbed: customerId, status: CustomerMergeStatus.MERGED });
  if (!merge) return;
  const absorbed = await tx.em.findOneOrFail(Customer, { id: customerId });
  await pointsInMerges.merged(tx, merge, (await tx.find(Customer, customerId))!, absorbed);
}

/** Makes the scheme that every deployment has; what is there stays as the operator changed it. */
export async function ensureScheme(context: CallContext): Promise<void> {
  await context.database.write(context, async (tx) => {
    await tx.em.execute(`select pg_advisory_xact_lock(hashtext('points.scheme'))`);
    if (await tx.em.findOne(PointsScheme, { code: STANDARD })) return;
    const values = { code: STANDARD, name: '标准积分', validityMonths: 36, minRedemption: 1, active: true };
    tx.add(Object.assign(new PointsScheme(), values));
  });
}
