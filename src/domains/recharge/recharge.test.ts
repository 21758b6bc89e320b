import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { cardBook } from '../../../plugins/recharge-sandbox/index.js';
import { ask, graph, idOf, ok, refused, rows, useCatalogueDesk } from '../../testing/catalogue-desk.js';
import type { As } from '../../testing/graph.js';
import { rechargeCards } from './recharge-cards.port.js';
import { settleRecharge } from './settle-recharge.js';

useCatalogueDesk();

const admin = 'admin' as const;
const elsewhere: As = { sub: 'other', role: 'staff', region: '51' };
const ids: Record<string, string> = {};
const accounts: Record<string, string[]> = {};
beforeAll(async () => {
  const regionId = await idOf('region', '4401');
  for (const code of ['RC_ANN', 'RC_BOB', 'RC_EVE']) {
    const input = { code, regionId, individual: { name: code } };
    const fields = 'customer { id accounts(first: 1) { nodes { id } } }';
    const { customer } = await ok('customerCreate', fields, input, admin);
    ids[code] = customer.id;
    accounts[code] = [customer.accounts.nodes[0].id];
  }
  const { account } = await ok('accountOpen', 'account { id }', { customerId: ids['RC_ANN'] }, admin);
  accounts['RC_ANN']!.push(account.id as string);
});
afterEach(() => {
  Object.assign(cardBook, { mode: 'answer', silent: false });
});

const FIELDS = `recharge { id rechargeNo status refusalCode value { amount currency } credits(first: 9, orderBy: [{ field: POSITION }]) { nodes { asked amount { amount } account { id } } } }`;
const inputOf = (cardNo: string, cardSecret: string, more: object = {}) => ({
  ...{ customerId: ids['RC_ANN'], cardNo, cardSecret, requestKey: cardNo },
  credits: [{ accountId: accounts['RC_ANN']![0] }],
  ...more,
});
const top = async (cardNo: string, cardSecret: string, more: object = {}, as: As = admin) =>
  (await ok('rechargeByCard', FIELDS, inputOf(cardNo, cardSecret, more), as))['recharge'];
const deny = (cardNo: string, cardSecret: string, more: object = {}, as: As = admin) =>
  refused('rechargeByCard', inputOf(cardNo, cardSecret, more), as);
const credited = (rechargeNo: string) =>
  rows(
    `select data from history_entry where type = 'recharge.credited' and data->>'rechargeNo' = $1 order by sequence`,
    [rechargeNo],
  );
const settleNow = async (rechargeNo: string) => {
  const [{ id }] = await rows('select id from recharge where recharge_no = $1', [rechargeNo]);
  const run = { id: '1', attempt: 1, signal: new AbortController().signal };
  await settleRecharge.run({ rechargeId: id }, graph.database.systemContext('test'), run);
  return (await rows('select status, refusal_code from recharge where recharge_no = $1', [rechargeNo]))[0];
};

test('RES-54 the value of a card tops several accounts up, once, and billing is told of each', async () => {
  const [first, second] = accounts['RC_ANN']!;
  const credits = [{ accountId: first, amount: '30.50' }, { accountId: second }];
  const asked = cardBook.asked;
  const both = await Promise.all([0, 1].map(() => top('SBX100-4711', '1174', { credits })));
  expect(new Set(both.map(({ id }) => id)).size).toBe(1);
  expect(cardBook.asked).toBe(asked + 1);
  const again = await top('SBX100-4711', '1174', { credits });
  expect(again).toMatchObject({
    ...{ status: 'CREDITED', refusalCode: null, value: { amount: '100', currency: 'CNY' } },
    credits: {
      nodes: [
        { asked: '30.5', amount: { amount: '30.5' }, account: { id: first } },
        { asked: null, amount: { amount: '69.5' }, account: { id: second } },
      ],
    },
  });
  expect(cardBook.asked).toBe(asked + 1);
  expect((await credited(again.rechargeNo)).map(({ data }) => [data.amount, data.currency])).toEqual([
    ['30.5', 'CNY'],
    ['69.5', 'CNY'],
  ]);
  expect(await deny('SBX100-4711', '1174', { requestKey: 'other' })).toEqual(['CARD_IN_USE input.cardNo']);
  expect(await deny('SBX50-1', '1', { requestKey: 'SBX100-4711' })).toEqual(['KEY_REUSED input.requestKey']);
  const bob = { customerId: ids['RC_BOB'], credits: [{ accountId: accounts['RC_BOB']![0] }] };
  expect(await deny('SBX100-4711', '1174', bob)).toEqual(['CARD_IN_USE input.cardNo']);
});

test('RES-54 the card system refuses: nothing is credited, and the card may be tried again', async () => {
  cardBook.cards.set('USD-1', { secret: 's', amount: '10', currency: 'USD' });
  cardBook.cards.set('OLD-1', { secret: 's', amount: '10', currency: 'CNY', expired: true });
  const cases: [string, string, string, object][] = [
    ['NONE-1', 'x', 'UNKNOWN_CARD', {}],
    ['SBX20-12', 'wrong', 'BAD_SECRET', {}],
    ['USD-1', 's', 'OTHER_CURRENCY', {}],
    ['OLD-1', 's', 'EXPIRED', {}],
    [
      'SBX20-34',
      '43',
      'VALUE_TOO_SMALL',
      { credits: [{ accountId: accounts['RC_ANN']![0], amount: '20.01' }, { accountId: accounts['RC_ANN']![1] }] },
    ],
  ];
  for (const [cardNo, secret, refusalCode, more] of cases) {
    const { rechargeNo, ...rest } = await top(cardNo, secret, more);
    expect(rest).toMatchObject({ status: 'REFUSED', refusalCode, value: null });
    expect(await credited(rechargeNo)).toEqual([]);
  }
  expect(await top('SBX20-12', '21', { requestKey: 'again' })).toMatchObject({
    status: 'CREDITED',
    value: { amount: '20' },
  });
});

