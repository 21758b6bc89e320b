import { beforeAll, expect, test } from '@jest/globals';
import { encodeId } from '../../kernel/model/index.js';
import { ask, faults, graph, idOf, ok, refused, rows, run, useCatalogueDesk } from '../../testing/catalogue-desk.js';
import { dayAt } from '../calendar/index.js';
import { watchStockAge } from './stock-age.service.js';
import { warnOfOverdue } from './stock-in-order.service.js';
import { reportStock } from './stock-report.service.js';

useCatalogueDesk();

const keeper = { sub: 'stk', role: 'staff', region: '44' } as const;
const clerk = { sub: 'clk', role: 'staff', region: '4401' } as const;
const stranger = { sub: 'other', role: 'staff', region: '51' } as const;
const note = 'stockNote { id }';
const HOUR = 60 * 60_000;
let city: string;
let shop: string;

const typeOf = async (code: string, more: object = {}) => {
  const input = { code, name: code, category: 'GIFT', serialised: false, unit: 'piece', ...more };
  return (await ok('resourceTypeSave', 'resourceType { id }', input))['resourceType'].id as string;
};
const holderOf = async (code: string, more: object = {}) => {
  const input = { code, name: code, kind: 'DEPARTMENT', regionId: await idOf('region', '4401'), ...more };
  return (await ok('stockHolderCreate', 'stockHolder { id }', input, keeper))['stockHolder'].id as string;
};
const stockIn = (typeId: string, more: object, holderId = city) =>
  ok('stockIn', note, { holderId, typeId, ...more }, keeper);
const onHand = async (type: string, holder: string) =>
  (
    await rows(
      `select on_hand from stock_balance b join resource_type t on t.id = b.type_id join stock_holder h on h.id = b.holder_id where t.code = $1 and h.code = $2`,
      [type, holder],
    )
  )[0]?.on_hand as number | undefined;
const told = async (type: string, code: string) =>
  (
    await rows(`select data from history_entry where type = $1 and data->>'type' = $2 order by sequence`, [type, code])
  ).map(({ data }) => data as Record<string, unknown>);

beforeAll(async () => {
  city = await holderOf('CITY');
  shop = await holderOf('SHOP', { kind: 'OUTLET', parentId: city });
});

