import { expect, test } from '@jest/globals';
import { ask, faults, graph, idOf, ok, refused, rows, run, useCatalogueDesk } from '../../testing/catalogue-desk.js';
import { clerk, customerIn, elsewhere, inHours, runningFor } from '../../testing/campaign-desk.js';
import type { As } from '../../testing/graph.js';
import { approve, openApproval, SECOND } from '../../testing/second-person.js';
import { expirePoints } from './index.js';

useCatalogueDesk();

const ENTRY =
  'entry { id entryNo operation points balanceAfter expiresAt account { id balance available lifetimeEarned } }';
let keys = 0;
const key = () => `K${++keys}`;
const earn = (customerId: string, points: number, more: object = {}, as: As = clerk) =>
  run('pointsEarn', ENTRY, { customerId, points, type: 'CONSUMPTION', source: 'BILLING', key: key(), ...more }, as);
const redeem = (accountId: string, points: number, more: object = {}, as: As = clerk) =>
  run('pointsRedeem', ENTRY, { accountId, points, mode: 'GIFT', key: key(), ...more }, as);
const reverse = (entryId: string) => run('pointsReverse', ENTRY, { entryId, reason: 'wrong' }, clerk);
const count = async () => Number((await rows(`select count(*) "n" from "points_entry"`))[0].n);
const days = (count: number) => inHours(24 * count);
const expireAt = async (at: string) => {
  const { clock } = graph.database;
  graph.database.clock = () => new Date(at);
  try {
    await expirePoints.run({}, graph.database.systemContext('test'), {
      id: '1',
      attempt: 1,
      signal: new AbortController().signal,
    });
  } finally {
    graph.database.clock = clock;
  }
};
/** Every account is what its entries and what is left of them say. */
const SOUND = `select "a"."id" from "points_account" "a" where "a"."balance" <> (select coalesce(sum("points"), 0) from "points_entry" where "account_id" = "a"."id")
  or "a"."balance" <> (select coalesce(sum("e"."points" - coalesce((select sum("u"."points") from "points_use" "u" where "u"."lot_id" = "e"."id"), 0)), 0) from "points_entry" "e" where "e"."account_id" = "a"."id" and "e"."points" > 0)`;
const expectSound = async () => expect(await rows(SOUND)).toEqual([]);

test('PTS-04 PTS-05 PTS-10 points of many sources are earned, each record of a source once, also when sent twice at once', async () => {
  const customer = await customerIn('4401', 'Earner');
  const twice = { key: 'BILL-1' };
  const sent = await Promise.all([1, 2].map(() => earn(customer.id, 128, twice)));
  expect(sent.flatMap(faults)).toEqual([]);
  expect(new Set(sent.map(({ entry }) => entry.entryNo)).size).toBe(1);
  expect(faults(await earn(customer.id, 129, twice))).toEqual(['KEY_USED input.key']);
  const before = await count();
  expect(faults(await earn(customer.id, 5, { type: 'DEDUCTION' }))).toEqual(['CONTRADICTORY input.type']);
  expect(faults(await earn(customer.id, 5, { source: 'EXPIRY' }))).toEqual(['CONTRADICTORY input.source']);
  expect(faults(await earn(customer.id, 5, { source: 'CAMPAIGN' }))).toEqual(['REQUIRED input.campaignId']);
  expect(faults(await earn(customer.id, 0))).toEqual(['TOO_SMALL input.points']);
  expect(faults(await earn(customer.id, 5, { expiresAt: days(-1) }))).toEqual(['IN_THE_PAST input.expiresAt']);
  expect(faults(await earn(customer.id, 5, {}, elsewhere))).toEqual(['NOT_FOUND input.customerId']);
  expect(await count()).toBe(before);
  const { entry } = await earn(customer.id, 2, { source: 'SURVEY', type: 'BONUS' });
  expect(entry).toMatchObject({
    operation: 'EARNED',
    balanceAfter: 130,
    account: { balance: 130, available: 130, lifetimeEarned: 130 },
  });
  await expectSound();
});