test('RES-54 a lost answer leaves the recharge open; what became of the card is found out later and credited once', async () => {
  cardBook.mode = 'lost after';
  const open = await top('SBX40-77', '77');
  expect(open).toMatchObject({ status: 'REQUESTED', value: null });
  expect(await credited(open.rechargeNo)).toEqual([]);
  expect(await deny('SBX40-77', '77', { requestKey: 'meanwhile' })).toEqual(['CARD_IN_USE input.cardNo']);
  cardBook.silent = true;
  await expect(settleNow(open.rechargeNo)).rejects.toThrow('silent');
  cardBook.silent = false;
  const settled = await Promise.all([settleNow(open.rechargeNo), settleNow(open.rechargeNo)]);
  expect(settled).toEqual([0, 1].map(() => ({ status: 'CREDITED', refusal_code: null })));
  expect(await credited(open.rechargeNo)).toHaveLength(1);
  expect(await rows(`select 1 from background_job where name = 'recharge.settle'`)).not.toEqual([]);
  cardBook.mode = 'lost before';
  const lost = await top('SBX40-88', '88');
  cardBook.mode = 'answer';
  expect(await settleNow(lost.rechargeNo)).toEqual({ status: 'REFUSED', refusal_code: 'NOT_ARRIVED' });
  // The request that was lost on its way comes to nothing when it arrives after all.
  const late = { rechargeNo: lost.rechargeNo, cardNo: 'SBX40-88', cardSecret: '88', currency: 'CNY', least: '0' };
  await expect(rechargeCards.adapter.redeem(late, graph.database.systemContext('test'))).rejects.toThrow();
  expect(await top('SBX40-88', '88', { requestKey: 'once more' })).toMatchObject({ status: 'CREDITED' });
});

test('RES-54 the secret of a card is neither stored nor logged, and cannot be guessed', async () => {
  const hoursPass = () => rows(`update recharge set requested_at = requested_at - interval '2 hours'`);
  await hoursPass();
  const secret = 'velvet-tangerine';
  cardBook.cards.set('HID-1', { secret, amount: '10', currency: 'CNY' });
  const wrong = 'crimson-walnut';
  for (let miss = 0; miss < 5; miss++) await top('HID-1', wrong, { requestKey: `miss-${miss}` });
  const asked = cardBook.asked;
  expect(await deny('HID-1', secret, { requestKey: 'guessed' })).toEqual(['TOO_MANY_MISSES input.cardSecret']);
  expect(cardBook.asked).toBe(asked);
  await hoursPass();
  expect(await top('HID-1', secret, { requestKey: 'an hour later' })).toMatchObject({ status: 'CREDITED' });
  const tables = await rows(
    `select format('%I.%I', table_schema, table_name) "name" from information_schema.tables where table_schema in ('public', 'graphile_worker')`,
  );
  const found: string[] = [];
  for (const { name } of tables)
    for (const text of [secret, wrong])
      if ((await rows(`select 1 from ${name} "t" where "t"::text like $1 limit 1`, [`%${text}%`])).length > 0)
        found.push(name);
  expect(found).toEqual([]);
});

test('RES-54 only accounts and services of the customer are topped up, and only by who sees them', async () => {
  const [own, other] = [accounts['RC_ANN']![0], accounts['RC_BOB']![0]];
  const count = async () => (await rows('select count(*)::int n from recharge'))[0].n as number;
  const before = await count();
  const asked = cardBook.asked;
  const credit = (...credits: object[]) => deny('SBX10-5', '5', { credits });
  expect(await credit({ accountId: other })).toEqual(['NOT_OF_CUSTOMER input.credits.0.accountId']);
  expect(await credit({ accountId: own }, { accountId: own })).toEqual(['DUPLICATE input.credits.1']);
  expect(await credit({ accountId: own, amount: '5' })).toEqual(['REST_UNCLEAR input.credits']);
  expect(await credit({})).toEqual(['REQUIRED input.credits.0.accountId']);
  expect(await deny('SBX10-5', '5', {}, elsewhere)).toEqual(['NOT_FOUND input.customerId']);
  const eve: As = { sub: 'RC_EVE', role: 'customer', customer: 'RC_EVE' };
  expect(await deny('SBX10-5', '5', {}, eve)).toEqual(['NOT_FOUND input.customerId']);
  await rows(`update account set status = 'INVALID' where owner_id = (select id from customer where code = 'RC_BOB')`);
  const bob = { customerId: ids['RC_BOB'], credits: [{ accountId: other }] };
  expect(await deny('SBX10-5', '5', bob)).toEqual(['ACCOUNT_NOT_IN_USE input.credits.0.accountId']);
  expect([await count(), cardBook.asked]).toEqual([before, asked]);
  const self = { customerId: ids['RC_EVE'], credits: [{ accountId: accounts['RC_EVE']![0] }] };
  expect(await top('SBX10-5', '5', self, eve)).toMatchObject({ status: 'CREDITED' });
  const seen = '{ recharges(first: 50) { nodes { customer { code } } } }';
  expect((await ask(seen, {}, eve)).recharges.nodes).toEqual([{ customer: { code: 'RC_EVE' } }]);
  expect((await ask(seen, {}, elsewhere)).recharges.nodes).toEqual([]);
});