test('RES-06 RES-07 a request goes from its writing over approval by somebody else to the delivery', async () => {
  const typeId = await typeOf('CAP');
  const wish = { holderId: shop, typeId, quantity: 5, purpose: 'opening day' };
  expect(await refused('resourceRequestCreate', wish, stranger)).toEqual(['NOT_FOUND input.holderId']);
  expect(await refused('resourceRequestCreate', { ...wish, resourceNo: 'X' }, clerk)).toEqual([
    'CONTRADICTORY input.resourceNo',
  ]);
  expect(await rows('select 1 from resource_request')).toEqual([]);
  const made = (await ok('resourceRequestCreate', 'resourceRequest { id status requestedBy quantity }', wish, clerk))[
    'resourceRequest'
  ];
  expect(made).toMatchObject({ status: 'TO_SEND', requestedBy: 'clk', quantity: 5 });
  const requestId = made.id as string;
  const decide = (approve: boolean, more: object = {}) => ({ requestId, approve, ...more });
  expect(await refused('resourceRequestDecide', decide(true), keeper)).toEqual(['INVALID_TRANSITION']);
  await ok('resourceRequestSubmit', '__typename', { requestId }, clerk);
  expect(await refused('resourceRequestDecide', decide(true), clerk)).toEqual(['FOUR_EYES input.requestId']);
  expect(await refused('resourceRequestDecide', decide(false), keeper)).toEqual(['REQUIRED input.reason']);
  await ok('resourceRequestDecide', '__typename', decide(false, { reason: 'too many' }), keeper);
  await ok('resourceRequestSubmit', '__typename', { requestId, quantity: 3 }, clerk);
  const raced = await Promise.all([1, 2].map(() => run('resourceRequestDecide', '__typename', decide(true), keeper)));
  expect(raced.flatMap(faults)).toEqual(['INVALID_TRANSITION']);
  expect(
    await rows(
      `select status, asked_by, decided_by, remark from approval where kind = 'RESOURCE_REQUEST' order by approval_no`,
    ),
  ).toEqual([
    { status: 'REJECTED', asked_by: 'clk', decided_by: keeper.sub, remark: 'too many' },
    { status: 'APPROVED', asked_by: 'clk', decided_by: keeper.sub, remark: null },
  ]);
  // What was approved is delivered in parts, and never more of it.
  await stockIn(typeId, { quantity: 10 });
  const send = (quantity: number, more: object = {}) =>
    run('stockTransfer', note, { fromId: city, toId: shop, typeId, quantity, requestId, ...more }, keeper);
  expect(faults(await send(4))).toEqual(['TOO_MUCH input.requestId']);
  expect(await onHand('CAP', 'SHOP')).toBeUndefined();
  expect(faults(await send(1))).toEqual([]);
  expect(faults(await send(2))).toEqual([]);
  expect(faults(await send(1))).toEqual(['INVALID_TRANSITION input.requestId']);
  const tracked = await ask(
    `query ($id: ID!) { resourceRequest(id: $id) { status quantity delivered decidedBy history(first: 20) { nodes { ... on StateChange { toState } } } } }`,
    { id: requestId },
    clerk,
  );
  expect(tracked.resourceRequest).toMatchObject({ status: 'CLOSED', quantity: 3, delivered: 3, decidedBy: 'stk' });
  const states = tracked.resourceRequest.history.nodes.map(({ toState }: { toState: string }) => toState);
  expect(new Set(states)).toEqual(new Set(['TO_SEND', 'UNDER_APPROVAL', 'REJECTED', 'APPROVED', 'CLOSED']));
  const byState = `{ resourceRequests(first: 5, filter: { status: { eq: CLOSED }, requestedBy: { eq: "clk" } }) { nodes { quantity } } }`;
  expect((await ask(byState, {}, clerk)).resourceRequests.nodes).toEqual([{ quantity: 3 }]);
  expect((await ask(byState, {}, stranger)).resourceRequests.nodes).toEqual([]);
});

test('RES-02 stock that is not taken in within its limit raises one warning', async () => {
  const typeId = await typeOf('SCARF');
  const open = (more: object) => ({ holderId: city, typeId, quantity: 4, ...more });
  expect(await refused('stockInOrderOpen', open({ dueAt: '2020-01-01T00:00:00Z' }), keeper)).toEqual([
    'IN_PAST input.dueAt',
  ]);
  const made = (await ok('stockInOrderOpen', 'stockInOrder { id dueAt }', open({}), keeper))['stockInOrder'];
  const due = new Date(made.dueAt as string).getTime();
  expect(Math.round((due - Date.now()) / HOUR)).toBe(72);
  const orderId = made.id as string;
  await stockIn(typeId, { quantity: 1, orderId });
  expect(await refused('stockIn', { holderId: city, typeId, quantity: 9, orderId }, keeper)).toEqual([
    'TOO_MUCH input.orderId',
  ]);
  const context = graph.database.systemContext('clock');
  await warnOfOverdue(context, new Date(due - 1));
  expect(await told('stock.in.overdue', 'SCARF')).toEqual([]);
  await Promise.all([1, 2].map(() => warnOfOverdue(context, new Date(due + 1))));
  expect(await told('stock.in.overdue', 'SCARF')).toMatchObject([{ holder: 'CITY', quantity: 3 }]);
  await stockIn(typeId, { quantity: 3, orderId });
  expect(await refused('stockInOrderCancel', { orderId, reason: 'late' }, keeper)).toEqual(['INVALID_TRANSITION']);
  const seen = await ask(
    'query ($id: ID!) { stockInOrder(id: $id) { status overdue received } }',
    { id: orderId },
    keeper,
  );
  expect(seen.stockInOrder).toEqual({ status: 'POSTED', overdue: true, received: 4 });
});

