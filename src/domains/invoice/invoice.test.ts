import { beforeAll, expect, test } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import {
  ask,
  faults,
  idOf,
  offeringInSale,
  ok,
  refused,
  rows,
  run,
  useCatalogueDesk,
} from '../../testing/catalogue-desk.js';

useCatalogueDesk();

const keeper = { sub: 'stk', role: 'staff', region: '44' } as const;
const clerk = { sub: 'clk', role: 'staff', region: '4401' } as const;
const stranger = { sub: 'other', role: 'staff', region: '51' } as const;
let seriesId: string;
let alice: string;
let hall: string;

const holderOf = async (code: string, kind: string) => {
  const input = { code, name: code, kind, regionId: await idOf('region', '4401') };
  return (await ok('stockHolderCreate', 'stockHolder { id }', input, keeper))['stockHolder'].id as string;
};
const seriesOf = async (code: string, more: object = {}) =>
  (await ok('invoiceSeriesSave', 'invoiceSeries { id }', { code, name: code, form: 'INVOICE', ...more }))[
    'invoiceSeries'
  ].id as string;
const range = 'invoiceRange { id status firstNo lastNo usedCount unusedCount }';
const numbers = (firstNo: number, lastNo: number, more: object = {}) => ({
  ...{ seriesId, holderId: alice, firstNo, lastNo },
  ...more,
});
const issue = (firstNo: number, lastNo: number, more: object = {}) =>
  run('invoiceRangeIssue', range, numbers(firstNo, lastNo, more), keeper);
const other = (amount: string, description = 'Labour') => ({
  charge: 'OTHER',
  description,
  amount: { amount, currency: 'CNY' },
});
const invoice = 'invoice { id invoiceNo number status kind printCount reprint total { amount } customer { code } }';
const print = (more: object = {}) => ({
  seriesId,
  holderId: alice,
  payer: 'A. Customer',
  lines: [other('10')],
  ...more,
});
const printed = async (more: object = {}) => (await ok('invoicePrint', invoice, print(more), clerk))['invoice'];

beforeAll(async () => {
  alice = await holderOf('ALICE_DESK', 'SALESPERSON');
  hall = await holderOf('HALL', 'OUTLET');
  seriesId = await seriesOf('A');
});

test('RES-24 RES-36 numbers go to a clerk, an outlet or a consignment point, and those that are out never overlap', async () => {
  const point = await holderOf('KIOSK', 'CONSIGNMENT_POINT');
  expect(faults(await issue(10, 9))).toEqual(['CONTRADICTORY input.lastNo']);
  const raced = await Promise.all([
    issue(1, 20),
    issue(15, 30, { holderId: hall }),
    issue(31, 35, { holderId: point }),
  ]);
  expect(raced.flatMap(faults)).toEqual(['OVERLAPS input.firstNo']);
  expect(await rows('select count(*)::int n from invoice_range')).toEqual([{ n: 2 }]);
  // Whatever the code does, the table does not take it.
  await expect(
    rows(
      `insert into invoice_range select gen_random_uuid(), now(), now(), series_id, holder_id, first_no, last_no, next_no, status, issued_by, issued_at from invoice_range limit 1`,
    ),
  ).rejects.toThrow('invoice_range_apart');
  // The same numbers of a receipt are other numbers.
  const receipts = await seriesOf('R', { form: 'RECEIPT' });
  expect(faults(await issue(1, 20, { seriesId: receipts }))).toEqual([]);
  expect(await refused('invoiceRangeIssue', numbers(900, 901), stranger)).toEqual(['NOT_FOUND input.holderId']);
  expect(await rows('select 1 from invoice_range where first_no = 900')).toEqual([]);
});

