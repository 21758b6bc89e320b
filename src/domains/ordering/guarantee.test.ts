import { beforeAll, expect, test } from '@jest/globals';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import {
  ask,
  faults,
  graph,
  idOf,
  local,
  offeringInSale,
  ok,
  refused,
  rows,
  useCatalogueDesk,
  writeOffering,
} from '../../testing/catalogue-desk.js';
import { hire } from '../../testing/staff.js';
import { until } from '../../testing/until.js';

useCatalogueDesk();

const admin = 'admin' as const;
let customerId: string;
beforeAll(async () => {
  sandboxPace.stepMs = 0;
  const regionId = await idOf('region', '4401');
  const { customer } = await ok('customerCreate', 'customer { id }', { regionId, individual: { name: 'Wu' } }, admin);
  customerId = customer.id as string;
});

const GUARANTEES =
  'guarantees(first: 9) { nodes { kind type { code } documentNo amount { amount currency } employee { employeeNo } productInstance { id } } }';
const orderOf = (offeringId: string, more: object = {}) => ({
  customerId,
  items: [{ action: 'INSTALL', offeringId, ...more }],
});
const submit = async (offeringId: string, more: object = {}) => {
  const fields = `order { orderNo oneTimeTotal { amount } items(first: 9) { nodes { ${GUARANTEES} } } }`;
  return (await ok('orderSubmit', fields, orderOf(offeringId, more), admin))['order'];
};
const deny = (offeringId: string, more: object = {}) => refused('orderSubmit', orderOf(offeringId, more), admin);
const given = (order: { items: { nodes: { guarantees: { nodes: unknown[] } }[] } }) =>
  order.items.nodes[0]!.guarantees.nodes;
const check = async (offeringId: string, more: object = {}) =>
  (
    await ask(
      `query ($input: OrderSubmitInput!) { orderCheck(input: $input) { orderable findings { code details } lines { deposit { amount currency } } } }`,
      { input: orderOf(offeringId, more) },
      admin,
    )
  ).orderCheck;
const instancesOf = (orderNo: string) =>
  rows(
    `select i.id, i.status from service_order s join customer_order o on o.id = s.order_id join product_instance i on i.id = s.product_instance_id where o.order_no = $1`,
    [orderNo],
  );
const orders = async () => (await rows('select count(*)::int n from customer_order'))[0].n as number;

test('PRD-42 ORD-30 an offering that asks for a telephone as guarantee is ordered only with one that is active, which then stands for what is opened', async () => {
  const first = await submit(await idOf('offering', 'OF_PHONE'));
  await until(async () => (await instancesOf(first.orderNo))[0]?.status === 'ACTIVE');
  const found = await ask(
    `query ($customerId: ID!) { customer(id: $customerId) { productInstances(first: 9) { nodes { id } } } }`,
    { customerId },
    admin,
  );
  const guarantor = found.customer.productInstances.nodes[0].id as string;
  const offeringId = await offeringInSale('OF_GUARANTEED', { guarantee: 'INSTANCE', guaranteeCount: 1 });
  const { id: employeeId } = await hire(graph, 'G900', 'H4401');
  const before = await orders();
  expect(await deny(offeringId)).toEqual(['GUARANTEE_MISSING input.items.0.guarantors']);
  expect(await check(offeringId)).toMatchObject({
    orderable: false,
    findings: [{ code: 'GUARANTEE_MISSING', details: { kind: 'INSTANCE', needed: 1, given: 0 } }],
  });
  expect(await deny(offeringId, { guarantors: [{ employeeId }] })).toEqual([
    'CONTRADICTORY input.items.0.guarantors.0.employeeId',
    'REQUIRED input.items.0.guarantors.0.productInstanceId',
  ]);
  expect(await deny(await idOf('offering', 'OF_PHONE'), { guarantors: [{ productInstanceId: guarantor }] })).toEqual([
    'CONTRADICTORY input.items.0.guarantors',
  ]);
  await rows(`update product_instance set status = 'SUSPENDED' where id = any($1)`, [
    (await instancesOf(first.orderNo)).map(({ id }) => id),
  ]);
  expect(await deny(offeringId, { guarantors: [{ productInstanceId: guarantor }] })).toEqual([
    'NOT_ACTIVE input.items.0.guarantors.0.productInstanceId',
  ]);
  expect(await orders()).toBe(before);
  await rows(`update product_instance set status = 'ACTIVE' where status = 'SUSPENDED'`);
  const placed = await submit(offeringId, { guarantors: [{ productInstanceId: guarantor }] });
  expect(given(placed)).toEqual([
    {
      ...{ kind: 'INSTANCE', type: { code: 'INSTANCE' }, documentNo: null },
      ...{ amount: null, employee: null, productInstance: { id: guarantor } },
    },
  ]);
  await until(async () => (await instancesOf(placed.orderNo)).length === 1);
  const [opened] = await instancesOf(placed.orderNo);
  const [standing] = await instancesOf(first.orderNo);
  expect(await rows(`select from_id, to_id from instance_relationship where kind = 'GUARANTEE'`)).toEqual([
    { from_id: standing.id, to_id: opened.id },
  ]);
});