test('PTS-25 PTS-39 WFL-28 a scheme changes when somebody else has approved that, once', async () => {
  const save = (input: object) => run('pointsSchemeSave', 'held scheme { id }', { name: 'Sky', ...input }, 'admin');
  const made = await save({ code: 'SKY', minRedemption: 5 });
  expect([faults(made), made['held']]).toEqual([[], true]);
  const { id } = made['scheme'];
  const state = () => rows(`select name, active, min_redemption from points_scheme where code = 'SKY'`);
  const off = [{ name: 'Sky', active: false, min_redemption: 5 }];
  const decide = (approvalId: string, approved: boolean, as: As) =>
    run('approvalDecide', '__typename', { approvalId, approved, remark: 'Looked at' }, as);
  const first = await openApproval(graph, id);
  expect(faults(await decide(first, true, 'admin'))).toEqual(['OWN_WORK input.approvalId']);
  expect(faults(await save({ code: 'SKY', name: 'Other' }))).toEqual(['APPROVAL_PENDING input.code']);
  expect(await state()).toEqual(off);
  expect(faults(await decide(first, false, SECOND))).toEqual([]);
  expect(await state()).toEqual(off);
  expect((await save({ code: 'SKY', minRedemption: 7 }))['held']).toBe(true);
  expect(await state()).toEqual(off);
  const second = await openApproval(graph, id);
  const answers = await Promise.all([1, 2, 3].map(() => decide(second, true, SECOND)));
  expect(answers.filter((each) => faults(each).length === 0)).toHaveLength(1);
  expect(await state()).toEqual([{ name: 'Sky', active: true, min_redemption: 7 }]);
  // What changes nothing needs nobody.
  expect((await save({ code: 'SKY', minRedemption: 7 }))['held']).toBe(false);
});

test('PTS-03 PTS-25 PTS-39 a customer has an account in each scheme, campaigns give points, and points end by the scheme', async () => {
  const customer = await customerIn('4401', 'Twofold');
  const campaignId = await runningFor('Gift', [customer.id]);
  const { scheme } = await ok(
    'pointsSchemeSave',
    'scheme { id }',
    { code: 'AIR', name: 'Miles', minRedemption: 500 },
    'admin',
  );
  await earn(customer.id, 10, { source: 'CAMPAIGN', type: 'BONUS', campaignId });
  // It gives nothing before somebody else has approved it.
  expect(faults(await earn(customer.id, 1, { schemeId: scheme.id, source: 'PARTNER' }))).toEqual([
    'INVALID_STATE input.schemeId',
  ]);
  await approve(graph, scheme.id);
  const { entry } = await earn(customer.id, 700, { schemeId: scheme.id, source: 'PARTNER' });
  expect(entry.expiresAt).toBeNull();
  const read = `query ($code: String!) { customer(code: $code) { pointsAccounts(first: 5, orderBy: [{ field: BALANCE }]) { nodes { balance scheme { code }
    entries(first: 5) { nodes { points expiresAt campaign { name } } } } } } }`;
  const { customer: seen } = await ask(read, { code: customer.code }, clerk);
  expect(seen.pointsAccounts.nodes).toMatchObject([
    { balance: 10, scheme: { code: 'STANDARD' }, entries: { nodes: [{ points: 10, campaign: { name: 'Gift' } }] } },
    { balance: 700, scheme: { code: 'AIR' } },
  ]);
  const year = new Date().getUTCFullYear();
  const end = new Date(seen.pointsAccounts.nodes[0].entries.nodes[0].expiresAt);
  // Midnight in Shanghai, where the operator is until it says otherwise.
  expect([end.getUTCMonth(), end.getUTCDate(), end.getUTCHours()]).toEqual([11, 31, 16]);
  expect([year + 3, year + 4]).toContain(end.getUTCFullYear());
  expect(faults(await redeem(entry.account.id, 499))).toEqual(['TOO_FEW_POINTS input.points']);
  await ok('pointsSchemeSave', '__typename', { code: 'AIR', name: 'Miles', active: false }, 'admin');
  await approve(graph, scheme.id);
  expect(faults(await earn(customer.id, 1, { schemeId: scheme.id, source: 'PARTNER' }))).toEqual([
    'INVALID_STATE input.schemeId',
  ]);
  const { errors } = await graph.query(
    'mutation ($input: PointsSchemeSaveInput!) { pointsSchemeSave(input: $input) { userErrors { code } } }',
    { input: { code: 'X', name: 'X' } },
    { as: clerk },
  );
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});