test('RES-44 RES-47 printing takes the next number of the clerk, each once, or one entered by hand', async () => {
  await rows('delete from invoice_range');
  expect(await refused('invoicePrint', print(), clerk)).toEqual(['OUT_OF_STOCK input.holderId']);
  await issue(101, 103);
  await issue(201, 204);
  expect(await refused('invoicePrint', print({ number: 500 }), clerk)).toEqual(['NOT_FOUND input.number']);
  expect((await printed({ number: 102 })).invoiceNo).toBe('A-00000102');
  expect(await refused('invoicePrint', print({ number: 102 }), clerk)).toEqual(['USED input.number']);
  const raced = await Promise.all([1, 2, 3].map(() => run('invoicePrint', invoice, print(), clerk)));
  expect(raced.map((each) => each['invoice'].number as number).sort()).toEqual([101, 103, 201]);
});

test('RES-47 one order goes on several vouchers and several orders on one, but no charge on two', async () => {
  const offeringId = await offeringInSale('OF_INVOICED');
  const customerId = (
    await ok(
      'customerCreate',
      'customer { id }',
      { code: 'PAYER', regionId: await idOf('region', '4401'), individual: { name: 'Payer' } },
      'admin',
    )
  )['customer'].id;
  const orders: { id: string; recurringPrice: { amount: string } }[] = [];
  for (let index = 0; index < 2; index++)
    orders.push(
      (
        await ok(
          'orderSubmit',
          'order { items(first: 1) { nodes { id recurringPrice { amount } } } }',
          { customerId, items: [{ action: 'INSTALL', offeringId, installAddress: 'Main Street 1' }] },
          clerk,
        )
      )['order'].items.nodes[0],
    );
  const line = (index: number, charge: string) => ({ charge, orderItemId: orders[index]!.id });
  const both = { lines: [line(0, 'RECURRING'), line(1, 'RECURRING')] };
  const first = await printed(both);
  expect(Number(first.total.amount)).toBe(2 * Number(orders[0]!.recurringPrice.amount));
  expect(first.customer).toEqual({ code: 'PAYER' });
  expect(await refused('invoicePrint', print({ lines: [line(1, 'RECURRING')] }), clerk)).toEqual([
    'ALREADY_INVOICED input.lines.0.orderItemId',
  ]);
  expect(
    await refused('invoicePrint', print({ lines: [{ ...line(0, 'ONE_TIME'), amount: other('1').amount }] }), clerk),
  ).toEqual(['CONTRADICTORY input.lines.0.amount']);
  // The other charge of the same order goes on a voucher of its own, together with something else.
  const parted = await Promise.all(
    [1, 2].map(() => run('invoicePrint', invoice, print({ lines: [line(0, 'ONE_TIME'), other('3')] }), clerk)),
  );
  expect(parted.flatMap(faults)).toEqual(['ALREADY_INVOICED input.lines.0.orderItemId']);
  // Voided, its charges may be invoiced anew; the number is gone.
  await ok('invoiceVoid', '__typename', { invoiceId: first.id, reason: 'wrong name' }, clerk);
  await issue(301, 310);
  const again = await printed(both);
  expect(again.number).not.toBe(first.number);
  const own = `{ invoices(first: 9, filter: { status: { eq: USED } }) { nodes { invoiceNo } } }`;
  const seen = await ask(own, {}, { sub: 'payer', role: 'customer', customer: 'PAYER' });
  expect(seen.invoices.nodes).toHaveLength(2);
});

