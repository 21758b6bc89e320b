import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Transaction } from '../../kernel/database/transaction.js';
import { type Class, decodeId, type Node } from '../../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { Offering, Product, TariffPlan } from '../catalogue/index.js';
import { Customer } from '../customer/index.js';
import { createInstances } from './create-instances.js';
import {
  abandonChange,
  activateInstance,
  cancelInstance,
  completeChange,
  keepInstance,
  removeInstance,
  startChange,
  startRemoval,
  suspendInstance,
} from './instance-steps.js';
import { InFlightChange, ProductInstance, ProductInstanceStatus, SuspendReason } from './product-instance.js';
import { transferInstance } from './transfer-instance.js';

const guangdong: As = { sub: 'g1', name: 'Guo Fang', role: 'staff', region: '44' };
const sichuan: As = { sub: 's1', role: 'staff', region: '51' };
const alice: As = { sub: 'alice', role: 'customer', customer: 'ALICE' };
const bob: As = { sub: 'bob', role: 'customer', customer: 'BOB' };

let graph: TestGraph;

beforeAll(async () => {
  graph = await startTestGraph();
  const { data } = await graph.query('{ region(code: "4401") { id } }');
  for (const code of ['ALICE', 'BOB']) {
    const document =
      'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { userErrors { code path } } }';
    const created = await graph.query(document, {
      input: { code, regionId: data.region.id, individual: { name: code } },
    });
    expect(created.data.customerCreate.userErrors).toEqual([]);
  }
});
afterAll(() => graph.close());

const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;
const inTransaction = <T>(operation: (tx: Transaction) => Promise<T>) =>
  graph.database.write(graph.database.systemContext('test'), operation);
const byCode = <T extends Node>(tx: Transaction, noun: Class<T>, code: string) =>
  tx.em.findOneOrFail(noun as never, { code } as never) as Promise<T>;

/** Alice buys an offering; answers the keys of the instances by product. */
function buy(offering: string, products: readonly string[]): Promise<Record<string, string>> {
  return inTransaction(async (tx) => {
    const customer = await byCode(tx, Customer, 'ALICE');
    const pieces = [];
    for (const code of products)
      pieces.push({ product: await byCode(tx, Product, code), characteristics: { of: code } });
    const made = await createInstances(tx, {
      customer,
      region: customer.region,
      offering: await byCode(tx, Offering, offering),
      tariffPlan: await byCode(tx, TariffPlan, 'TP_PHONE_CNY'),
      account: null,
      installAddress: '1 Zhongshan Road',
      pieces,
    });
    return Object.fromEntries([
      ...products.map((code, index) => [code, made.productInstances[index]!.id]),
      ['offering', made.offeringInstance.id],
    ]);
  });
}

const onInstance = (id: string, operation: (tx: Transaction, instance: ProductInstance) => Promise<void> | void) =>
  inTransaction(async (tx) => operation(tx, (await tx.find(ProductInstance, id))!));
const activate = (id: string) => onInstance(id, (tx, instance) => activateInstance(tx, instance));
const remove = (id: string) =>
  onInstance(id, async (tx, instance) => {
    await startRemoval(tx, instance, 'not needed');
    await removeInstance(tx, instance);
  });
const offeringState = async (id: string) =>
  (await rows('select status, validity_to is null open from offering_instance where id = $1', [id]))[0];
const opaque = async (id: string) =>
  (await graph.query('query ($no: String!) { productInstance(instanceNo: $no) { id } }', { no: await instanceNo(id) }))
    .data.productInstance.id as string;
const instanceNo = async (id: string) =>
  (await rows('select instance_no no from product_instance where id = $1', [id]))[0].no as string;

