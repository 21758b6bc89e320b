import { expect, test } from '@jest/globals';
import { ask, faults, graph, idOf, ok, rows, run, useCatalogueDesk } from '../../testing/catalogue-desk.js';
import { clerk, customerIn } from '../../testing/campaign-desk.js';
import type { As } from '../../testing/graph.js';
import { approve } from '../../testing/second-person.js';
import { encodeId, uuidOf } from '../../kernel/model/index.js';
import { lateRows } from '../customer-merge/index.js';
import { endOf } from './points.service.js';

useCatalogueDesk();

const second: As = { sub: 'second', role: 'admin' };
const ENTRY = 'entry { id entryNo points account { id balance available } }';
let keys = 0;
const earn = async (customerId: string, points: number, more: object = {}) =>
  (
    await ok(
      'pointsEarn',
      ENTRY,
      { customerId, points, type: 'CONSUMPTION', source: 'BILLING', key: `M${++keys}`, ...more },
      clerk,
    )
  )['entry'];
const redeem = (accountId: string, points: number, key = `R${++keys}`) =>
  run('pointsRedeem', ENTRY, { accountId, points, mode: 'GIFT', key }, clerk);
const merge = async (survivor: { id: string }, absorbed: { id: string }): Promise<string> => {
  const asked = { survivorId: survivor.id, absorbedId: absorbed.id, consent: 'written', reason: 'one person' };
  const { merge: made } = await ok('customerMergeRequest', 'merge { id }', asked, 'admin');
  await ok('customerMergeDecide', '__typename', { mergeId: made.id, approve: true }, second);
  return made.id as string;
};
const undo = (mergeId: string) => ok('customerMergeUndo', '__typename', { mergeId, reason: 'two persons' }, 'admin');
const held = async ({ code }: { code: string }): Promise<number[]> => {
  const read = `query ($code: String!) { customers(filter: { code: { eq: $code }, lifecycle: { in: [POTENTIAL, IN_NETWORK, LEFT, MERGED] } }) { nodes { pointsAccounts(first: 5, orderBy: [{ field: BALANCE }]) { nodes { balance available } } } } }`;
  const { customers } = await ask(read, { code }, 'admin');
  const found = customers.nodes[0].pointsAccounts.nodes as { balance: number; available: number }[];
  for (const { balance, available } of found) expect(available).toBe(balance);
  return found.map(({ balance }) => balance);
};
/** What each of these customers has earned in the standard scheme; null without an account. */
const earnedBy = async (...customers: { code: string }[]): Promise<(number | null)[]> => {
  const found = await rows(
    `select "c"."code", "a"."lifetime_earned" "earned" from "points_account" "a" join "points_scheme" "s" on "s"."id" = "a"."scheme_id" and "s"."code" = 'STANDARD'
     join "customer" "c" on "c"."id" = "a"."customer_id"`,
  );
  return customers.map(({ code }) => found.find((row) => row.code === code)?.earned ?? null);
};
/** Every account is what its entries and what is left of them say. */
const expectSound = async () =>
  expect(
    await rows(`select "a"."id" from "points_account" "a" where "a"."balance" <> (select coalesce(sum("points"), 0) from "points_entry" where "account_id" = "a"."id")
  or "a"."balance" <> (select coalesce(sum("e"."points" - coalesce((select sum("u"."points") from "points_use" "u" where "u"."lot_id" = "e"."id"), 0)), 0) from "points_entry" "e" where "e"."account_id" = "a"."id" and "e"."points" > 0)`),
  ).toEqual([]);
const lookAgain = (mergeId: string) =>
  lateRows.run({ mergeId: uuidOf(mergeId, 'qm', []) }, graph.database.systemContext('test'), {
    ...{ id: '1', attempt: 1, signal: new AbortController().signal },
  });

test('CUS-80 PTS-11 points of a merged customer go to the survivor, with their ends, and what is left comes back with a split', async () => {
  const [survivor, absorbed] = [await customerIn('4401', 'Stays'), await customerIn('4401', 'Goes')];
  await earn(survivor.id, 100);
  const own = await earn(absorbed.id, 60, { expiresAt: '2099-03-01T00:00:00Z', key: 'BILL-OLD' });
  await earn(absorbed.id, 40, { expiresAt: '2098-03-01T00:00:00Z' });
  const before = await redeem(own.account.id, 10);
  const mergeId = await merge(survivor, absorbed);
  expect([await held(survivor), await held(absorbed)]).toEqual([[190], [0]]);
  await expectSound();
  const ends = await rows(
    `select "points", "expires_at" from "points_entry" where "source" = 'MERGE' and "points" > 0 order by 1`,
  );
  expect(ends.map(({ points, expires_at }) => [points, expires_at.getUTCFullYear()])).toEqual([
    [30, 2098],
    [60, 2099],
  ]);
  // The same record of billing is still the same; looked at again, nothing moves twice.
  expect((await earn(absorbed.id, 60, { key: 'BILL-OLD' })).entryNo).toBe(own.entryNo);
  await lookAgain(mergeId);
  expect(await held(survivor)).toEqual([190]);
  // What is earned for either is the survivor's; what was redeemed before comes back to it too.
  await earn(absorbed.id, 5);
  await ok('pointsReverse', '__typename', { entryId: before['entry'].id, reason: 'not wanted' }, clerk);
  expect([await held(survivor), await held(absorbed)]).toEqual([[205], [0]]);
  const account = (await earn(survivor.id, 1)).account;
  // Its own end in this century and go first, the merged ones that end last go last.
  expect(faults(await redeem(account.id, 146))).toEqual([]);
  expect(await held(survivor)).toEqual([60]);
  await expectSound();
  await undo(mergeId);
  expect([await held(survivor), await held(absorbed)]).toEqual([[0], [60]]);
  await expectSound();
  expect(faults(await redeem(own.account.id, 60))).toEqual([]);
  expect(await held(absorbed)).toEqual([0]);
  await expectSound();
});