test('RES-46 vouchers are printed again with a mark, supplemented, given back in part and voided, all of it logged', async () => {
  await issue(401, 420);
  const made = await printed({ lines: [other('100')] });
  await ok('invoiceReprint', '__typename', { invoiceId: made.id, reason: 'paper jam' }, clerk);
  const [mark] = await rows('select print_count from invoice where number = $1', [made.number]);
  expect(mark).toEqual({ print_count: 2 });
  const follow = (kind: string, amount: string) => print({ kind, originalId: made.id, lines: [other(amount, kind)] });
  expect(await refused('invoicePrint', print({ kind: 'REFUND' }), clerk)).toEqual(['REQUIRED input.originalId']);
  const refunds = await Promise.all([1, 2].map(() => run('invoicePrint', invoice, follow('REFUND', '60'), clerk)));
  expect(refunds.flatMap(faults)).toEqual(['TOO_MUCH input.lines']);
  expect(refunds.find((each) => each['invoice'])!['invoice'].total.amount).toBe('-60');
  expect((await ok('invoicePrint', invoice, follow('SUPPLEMENTARY', '7'), clerk))['invoice'].kind).toBe(
    'SUPPLEMENTARY',
  );
  expect(await refused('invoiceVoid', { invoiceId: made.id, reason: 'x' }, clerk)).toEqual(['IN_USE input.invoiceId']);
  const { invoice: seen } = await ask(
    `query ($id: ID!) { invoice(id: $id) { reprint followUps(first: 5) { totalCount } history(first: 9) { nodes { type data reason } } } }`,
    { id: made.id },
    clerk,
  );
  expect([seen.reprint, seen.followUps.totalCount]).toEqual([true, 2]);
  const prints = seen.history.nodes.filter(({ type }: { type: string }) => type === 'invoice.printed');
  expect(prints.map(({ data, reason }: { data: { copy: number }; reason: string }) => [data.copy, reason])).toEqual(
    expect.arrayContaining([
      [1, null],
      [2, 'paper jam'],
    ]),
  );
  expect(await refused('invoiceReprint', { invoiceId: made.id, reason: 'x' }, stranger)).toEqual([
    'NOT_FOUND input.invoiceId',
  ]);
});

test('RES-45 money for another operator is collected on its own vouchers only', async () => {
  const foreign = await seriesOf('B', { collectedFor: 'Other Mobile' });
  await issue(1, 5, { seriesId: foreign });
  const item = encodeId('od', (await rows('select id from order_item limit 1'))[0].id as string);
  const own = { charge: 'RECURRING', orderItemId: item };
  expect(await refused('invoicePrint', print({ seriesId: foreign, lines: [own] }), clerk)).toEqual([
    'CONTRADICTORY input.lines.0.charge',
  ]);
  expect((await printed({ seriesId: foreign, lines: [other('30', 'Bill of Other Mobile')] })).invoiceNo).toBe(
    'B-00000001',
  );
});

test('RES-25 RES-26 unused numbers are recalled; one that was used makes the whole recall invalid', async () => {
  await issue(1001, 1010, { holderId: hall });
  await ok('invoicePrint', '__typename', print({ holderId: hall, number: 1005 }), clerk);
  const recall = (firstNo: number, lastNo: number) => ({
    ...numbers(firstNo, lastNo, { holderId: hall }),
    reason: 'closing',
  });
  const invalid = await run('invoiceRangeRecall', range, recall(1001, 1010), keeper);
  expect(faults(invalid)).toEqual(['USED input.firstNo']);
  expect(invalid.userErrors[0]!.details).toEqual({ numbers: [1005] });
  const stock = async () =>
    (
      await ask(
        `{ invoiceRanges(first: 9, filter: { holder: { code: { eq: "HALL" } }, status: { eq: ISSUED } }, orderBy: [{ field: FIRST_NO }]) { nodes { firstNo lastNo usedCount unusedCount holder { kind } } } }`,
        {},
        clerk,
      )
    ).invoiceRanges.nodes;
  expect(await stock()).toEqual([
    { firstNo: 1001, lastNo: 1010, usedCount: 1, unusedCount: 9, holder: { kind: 'OUTLET' } },
  ]);
  await ok('invoiceRangeRecall', range, recall(1002, 1004), keeper);
  expect(await stock()).toMatchObject([
    { firstNo: 1001, lastNo: 1001, usedCount: 0 },
    { firstNo: 1005, lastNo: 1010, usedCount: 1, unusedCount: 5 },
  ]);
  // What was taken back may go to somebody else.
  expect(faults(await issue(1002, 1004))).toEqual([]);
  expect(await refused('invoiceRangeRecall', recall(1002, 1004), keeper)).toEqual(['NOT_FOUND input.firstNo']);
});