const run = async (mutation: 'Suspend' | 'Resume', input: object, as: As) => {
  const document = `mutation ($input: ProductInstance${mutation}Input!) { productInstance${mutation}(input: $input) {
    userErrors { code path } productInstance { status suspendReason } } }`;
  const { data, errors } = await graph.query(document, { input }, { as });
  expect(errors).toBeUndefined();
  return data[`productInstance${mutation}`];
};
const faults = (payload: { userErrors: { code: string; path: string[] }[] }) =>
  payload.userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);

describe('instances that a purchase makes', () => {
  test('MOD-77 MOD-78 MOD-09 they wait for activation, belong to their offering, know their main product and their owner', async () => {
    const ids = await buy('OF_HOME_BASIC', ['PHONE', 'INTERNET_DSL', 'CALLER_DISPLAY']);
    const document = `query ($no: String!) { productInstance(instanceNo: $no) {
      status activatedAt installAddress product { code } characteristics { name value }
      offeringInstance { status offering { code } tariffPlan { code } productInstances { nodes { product { code } } } }
      parties { nodes { role customer { code } } } relationships { nodes { kind to { product { code } } } } } }`;
    const { data, errors } = await graph.query(document, { no: await instanceNo(ids.CALLER_DISPLAY!) }, { as: alice });
    expect(errors).toBeUndefined();
    expect(data.productInstance).toMatchObject({
      status: 'PENDING',
      activatedAt: null,
      installAddress: '1 Zhongshan Road',
      product: { code: 'CALLER_DISPLAY' },
      characteristics: [{ name: 'of', value: 'CALLER_DISPLAY' }],
      offeringInstance: { status: 'ACTIVE', offering: { code: 'OF_HOME_BASIC' }, tariffPlan: { code: 'TP_PHONE_CNY' } },
      parties: { nodes: [{ role: 'OWNER', customer: { code: 'ALICE' } }] },
      relationships: { nodes: [{ kind: 'ATTACHED', to: { product: { code: 'PHONE' } } }] },
    });
    expect(data.productInstance.offeringInstance.productInstances.nodes).toHaveLength(3);
    await activate(ids.PHONE!);
    const [phone] = await rows('select status, activated_at from product_instance where id = $1', [ids.PHONE]);
    expect(phone).toEqual({ status: 'ACTIVE', activated_at: expect.any(Date) });
  });

  test('MOD-77 a bundle without a product that it needs is broken, without any product it ends', async () => {
    const ids = await buy('OF_HOME_BASIC', ['PHONE', 'INTERNET_DSL', 'CALLER_DISPLAY']);
    for (const code of ['PHONE', 'INTERNET_DSL', 'CALLER_DISPLAY']) await activate(ids[code]!);
    await remove(ids.CALLER_DISPLAY!);
    expect(await offeringState(ids.offering!)).toEqual({ status: 'ACTIVE', open: true });
    await remove(ids.INTERNET_DSL!);
    expect(await offeringState(ids.offering!)).toEqual({ status: 'BROKEN', open: true });
    await remove(ids.PHONE!);
    expect(await offeringState(ids.offering!)).toEqual({ status: 'ENDED', open: false });
    const parties = await rows('select p.validity_to is null open from instance_party p where p.instance_id = $1', [
      ids.PHONE,
    ]);
    expect(parties).toEqual([{ open: false }]);
    const history = await rows(
      `select from_state, to_state from history_entry where subject_id = $1 order by sequence`,
      [ids.PHONE],
    );
    expect(history.map(({ from_state: from, to_state: to }) => `${from}>${to}`)).toEqual([
      'null>PENDING',
      'PENDING>ACTIVE',
      'ACTIVE>REMOVING',
      'REMOVING>REMOVED',
    ]);
  });

  test('MOD-77 a purchase that is withdrawn before anything came into service ends', async () => {
    const ids = await buy('OF_PHONE', ['PHONE']);
    await onInstance(ids.PHONE!, (tx, instance) => cancelInstance(tx, instance, 'withdrawn'));
    expect(await offeringState(ids.offering!)).toEqual({ status: 'ENDED', open: false });
  });

  test('PRD-05 a product that customers have is not given up', async () => {
    await buy('OF_ROAMING', ['ROAMING']);
    const { data } = await graph.query('{ product(code: "ROAMING") { id } }');
    const document =
      'mutation ($input: ProductStatusChangeInput!) { productStatusChange(input: $input) { userErrors { code message } } }';
    const answer = await graph.query(document, {
      input: { productId: data.product.id, action: 'GIVE_UP', reason: 'old' },
    });
    expect(answer.data.productStatusChange.userErrors).toEqual([
      { code: 'GUARD_REFUSED', message: 'Customers still have 1 instances of it.' },
    ]);
    expect(await rows(`select status from product where code = 'ROAMING'`)).toEqual([{ status: 'IN_USE' }]);
  });
});