test('RES-04 pieces that lie too long raise an alarm, first in first out, and clear it when they have gone', async () => {
  const typeId = await typeOf('CALENDAR', { maxAgeDays: 30 });
  await stockIn(typeId, { quantity: 5 });
  await graph.database.pool.query(
    `update stock_note set moved_at = moved_at - interval '40 days' where type_id = (select id from resource_type where code = 'CALENDAR')`,
  );
  await stockIn(typeId, { quantity: 2 });
  const context = graph.database.systemContext('clock');
  await Promise.all([1, 2].map(() => watchStockAge(context)));
  expect((await told('stock.age.exceeded', 'CALENDAR')).at(0)).toMatchObject({
    holder: 'CITY',
    days: 40,
    threshold: 30,
  });
  const age = `{ stockBalances(first: 1, filter: { type: { code: { eq: "CALENDAR" } } }) { nodes { oldestAt agedSince } } }`;
  const [old] = (await ask(age, {}, keeper)).stockBalances.nodes;
  expect(Math.round((Date.now() - new Date(old.oldestAt).getTime()) / (24 * HOUR))).toBe(40);
  expect(old.agedSince).not.toBeNull();
  // The five old ones go first: what is left came just now.
  await ok('stockTransfer', note, { fromId: city, toId: shop, typeId, quantity: 5 }, keeper);
  await watchStockAge(context);
  expect(await told('stock.age.cleared', 'CALENDAR')).toHaveLength(1);
  expect(
    (await ask(age.replace('filter: {', 'filter: { holder: { code: { eq: "CITY" } },'), {}, keeper)).stockBalances
      .nodes[0].agedSince,
  ).toBeNull();
});

test('RES-17 the day of a report is that of the operator, also where it is another one in UTC', async () => {
  const typeId = await typeOf('ERASER', { reportPeriod: 'DAY' });
  await stockIn(typeId, { quantity: 3 });
  const today = dayAt(new Date(), 'Asia/Shanghai');
  const justAfter = new Date(new Date(`${today}T00:30:00+08:00`).getTime() + 24 * HOUR);
  await reportStock(graph.database.systemContext('clock'), justAfter);
  const { stockReports } = await ask(
    '{ stockReports(first: 9, filter: { type: { code: { eq: "ERASER" } } }) { nodes { fromDay toDay received } } }',
    {},
    keeper,
  );
  expect(stockReports.nodes).toEqual([{ fromDay: today, toDay: today, received: 3 }]);
});

test('RES-03 stock is reported in real time, or by day and month with opening, received, issued and closing', async () => {
  const typeId = await typeOf('NOTEBOOK', { reportPeriod: 'DAY' });
  const other = await typeOf('PENCIL');
  const back = (type: string, days: number) =>
    graph.database.pool.query(
      `update stock_note set moved_at = moved_at - $2 * interval '1 day' where type_id = (select id from resource_type where code = $1) and moved_at > now() - interval '12 hours'`,
      [type, days],
    );
  await stockIn(typeId, { quantity: 10 });
  await back('NOTEBOOK', 2);
  await stockIn(typeId, { quantity: 4 });
  await ok('stockTransfer', note, { fromId: city, toId: shop, typeId, quantity: 6 }, keeper);
  await back('NOTEBOOK', 1);
  await stockIn(typeId, { quantity: 100 });
  await stockIn(other, { quantity: 1 });
  await back('PENCIL', 1);
  const noon = new Date(`${dayAt(new Date(), 'Asia/Shanghai')}T12:00:00+08:00`);
  const context = graph.database.systemContext('clock');
  await Promise.all([1, 2].map(() => reportStock(context, noon)));
  const seen = await ask(
    `{ stockReports(first: 9, filter: { type: { code: { in: ["NOTEBOOK", "PENCIL"] } } }, orderBy: [{ field: OPENING, direction: DESC }]) {
      nodes { holder { code } opening received issued closing } } }`,
    {},
    keeper,
  );
  expect(seen.stockReports.nodes).toEqual([
    { holder: { code: 'CITY' }, opening: 10, received: 4, issued: 6, closing: 8 },
    { holder: { code: 'SHOP' }, opening: 0, received: 6, issued: 0, closing: 6 },
  ]);
  const summary = await ask(
    `{ stockReports(filter: { type: { code: { eq: "NOTEBOOK" } } }) { aggregate(groupBy: [{ dimension: TYPE }]) { key { type { code } } sum { closing received } } } }`,
    {},
    keeper,
  );
  expect(summary.stockReports.aggregate).toEqual([
    { key: { type: { code: 'NOTEBOOK' } }, sum: { closing: '14', received: '10' } },
  ]);
});

