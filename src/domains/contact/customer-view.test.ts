import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { encodeId } from '../../kernel/model/index.js';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { type Mutations, mutationsOf } from '../../testing/mutations.js';
import { openShop } from '../../testing/shop.js';
import { createTroubleWorld, type TroubleWorld } from '../../testing/trouble-world.js';
import { until } from '../../testing/until.js';

const INPUTS = { contactRecord: 'ContactRecordInput' };
let graph: TestGraph;
let world: TroubleWorld;
let ok: Mutations<keyof typeof INPUTS>['ok'];

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const contact = (typeCode: string, begun: number, ended: number | null) =>
  ok('contactRecord', {
    customerId: world.ids.alice,
    typeCode,
    modeCode: 'HUMAN_VOICE',
    platformCode: 'HOTLINE',
    content: typeCode,
    startedAt: minutesAgo(begun),
    ...(ended === null ? {} : { endedAt: minutesAgo(ended) }),
  });

beforeAll(async () => {
  sandboxPace.stepMs = 0;
  graph = await startTestGraph();
  world = await createTroubleWorld(graph);
  ({ ok } = mutationsOf(graph, { inputs: INPUTS, field: 'contact', selection: 'id', as: world.staff }));
});
afterAll(() => graph.close());

describe('a customer as the front desk sees them', () => {
  test('CUS-33 shows contacts by type and direction, how many, when and how they stand', async () => {
    for (const [typeCode, begun, ended] of [
      ['CONSULTATION', 90, 80],
      ['CONSULTATION', 70, 60],
      ['FAULT', 50, 40],
      ['RETURN_VISIT', 30, null],
    ] as const)
      await contact(typeCode, begun, ended);
    const document = `query ($id: ID!) { customer(id: $id) { contactEvents(orderBy: [{ field: STARTED_AT, direction: DESC }]) {
      totalCount nodes { type { code } direction status startedAt }
      aggregate(groupBy: [{ dimension: DIRECTION }, { dimension: TYPE }]) { key { direction type { code } } count max { startedAt } } } } }`;
    const { data, errors } = await graph.query(document, { id: world.ids.alice }, { as: world.staff });
    expect(errors).toBeUndefined();
    const { totalCount, nodes, aggregate } = data.customer.contactEvents;
    expect(totalCount).toBe(4);
    expect(nodes.map((node: { type: { code: string }; status: string }) => `${node.type.code} ${node.status}`)).toEqual(
      ['RETURN_VISIT CLASSIFIED', 'FAULT COMPLETED', 'CONSULTATION COMPLETED', 'CONSULTATION COMPLETED'],
    );
    const groups = aggregate as {
      key: { direction: string; type: { code: string } };
      count: number;
      max: { startedAt: string };
    }[];
    expect(groups.map(({ key, count }) => `${key.direction} ${key.type.code} ${count}`).sort()).toEqual([
      'INBOUND CONSULTATION 2',
      'INBOUND FAULT 1',
      'OUTBOUND RETURN_VISIT 1',
    ]);
    const consultation = groups.find(({ key }) => key.type.code === 'CONSULTATION')!;
    expect(consultation.max.startedAt).toBe(nodes[2].startedAt);
  });

  test('CUS-96 tells whether anybody has a product, also whom the caller does not see', async () => {
    const shop = await openShop(graph.database);
    const input = {
      customerId: encodeId('cu', shop.customer.id),
      items: [{ action: 'INSTALL', offeringId: encodeId('of', shop.line.id) }],
    };
    const submit = `mutation ($input: OrderSubmitInput!) { orderSubmit(input: $input) { userErrors { code } } }`;
    expect((await graph.query(submit, { input })).data.orderSubmit.userErrors).toEqual([]);
    const active = `select 1 from "product_instance" where "status" = 'ACTIVE'`;
    await until(async () => (await graph.database.pool.query(active)).rows.length > 0);
    const [used, unused] = [shop.phone, shop.voicemail];
    const ask = async (code: string, as: As) => {
      const product = await graph.query(`query ($code: String!) { product(code: $code) { id } }`, { code });
      const document = `query ($id: ID!) { productInstanceExistence(productId: $id) { exists visible } }`;
      return graph.query(document, { id: product.data.product.id }, { as });
    };
    const faraway: As = { sub: 'far', role: 'staff', region: '11' };
    expect((await ask(used.code, 'admin')).data.productInstanceExistence).toEqual({
      exists: true,
      visible: expect.any(Number),
    });
    expect((await ask(used.code, 'admin')).data.productInstanceExistence.visible).toBeGreaterThan(0);
    expect((await ask(used.code, faraway)).data.productInstanceExistence).toEqual({ exists: true, visible: 0 });
    expect((await ask(unused.code, faraway)).data.productInstanceExistence).toEqual({ exists: false, visible: 0 });
    await graph.database.pool.query(
      `update "product_instance" set "status" = 'REMOVED' where "product_id" = (select "id" from "product" where "code" = $1)`,
      [used.code],
    );
    expect((await ask(used.code, faraway)).data.productInstanceExistence).toEqual({ exists: false, visible: 0 });
  });
});