describe('changes of instances', () => {
  test('one order at a time changes an instance; what it leaves out stays', async () => {
    const ids = await buy('OF_INTERNET_DSL', ['INTERNET_DSL']);
    await activate(ids.INTERNET_DSL!);
    await onInstance(ids.INTERNET_DSL!, (tx, instance) => startChange(tx, instance, InFlightChange.MOVING));
    await expect(
      onInstance(ids.INTERNET_DSL!, (tx, instance) => startChange(tx, instance, InFlightChange.CHANGING)),
    ).rejects.toThrow('IN_FLIGHT');
    await onInstance(ids.INTERNET_DSL!, (tx, instance) =>
      completeChange(tx, instance, { installAddress: '2 Beijing Road', characteristics: { bandwidth: 50 } }),
    );
    const state = () =>
      rows('select in_flight, install_address, characteristics from product_instance where id = $1', [
        ids.INTERNET_DSL,
      ]);
    const moved = {
      in_flight: null,
      install_address: '2 Beijing Road',
      characteristics: { of: 'INTERNET_DSL', bandwidth: 50 },
    };
    expect(await state()).toEqual([moved]);
    await onInstance(ids.INTERNET_DSL!, (tx, instance) => startChange(tx, instance, InFlightChange.CHANGING));
    await onInstance(ids.INTERNET_DSL!, (tx, instance) => abandonChange(tx, instance));
    expect(await state()).toEqual([moved]);
    const [change] = await rows(
      `select data from history_entry where subject_id = $1 and type = 'productInstance.changed'`,
      [ids.INTERNET_DSL],
    );
    expect(change.data).toMatchObject({
      change: 'MOVING',
      before: { installAddress: '1 Zhongshan Road' },
      after: { installAddress: '2 Beijing Road' },
    });
  });

  test('MOD-76 a transfer keeps the instance, changes its owner, and stands in both histories', async () => {
    const ids = await buy('OF_PHONE', ['PHONE']);
    await activate(ids.PHONE!);
    await inTransaction(async (tx) => {
      const instance = (await tx.find(ProductInstance, ids.PHONE!))!;
      await transferInstance(tx, instance, { customer: await byCode(tx, Customer, 'BOB'), account: null });
    });
    const document =
      'query ($no: String!) { productInstance(instanceNo: $no) { status offeringInstance { id } parties { nodes { role validity { to } customer { code } } } } }';
    const no = await instanceNo(ids.PHONE!);
    expect((await graph.query(document, { no }, { as: alice })).data.productInstance).toBeNull();
    const { productInstance } = (await graph.query(document, { no }, { as: bob })).data;
    expect(productInstance).toMatchObject({ status: 'ACTIVE', offeringInstance: null });
    expect(
      productInstance.parties.nodes.filter((party: { validity: { to: string | null } }) => !party.validity.to),
    ).toHaveLength(1);
    expect(await offeringState(ids.offering!)).toEqual({ status: 'ENDED', open: false });
    const seen = await rows(
      `select c.code from history_entry h join customer c on c.id = h.customer_id where h.subject_id = $1 and h.type = 'productInstance.transferred' order by 1`,
      [ids.PHONE],
    );
    expect(seen).toEqual([{ code: 'ALICE' }, { code: 'BOB' }]);
  });

  test('keeps a suspended instance suspended when its removal is withdrawn', async () => {
    const ids = await buy('OF_PHONE', ['PHONE']);
    await activate(ids.PHONE!);
    await onInstance(ids.PHONE!, async (tx, instance) => {
      await suspendInstance(tx, instance, SuspendReason.ARREARS);
      await startRemoval(tx, instance);
      await keepInstance(tx, instance);
      expect([instance.status, instance.suspendReason]).toEqual([
        ProductInstanceStatus.SUSPENDED,
        SuspendReason.ARREARS,
      ]);
    });
  });
});