test('RES-15 RES-16 a stocktaking by class finds surplus and deficit, which somebody else approves with a treatment', async () => {
  const counted = await typeOf('CABLE', { category: 'TERMINAL_PART' });
  const numbered = await typeOf('BATTERY', { category: 'TERMINAL_PART', serialised: true });
  const forgotten = await typeOf('PLUG', { category: 'TERMINAL_PART' });
  const desk = await holderOf('DESK');
  await stockIn(counted, { quantity: 10, unitPrice: { amount: '2.50', currency: 'CNY' } }, desk);
  await stockIn(numbered, { items: ['B1', 'B2', 'B3'].map((resourceNo) => ({ resourceNo })) }, desk);
  await stockIn(forgotten, { quantity: 1 }, desk);
  const open = { holderId: desk, category: 'TERMINAL_PART' };
  const raced = await Promise.all([1, 2].map(() => run('stockTakeOpen', 'stockTake { id }', open, keeper)));
  expect(raced.flatMap(faults)).toEqual(['DUPLICATE']);
  const takeId = raced.find((each) => each['stockTake'])!['stockTake'].id as string;
  const found = (more: object[]) => ({ takeId, counts: more });
  expect(await refused('stockTakeRecord', found([{ typeId: await typeOf('MAGNET'), quantity: 1 }]), keeper)).toEqual([
    'CONTRADICTORY input.counts.0.typeId',
  ]);
  const counts = [
    { typeId: counted, quantity: 12 },
    { typeId: numbered, resourceNos: ['B1', 'B3', 'B9'] },
  ];
  const lines =
    'stockTake { lines(first: 5) { nodes { type { code } booked counted difference missingNos foundNos differenceValue { amount } } } }';
  const recorded = (await ok('stockTakeRecord', lines, found(counts), clerk))['stockTake'].lines.nodes;
  expect(recorded).toHaveLength(3);
  expect(recorded).toEqual(
    expect.arrayContaining([
      {
        type: { code: 'CABLE' },
        booked: 10,
        counted: 12,
        difference: 2,
        missingNos: [],
        foundNos: [],
        differenceValue: { amount: '5' },
      },
      {
        type: { code: 'BATTERY' },
        booked: 3,
        counted: 3,
        difference: 0,
        missingNos: ['B2'],
        foundNos: ['B9'],
        differenceValue: null,
      },
      {
        type: { code: 'PLUG' },
        booked: 1,
        counted: 0,
        difference: -1,
        missingNos: [],
        foundNos: [],
        differenceValue: null,
      },
    ]),
  );
  const treat = (...typeIds: string[]) => ({
    takeId,
    treatments: typeIds.map((typeId) => ({ typeId, treatment: 'written off' })),
  });
  expect(await refused('stockTakePost', treat(counted, numbered, forgotten), clerk)).toEqual([
    'FOUR_EYES input.takeId',
  ]);
  expect(await refused('stockTakePost', treat(counted, numbered), keeper)).toEqual(['REQUIRED input.treatments']);
  expect(await onHand('CABLE', 'DESK')).toBe(10);
  const approvals = () =>
    rows(`select status, asked_by, decided_by from approval where kind = 'STOCK_TAKE' order by approval_no`);
  const asked = { status: 'ASKED', asked_by: 'clk', decided_by: null };
  expect(await approvals()).toEqual([asked]);
  // Counted anew, the earlier approval is void; a refused one has it counted once more. The treatments are proposed with the count.
  await ok('stockTakeRecord', '__typename', found(counts), clerk);
  expect(await approvals()).toEqual([{ ...asked, status: 'WITHDRAWN' }, asked]);
  const decide = async (input: object, who: object) =>
    run('approvalDecide', 'approval { status }', { approvalId: await openApproval(), ...input }, who);
  const openApproval = async () =>
    encodeId('av', (await rows(`select id from approval where kind = 'STOCK_TAKE' and status = 'ASKED'`))[0].id);
  expect(faults(await decide({ approved: true }, keeper))).toEqual(['REQUIRED']);
  expect(faults(await decide({ approved: true }, clerk))).toEqual(['OWN_WORK input.approvalId']);
  expect(faults(await decide({ approved: false, remark: 'Count the cables again' }, keeper))).toEqual([]);
  const state = async () => (await rows(`select status, approved_by from stock_take where take_no like 'ST-%'`))[0];
  expect(await state()).toEqual({ status: 'OPEN', approved_by: null });
  expect(await refused('stockTakePost', treat(counted, numbered, forgotten), keeper)).toEqual(['INVALID_TRANSITION']);
  const proposed = counts.map((each) => ({ ...each, treatment: 'written off' }));
  const none = { typeId: forgotten, quantity: 1, treatment: 'none' };
  expect(await refused('stockTakeRecord', found([...proposed, none]), clerk)).toEqual([
    'CONTRADICTORY input.counts.2.treatment',
  ]);
  await ok('stockTakeRecord', '__typename', found(proposed), clerk);
  expect(await onHand('CABLE', 'DESK')).toBe(10);
  // Two hands at once: the books change once.
  const posted = await Promise.all([
    run('stockTakePost', '__typename', treat(forgotten), keeper),
    run('stockTakePost', '__typename', treat(forgotten), keeper),
  ]);
  expect(posted.flatMap(faults)).toEqual(['INVALID_TRANSITION']);
  expect(await approvals()).toMatchObject([
    { status: 'WITHDRAWN' },
    { status: 'REJECTED', decided_by: 'stk' },
    { status: 'APPROVED', decided_by: 'stk' },
  ]);
  expect(await state()).toEqual({ status: 'POSTED', approved_by: 'stk' });
  expect([await onHand('CABLE', 'DESK'), await onHand('BATTERY', 'DESK'), await onHand('PLUG', 'DESK')]).toEqual([
    12, 2, 0,
  ]);
  expect(await rows(`select status from resource_item where resource_no = 'B2'`)).toEqual([{ status: 'LOST' }]);
  expect(
    await rows(
      `select kind, quantity from stock_note where kind in ('SURPLUS', 'DEFICIT') order by kind, quantity desc`,
    ),
  ).toEqual([
    { kind: 'DEFICIT', quantity: 1 },
    { kind: 'DEFICIT', quantity: 1 },
    { kind: 'SURPLUS', quantity: 2 },
  ]);
  expect((await rows(`select data from history_entry where type = 'stock.take.posted'`))[0].data).toMatchObject({
    surplus: 3,
    deficit: 2,
  });
  expect(await refused('stockTakeCancel', { takeId, reason: 'late' }, keeper)).toEqual(['INVALID_TRANSITION']);
});