test('PRD-42 ORD-30 two employees stand in when the offering asks for two: not one, not one twice, not one who has left', async () => {
  const offeringId = await offeringInSale('OF_STAFFED', { guarantee: 'EMPLOYEE', guaranteeCount: 2 });
  const [one, two, gone] = [
    (await hire(graph, 'G901', 'H4401')).id,
    (await hire(graph, 'G902', 'H4401')).id,
    (await hire(graph, 'G903', 'H4401')).id,
  ];
  await rows(`update employee set status = 'INVALID' where employee_no = 'G903'`);
  const by = (...ids: string[]) => ({ guarantors: ids.map((employeeId) => ({ employeeId })) });
  const before = await orders();
  expect(await deny(offeringId, by(one))).toEqual(['GUARANTEE_MISSING input.items.0.guarantors']);
  expect(await deny(offeringId, by(one, one))).toEqual(['DUPLICATE input.items.0.guarantors.1.employeeId']);
  expect(await deny(offeringId, by(one, gone))).toEqual(['NOT_ACTIVE input.items.0.guarantors.1.employeeId']);
  expect(await orders()).toBe(before);
  const placed = await submit(offeringId, by(one, two));
  expect(given(placed)).toMatchObject([{ employee: { employeeNo: 'G901' } }, { employee: { employeeNo: 'G902' } }]);
});

test('PRD-42 ORD-110 a deposit is computed for the whole quantity in the currency of the plan, besides the price', async () => {
  const offeringId = await offeringInSale('OF_DEPOSIT', { guarantee: 'DEPOSIT', guaranteeAmount: '100.5' });
  const deposit = { amount: '301.5', currency: 'CNY' };
  const input = {
    currency: 'CNY',
    customerId,
    lines: [{ offeringId, quantity: 3 }, { offeringId: await idOf('offering', 'OF_PHONE') }],
  };
  const { cartPrice } = await ask(
    `query ($input: CartPriceInput!) { cartPrice(input: $input) { deposit { amount currency } lines { deposit { amount currency } } } }`,
    { input },
    admin,
  );
  expect(cartPrice).toEqual({ deposit, lines: [{ deposit }, { deposit: null }] });
  expect(await check(offeringId, { quantity: 3 })).toMatchObject({ orderable: true, lines: [{ deposit }] });
  const placed = await submit(offeringId, { quantity: 3 });
  expect(given(placed)).toEqual([
    {
      ...{ kind: 'DEPOSIT', type: { code: 'DEPOSIT' }, documentNo: null },
      ...{ amount: deposit, employee: null, productInstance: null },
    },
  ]);
  // What was written before with more decimal places is rounded for each piece, in the price as in the order.
  await rows(`update offering set guarantee_amount = 100.005 where code = 'OF_DEPOSIT'`);
  const rounded = { ...deposit, amount: '300.03' };
  expect(await check(offeringId, { quantity: 3 })).toMatchObject({ lines: [{ deposit: rounded }] });
  const again = await ask(
    `query ($input: CartPriceInput!) { cartPrice(input: $input) { deposit { amount currency } } }`,
    { input },
    admin,
  );
  expect(again.cartPrice.deposit).toEqual(rounded);
  await rows(`update offering set guarantee_amount = 100.5 where code = 'OF_DEPOSIT'`);
  const bare = await submit(await offeringInSale('OF_NO_DEPOSIT'), { quantity: 3 });
  expect(placed.oneTimeTotal).toEqual(bare.oneTimeTotal);
  expect(given(bare)).toEqual([]);
});