describe('suspending and resuming', () => {
  let line: string;
  beforeAll(async () => {
    const ids = await buy('OF_PHONE', ['PHONE']);
    await activate(ids.PHONE!);
    line = await opaque(ids.PHONE!);
  });

  test('a customer suspends and resumes a line of their own, and the history says who', async () => {
    const suspended = await run(
      'Suspend',
      { productInstanceId: line, reason: 'CUSTOMER_REQUEST', note: 'On holiday' },
      alice,
    );
    expect(suspended).toEqual({
      userErrors: [],
      productInstance: { status: 'SUSPENDED', suspendReason: 'CUSTOMER_REQUEST' },
    });
    expect(faults(await run('Suspend', { productInstanceId: line, reason: 'CUSTOMER_REQUEST' }, alice))).toEqual([
      'SERVICE_NOT_ALLOWED_IN_STATE input.productInstanceId',
    ]);
    expect(await run('Resume', { productInstanceId: line }, alice)).toEqual({
      userErrors: [],
      productInstance: { status: 'ACTIVE', suspendReason: null },
    });
    const history = await rows(
      `select to_state, actor, reason from history_entry where subject_id = $1 order by sequence desc limit 2`,
      [decodeId(line)!.uuid],
    );
    expect(history).toEqual([
      { to_state: 'ACTIVE', actor: 'alice', reason: null },
      { to_state: 'SUSPENDED', actor: 'alice', reason: 'On holiday' },
    ]);
  });

  test('a customer neither claims arrears nor lifts what the operator suspended', async () => {
    expect(faults(await run('Suspend', { productInstanceId: line, reason: 'ARREARS' }, alice))).toEqual([
      'FORBIDDEN input.reason',
    ]);
    expect(
      (await run('Suspend', { productInstanceId: line, reason: 'ARREARS' }, guangdong)).productInstance.suspendReason,
    ).toBe('ARREARS');
    expect(faults(await run('Resume', { productInstanceId: line }, alice))).toEqual(['GUARD_REFUSED ']);
    expect((await run('Resume', { productInstanceId: line }, guangdong)).productInstance.status).toBe('ACTIVE');
  });

  test.each([
    ['another customer', bob],
    ['staff of another province', sichuan],
  ])('%s sees no such line, and nothing is written', async (_who, as) => {
    const count = () => rows('select count(*) from history_entry where subject_id = $1', [decodeId(line)!.uuid]);
    const before = await count();
    expect(faults(await run('Suspend', { productInstanceId: line, reason: 'CUSTOMER_REQUEST' }, as))).toEqual([
      'NOT_FOUND input.productInstanceId',
    ]);
    expect(await count()).toEqual(before);
  });

  test('of two that suspend at once, one succeeds', async () => {
    const input = { productInstanceId: line, reason: 'CUSTOMER_REQUEST' };
    const answers = await Promise.all([run('Suspend', input, alice), run('Suspend', input, guangdong)]);
    expect(answers.flatMap(faults)).toEqual(['SERVICE_NOT_ALLOWED_IN_STATE input.productInstanceId']);
  });
});