test('PTS-13 PTS-14 of redemptions at the same time no more succeed than there are points, and the balance never falls below 0', async () => {
  const customer = await customerIn('4401', 'Spender');
  const { entry } = await earn(customer.id, 100);
  const accountId = entry.account.id as string;
  const tried = await Promise.all(Array.from({ length: 8 }, () => redeem(accountId, 30)));
  expect(tried.filter(({ entry: made }) => made)).toHaveLength(3);
  expect(tried.flatMap(faults)).toEqual(Array(5).fill('NOT_ENOUGH_POINTS input.points'));
  const same = { key: 'ONCE' };
  const again = await Promise.all(Array.from({ length: 4 }, () => redeem(accountId, 10, same)));
  expect(again.flatMap(faults)).toEqual([]);
  expect(new Set(again.map(({ entry: made }) => made.entryNo)).size).toBe(1);
  expect(again[0]!['entry'].account.balance).toBe(0);
  await expect(graph.database.pool.query(`update "points_account" set "balance" = -1`)).rejects.toThrow(
    'points_account_covered',
  );
  await expect(graph.database.pool.query(`update "points_entry" set "points" = 1`)).rejects.toThrow('never changed');
  await expect(graph.database.pool.query(`delete from "points_entry"`)).rejects.toThrow('never changed');
  await expectSound();
});

test('PTS-14 who has arrears or stands on the black list redeems nothing', async () => {
  const customer = await customerIn('4401', 'Debtor');
  const { entry } = await earn(customer.id, 100);
  const owed = { customerId: customer.id, arrearsDate: '2026-01-31', amount: { amount: '5', currency: 'CNY' } };
  await ok('arrearsRecordSave', '__typename', owed, 'admin');
  const before = await count();
  expect(faults(await redeem(entry.account.id, 10))).toEqual(['IN_ARREARS input.accountId']);
  await ok('creditAdjust', '__typename', { customerId: customer.id, score: '1', reason: 'r' }, 'admin');
  expect(faults(await redeem(entry.account.id, 10))).toEqual(['BLACK_LISTED input.accountId']);
  expect(await count()).toBe(before);
});

test('PTS-11 points that end first go first, and an entry is undone once, by another one that gives them back where they were', async () => {
  const customer = await customerIn('4401', 'Undone');
  const { entry: late } = await earn(customer.id, 50, { expiresAt: days(730) });
  const { entry: soon } = await earn(customer.id, 100, { expiresAt: days(365) });
  const accountId = late.account.id as string;
  const left = async () =>
    (
      await ask(
        'query ($id: ID!) { pointsAccount(id: $id) { balance entries(first: 9, filter: { operation: { eq: EARNED } }, orderBy: [{ field: EXPIRES_AT }]) { nodes { remaining } } } }',
        { id: accountId },
        clerk,
      )
    ).pointsAccount.entries.nodes.map(({ remaining }: { remaining: number }) => remaining);
  const { entry: spent } = await redeem(accountId, 120);
  expect(await left()).toEqual([0, 30]);
  expect(faults(await reverse(soon.id))).toEqual(['POINTS_SPENT input.entryId']);
  const undone = await Promise.all([1, 2].map(() => reverse(spent.id)));
  expect(undone.flatMap(faults)).toEqual(['INVALID_STATE input.entryId']);
  expect(await left()).toEqual([100, 50]);
  const { entry: back } = undone.find(({ entry }) => entry)!;
  expect(back).toMatchObject({ operation: 'REVERSED', points: 120, account: { balance: 150 } });
  expect(faults(await reverse(back.id))).toEqual(['INVALID_STATE input.entryId']);
  expect((await reverse(soon.id))['entry'].account).toMatchObject({ balance: 50, lifetimeEarned: 50 });
  await expectSound();
});