test('RES-28 lost and spoiled numbers are reported, confirmed by somebody else and then never used any more', async () => {
  const report = { ...numbers(1006, 1007, { holderId: hall }), kind: 'LOST', reason: 'burglary' };
  const lossId = (await ok('invoiceLossReport', 'invoiceLoss { id status }', report, clerk))['invoiceLoss'].id;
  expect(await refused('invoiceLossDecide', { lossId, confirm: true }, clerk)).toEqual(['FOUR_EYES input.lossId']);
  const raced = await Promise.all(
    [1, 2].map(() => run('invoiceLossDecide', '__typename', { lossId, confirm: true }, keeper)),
  );
  expect(raced.flatMap(faults)).toEqual(['INVALID_TRANSITION']);
  const approvals = () =>
    rows(`select status, decided_by from approval where kind = 'INVOICE_LOSS' order by approval_no`);
  expect(await approvals()).toEqual([{ status: 'APPROVED', decided_by: 'stk' }]);
  const withdrawn = { ...numbers(1009, 1009, { holderId: hall }), kind: 'VOID', reason: 'found again' };
  const second = (await ok('invoiceLossReport', 'invoiceLoss { id }', withdrawn, clerk))['invoiceLoss'].id;
  const [{ id: open }] = await rows(`select id from approval where kind = 'INVOICE_LOSS' and status = 'ASKED'`);
  await ok('approvalWithdraw', '__typename', { approvalId: encodeId('av', open), reason: 'found' }, clerk);
  expect(await refused('invoiceLossDecide', { lossId: second, confirm: true }, keeper)).toEqual(['INVALID_TRANSITION']);
  expect((await approvals())[1]).toEqual({ status: 'WITHDRAWN', decided_by: null });
  expect(await rows(`select status from invoice_loss where first_no = 1009`)).toEqual([{ status: 'REJECTED' }]);
  expect(await rows(`select 1 from invoice where number = 1009`)).toEqual([]);
  expect(await refused('invoicePrint', print({ holderId: hall, number: 1006 }), clerk)).toEqual(['USED input.number']);
  const next = async () => (await printed({ holderId: hall })).number as number;
  expect([await next(), await next()]).toEqual([1001, 1008]);
  expect(await rows(`select status from invoice where number in (1006, 1007)`)).toEqual([
    { status: 'LOST' },
    { status: 'LOST' },
  ]);
  expect(
    await refused('invoiceRangeRecall', { ...numbers(1006, 1006, { holderId: hall }), reason: 'x' }, keeper),
  ).toEqual(['USED input.firstNo']);
});

test('RES-27 RES-29 vouchers that are handed in are written off number by number, and counted', async () => {
  expect(await refused('invoiceWriteOff', numbers(1005, 1010, { holderId: hall }), keeper)).toEqual([
    'UNUSED input.firstNo',
  ]);
  const check = numbers(1005, 1007, { holderId: hall });
  const done = await ok(
    'invoiceWriteOff',
    'invoiceWriteOff { writtenOff ended total { amount } verifiedBy }',
    check,
    keeper,
  );
  expect(done['invoiceWriteOff']).toEqual({ writtenOff: 1, ended: 2, total: { amount: '10' }, verifiedBy: 'stk' });
  expect(await refused('invoiceWriteOff', check, keeper)).toEqual(['WRITTEN_OFF input.firstNo']);
  const counted = await ask(
    `{ invoices(filter: { holder: { code: { eq: "HALL" } } }) { aggregate(groupBy: [{ dimension: HOLDER }, { dimension: STATUS }]) { count key { status } } } }`,
    {},
    keeper,
  );
  expect(counted.invoices.aggregate).toEqual(
    expect.arrayContaining([
      { count: 1, key: { status: 'WRITTEN_OFF' } },
      { count: 2, key: { status: 'LOST' } },
      { count: 2, key: { status: 'USED' } },
    ]),
  );
});