test('PRD-42 kinds of guarantee are added at run time, and ordered as they are given', async () => {
  const fields = 'guaranteeType { id code givenAs active }';
  const letter = { code: 'BANK_LETTER', name: '银行保函', givenAs: 'DOCUMENT' };
  const types = async () => (await rows('select count(*)::int n from guarantee_type'))[0].n as number;
  const before = await types();
  expect(await refused('guaranteeTypeSave', letter, local)).toEqual(['NOT_MAINTAINER input']);
  expect(await refused('guaranteeTypeSave', { ...letter, givenAs: 'NONE' })).toEqual(['CONTRADICTORY input.givenAs']);
  expect(await types()).toBe(before);
  const { guaranteeType } = await ok('guaranteeTypeSave', fields, letter);
  expect(guaranteeType).toMatchObject({ code: 'BANK_LETTER', givenAs: 'DOCUMENT', active: true });
  expect(await refused('guaranteeTypeSave', { ...letter, givenAs: 'DEPOSIT' })).toEqual([
    'CONTRADICTORY input.givenAs',
  ]);
  const guaranteeTypeId = guaranteeType.id as string;
  const offeringId = await offeringInSale('OF_LETTER', { guaranteeTypeId, guaranteeCount: 1 });
  const placed = await orders();
  expect(await deny(offeringId)).toEqual(['GUARANTEE_MISSING input.items.0.guarantors']);
  const { id: employeeId } = await hire(graph, 'G910', 'H4401');
  expect(await deny(offeringId, { guarantors: [{ employeeId, documentNo: 'BG-1' }] })).toEqual([
    'CONTRADICTORY input.items.0.guarantors.0.employeeId',
  ]);
  expect(await deny(offeringId, { guarantors: [{ documentNo: 'BG-1' }, { documentNo: 'BG-1' }] })).toEqual([
    'DUPLICATE input.items.0.guarantors.1.documentNo',
  ]);
  expect(await orders()).toBe(placed);
  const order = await submit(offeringId, { guarantors: [{ documentNo: 'BG-1' }] });
  expect(given(order)).toMatchObject([{ kind: 'DOCUMENT', type: { code: 'BANK_LETTER' }, documentNo: 'BG-1' }]);

  // A kind of the operator that is given as one that was here is computed like it.
  const modem = await ok('guaranteeTypeSave', fields, { code: 'MODEM', name: '终端押金', givenAs: 'DEPOSIT' });
  const asking = { guaranteeTypeId: modem['guaranteeType'].id, guaranteeAmount: '30' };
  const lent = await submit(await offeringInSale('OF_MODEM', asking), { quantity: 2 });
  expect(given(lent)).toMatchObject([{ kind: 'DEPOSIT', type: { code: 'MODEM' }, amount: { amount: '60' } }]);
  const { offerings } = await ask(
    `{ offerings(filter: { guaranteeType: { code: { in: ["MODEM", "BANK_LETTER", "DEPOSIT"] } } }, orderBy: [{ field: CODE }]) { nodes { code guarantee guaranteeType { code } } } }`,
    {},
    admin,
  );
  expect(offerings.nodes).toEqual([
    { code: 'OF_DEPOSIT', guarantee: 'DEPOSIT', guaranteeType: { code: 'DEPOSIT' } },
    { code: 'OF_LETTER', guarantee: 'DOCUMENT', guaranteeType: { code: 'BANK_LETTER' } },
    { code: 'OF_MODEM', guarantee: 'DEPOSIT', guaranteeType: { code: 'MODEM' } },
  ]);
  await ok('guaranteeTypeSave', fields, { ...letter, active: false });
  expect(
    await rows(`select h.data->'changes' c from history_entry h where h.type = 'guaranteeType.changed'`),
  ).toHaveLength(3);
  // What asks for it goes on.
  await submit(offeringId, { guarantors: [{ documentNo: 'BG-2' }] });
});

test('PRD-42 an offering asks for a kind as it is given, and for none that is no longer asked for', async () => {
  const idOfType = (code: string) => idOf('guaranteeType', code);
  const guaranteeTypeId = await idOfType('BANK_LETTER');
  const count = async () => (await rows('select count(*)::int n from offering'))[0].n as number;
  const before = await count();
  const deposit = await idOfType('DEPOSIT');
  const refusedWith = async (more: object) => faults(await writeOffering('OF_ODD', more));
  expect(await refusedWith({ guaranteeTypeId, guaranteeCount: 1 })).toEqual(['NOT_ACTIVE input.guaranteeTypeId']);
  expect(await refusedWith({ guarantee: 'DOCUMENT', guaranteeCount: 1 })).toEqual(['NOT_FOUND input.guarantee']);
  expect(await refusedWith({ guaranteeTypeId: deposit, guarantee: 'INSTANCE', guaranteeAmount: '1' })).toEqual([
    'CONTRADICTORY input.guaranteeTypeId',
  ]);
  expect(await refusedWith({ guaranteeTypeId: deposit, guaranteeCount: 1 })).toEqual([
    'CONTRADICTORY input.guaranteeCount',
  ]);
  expect(await count()).toBe(before);
});