test('PTS-25 a job takes off what has ended, once; a redemption that is undone after that stays usable for a while', async () => {
  const customer = await customerIn('4401', 'Forgetful');
  const { entry } = await earn(customer.id, 100, { expiresAt: days(10) });
  await earn(customer.id, 7, { expiresAt: days(400) });
  const accountId = entry.account.id as string;
  const { entry: spent } = await redeem(accountId, 60);
  for (let index = 0; index < 2; index++) await expireAt(days(11));
  const account = async () =>
    (
      await ask(
        'query ($id: ID!) { pointsAccount(id: $id) { balance available entries(first: 9, orderBy: [{ field: OCCURRED_AT }]) { nodes { operation points } } } }',
        { id: accountId },
        clerk,
      )
    ).pointsAccount;
  const { balance, entries } = await account();
  expect(balance).toBe(7);
  expect(entries.nodes.filter(({ operation }: { operation: string }) => operation === 'EXPIRED')).toEqual([
    { operation: 'EXPIRED', points: -40 },
  ]);
  const { clock } = graph.database;
  graph.database.clock = () => new Date(days(12));
  const { entry: back } = await reverse(spent.id).finally(() => void (graph.database.clock = clock));
  expect(back.account.balance).toBe(67);
  expect(new Date(back.expiresAt).getTime()).toBeGreaterThan(new Date(days(41)).getTime());
  await expireAt(days(43));
  expect((await account()).balance).toBe(7);
  await expectSound();
});

test('PTS-29 staff correct points with a reason, never below 0', async () => {
  const customer = await customerIn('4401', 'Corrected');
  const { entry } = await earn(customer.id, 20);
  const accountId = entry.account.id as string;
  const adjust = (points: number, more: object = {}, as: As = clerk) =>
    run('pointsAdjust', ENTRY, { accountId, points, reason: 'late payment', key: key(), ...more }, as);
  expect(faults(await adjust(-21))).toEqual(['NOT_ENOUGH_POINTS input.points']);
  expect(faults(await adjust(0))).toEqual(['BAD_VALUE input.points']);
  expect(faults(await adjust(-1, {}, elsewhere))).toEqual(['NOT_FOUND input.accountId']);
  expect((await adjust(-5))['entry']).toMatchObject({ operation: 'ADJUSTED', points: -5, balanceAfter: 15 });
  const same = { key: 'A-1' };
  for (let index = 0; index < 2; index++) expect((await adjust(5, same))['entry'].balanceAfter).toBe(20);
  await expectSound();
});

test('PTS-40 customers see and redeem their own points and no others; partners see none', async () => {
  const [own, other] = [await customerIn('4401', 'Own'), await customerIn('4401', 'Other')];
  const [mine, theirs] = [(await earn(own.id, 50))['entry'], (await earn(other.id, 50))['entry']];
  const self: As = { sub: 'own', role: 'customer', customer: own.code };
  const { pointsAccounts, pointsEntries } = await ask(
    '{ pointsAccounts(first: 50) { nodes { balance scheme { name } customer { code } } } pointsEntries(first: 50) { totalCount } }',
    {},
    self,
  );
  expect(pointsAccounts.nodes).toEqual([{ balance: 50, scheme: { name: '标准积分' }, customer: { code: own.code } }]);
  expect(pointsEntries.totalCount).toBe(1);
  expect((await redeem(mine.account.id, 20, {}, self))['entry'].account.balance).toBe(30);
  expect(
    await refused('pointsRedeem', { accountId: theirs.account.id, points: 1, mode: 'GIFT', key: key() }, self),
  ).toEqual(['NOT_FOUND input.accountId']);
  const partner: As = { sub: 'p', role: 'partner', partner: 'p' };
  expect((await ask('{ pointsAccounts(first: 5) { totalCount } }', {}, partner)).pointsAccounts.totalCount).toBe(0);
  expect(await idOf('pointsScheme', 'STANDARD')).toBeTruthy();
});