test('CUS-80 points go through a chain of merges and back, and no entry of a merge is undone by itself', async () => {
  const [first, middle, last] = [
    await customerIn('4401', 'A'),
    await customerIn('4401', 'B'),
    await customerIn('4401', 'C'),
  ];
  const { scheme } = await ok('pointsSchemeSave', 'scheme { id }', { code: 'SEA', name: 'Sea miles' }, 'admin');
  await approve(graph, scheme.id);
  await earn(first.id, 10);
  await earn(middle.id, 20, { schemeId: scheme.id });
  const one = await merge(middle, first);
  const two = await merge(last, middle);
  expect([await held(first), await held(middle), await held(last)]).toEqual([[0], [0, 0], [10, 20]]);
  const moved = await rows(`select "id" from "points_entry" where "source" = 'MERGE'`);
  for (const { id } of moved)
    expect(faults(await run('pointsReverse', ENTRY, { entryId: encodeId('pe', id), reason: 'no' }, clerk))).toEqual([
      'INVALID_STATE input.entryId',
    ]);
  await undo(two);
  expect([await held(first), await held(middle), await held(last)]).toEqual([[0], [10, 20], [0, 0]]);
  await undo(one);
  expect([await held(first), await held(middle)]).toEqual([[10], [0, 20]]);
  const again = await merge(middle, first);
  expect([await held(first), await held(middle)]).toEqual([[0], [10, 20]]);
  await undo(again);
  expect([await held(first), await held(middle)]).toEqual([[10], [0, 20]]);
  await expectSound();
});

test('CUS-80 PTS-13 of redemptions while the customer is merged no point is spent twice or lost', async () => {
  const [survivor, absorbed] = [await customerIn('4401', 'Both'), await customerIn('4401', 'Other')];
  const { account } = await earn(survivor.id, 50);
  const { account: theirs } = await earn(absorbed.id, 50);
  const asked = { survivorId: survivor.id, absorbedId: absorbed.id, consent: 'written', reason: 'one person' };
  const { merge: made } = await ok('customerMergeRequest', 'merge { id }', asked, 'admin');
  const [, ...tried] = await Promise.all([
    ok('customerMergeDecide', '__typename', { mergeId: made.id, approve: true }, second),
    ...Array.from({ length: 4 }, () => redeem(theirs.id, 20)),
    ...Array.from({ length: 4 }, () => redeem(account.id, 20)),
    ...Array.from({ length: 3 }, () => earn(absorbed.id, 1)),
  ]);
  const spent = tried.filter((each) => 'userErrors' in each && each['userErrors'].length === 0).length * 20;
  await lookAgain(made.id as string);
  const left = (await held(survivor))[0]!;
  expect(await held(absorbed)).toEqual([0]);
  expect(left + spent).toBe(103);
  await expectSound();
});

test('CUS-80 PTS-09 what was earned in all counts for the survivor while they are merged, spent or not, through a chain and back', async () => {
  const [first, middle, last] = [
    await customerIn('4401', 'E1'),
    await customerIn('4401', 'E2'),
    await customerIn('4401', 'E3'),
  ];
  const spent = await earn(first.id, 300);
  expect(faults(await redeem(spent.account.id, 300))).toEqual([]);
  const wrong = await earn(middle.id, 7);
  await earn(middle.id, 20);
  await ok('pointsReverse', '__typename', { entryId: wrong.id, reason: 'wrong' }, clerk);
  const one = await merge(middle, first);
  expect(await earnedBy(first, middle)).toEqual([0, 320]);
  const two = await merge(last, middle);
  expect(await earnedBy(first, middle, last)).toEqual([0, 0, 320]);
  await earn(first.id, 5);
  await lookAgain(two);
  await lookAgain(two);
  expect(await earnedBy(first, middle, last)).toEqual([0, 0, 325]);
  await undo(two);
  expect(await earnedBy(first, middle, last)).toEqual([0, 320, 5]);
  await undo(one);
  expect(await earnedBy(first, middle, last)).toEqual([300, 20, 5]);
  await expectSound();
});

test('PTS-25 points end with the year of the operator, in the time zone that is set for it', async () => {
  const at = new Date('2026-12-31T20:00:00Z');
  expect(endOf(at, { validityMonths: 12 }, 'Asia/Shanghai')?.toISOString()).toBe('2028-12-31T16:00:00.000Z');
  expect(endOf(at, { validityMonths: 12 }, 'America/New_York')?.toISOString()).toBe('2028-01-01T05:00:00.000Z');
  expect(endOf(at, { validityMonths: null }, 'Asia/Shanghai')).toBeNull();
  const customer = await customerIn('4401', 'Here');
  const ends = async () => {
    const { id } = await earn(customer.id, 1);
    const [{ at: end }] = await rows(`select "expires_at" "at" from "points_entry" where "id" = $1`, [
      uuidOf(id, 'pe', []),
    ]);
    return (end as Date).toISOString().slice(4);
  };
  expect(await ends()).toBe('-12-31T16:00:00.000Z');
  const parameterId = await idOf('parameter', 'operator.time-zone');
  expect(faults(await run('parameterSet', '__typename', { parameterId, value: 'Mars/Olympus' }, 'admin'))).toHaveLength(
    1,
  );
  await ok('parameterSet', '__typename', { parameterId, value: 'Europe/Paris' }, 'admin');
  expect(await ends()).toBe('-12-31T23:00:00.000Z');
});
