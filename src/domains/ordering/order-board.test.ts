import { sandboxPace } from '../../../plugins/fulfilment-sandbox/index.js';
import { encodeId } from '../../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { openShop, type Shop } from '../../testing/shop.js';
import { until } from '../../testing/until.js';

let graph: TestGraph;
let shop: Shop;
const north: As = { sub: 'clerk-1', role: 'staff', region: 'T-N' };
const south: As = { sub: 'clerk-2', role: 'staff', region: 'T-S' };

beforeAll(async () => {
  sandboxPace.stepMs = 0;
  graph = await startTestGraph();
  shop = await openShop(graph.database);
});
afterAll(() => graph?.close());

const BOARD = 'subscription ($region: ID) { ordersByState(regionId: $region) { total states { status count } } }';

type Row = { status: string; count: number };

async function submit(): Promise<string> {
  const input = {
    customerId: encodeId('cu', shop.customer.id),
    items: [{ action: 'INSTALL', offeringId: encodeId('of', shop.family.id) }],
  };
  const { data } = await graph.query(
    'mutation ($input: OrderSubmitInput!) { orderSubmit(input: $input) { order { id } userErrors { code } } }',
    { input },
    { as: north },
  );
  return data.orderSubmit.order.id as string;
}

describe('ordersByState', () => {
  it('ORD-58 says at once how it is and then how it changes, to each caller what they may see', async () => {
    const [mine, theirs, all] = [
      await graph.subscribe(BOARD, {}, { as: north }),
      await graph.subscribe(BOARD, {}, { as: south }),
      await graph.subscribe(BOARD, { region: encodeId('re', shop.north.id) }),
    ];
    for (const { until: come } of [mine, theirs, all])
      expect((await come(1))[0]).toEqual({ data: { ordersByState: { total: 0, states: [] } } });
    await submit();
    await submit();
    const last = ({ messages }: typeof mine) => messages.at(-1)!.data!.ordersByState;
    const finished = { total: 2, states: [{ status: 'COMPLETED', count: 2 }] };
    for (const board of [mine, all]) {
      await until(
        () => last(board).states.some(({ status, count }: Row) => status === 'COMPLETED' && count === 2),
        20_000,
      );
      expect(last(board)).toEqual(finished);
    }
    expect(theirs.messages).toHaveLength(1);
    const texts = mine.messages.map((message) => JSON.stringify(message));
    expect(texts.every((text, n) => text !== texts[n - 1])).toBe(true);
    const later = await graph.subscribe(BOARD, {}, { as: north });
    expect((await later.until(1))[0]!.data!.ordersByState).toEqual(finished);
  }, 40_000);

  it('refuses a region that does not exist', async () => {
    const { until: come } = await graph.subscribe(BOARD, {
      region: encodeId('re', '00000000-0000-7000-8000-000000000000'),
    });
    expect((await come(1))[0]!.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('organizationOrderProgress', () => {
  const PROGRESS =
    'subscription ($id: ID!, $after: String) { organizationOrderProgress(organizationId: $id, after: $after) { cursor from to order { id } serviceOrder { id } } }';

  it('shows the orders of the regions that a unit serves', async () => {
    const { rows } = await graph.database.pool.query<{ id: string }>(
      `select id from party where kind = 'INTERNAL_ORGANIZATION' order by id limit 2`,
    );
    const [serving, other] = rows.map(({ id }) => id);
    await graph.database.pool.query('delete from organization_region where organization_id = any($1)', [
      [serving, other],
    ]);
    await graph.database.pool.query(
      `insert into organization_region (id, created_at, updated_at, organization_id, region_id) values (gen_random_uuid(), now(), now(), $1, $2), (gen_random_uuid(), now(), now(), $3, $4)`,
      [serving, shop.north.id, other, shop.south.id],
    );
    const [shown, silent] = [
      await graph.subscribe(PROGRESS, { id: encodeId('pn', serving!) }),
      await graph.subscribe(PROGRESS, { id: encodeId('pn', other!) }),
    ];
    const id = await submit();
    const changes = () =>
      shown.messages.map(({ data }) => data!.organizationOrderProgress).filter(({ serviceOrder }) => !serviceOrder);
    await until(() => changes().at(-1)?.to === 'COMPLETED', 20_000);
    expect(changes()[0]).toMatchObject({ from: null, order: { id } });
    expect(silent.messages).toEqual([]);
  }, 40_000);

  it('refuses an organisation that is none', async () => {
    const { until: come } = await graph.subscribe(PROGRESS, { id: encodeId('cu', shop.customer.id) });
    expect((await come(1))[0]!.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });
});

describe('events', () => {
  const EVENTS =
    'subscription ($filter: EventFilterInput, $after: String) { events(filter: $filter, after: $after) { cursor type subjectType subjectId subject { id __typename } from to actor data } }';

  it('streams what the filter wants and the caller may see, and goes on after a cursor', async () => {
    const filter = { types: ['order.status.changed'], customerId: encodeId('cu', shop.customer.id) };
    const [mine, theirs, own] = [
      await graph.subscribe(EVENTS, { filter }, { as: north }),
      await graph.subscribe(EVENTS, { filter }, { as: south }),
      await graph.subscribe(EVENTS, {}, { as: { sub: 'C-NORTH', role: 'customer', customer: shop.customer.code } }),
    ];
    const id = await submit();
    const seen = () => mine.messages.map(({ data }) => data!.events);
    await until(() => seen().at(-1)?.to === 'COMPLETED', 20_000);
    expect(seen()[0]).toMatchObject({
      type: 'order.status.changed',
      subjectType: 'Order',
      subjectId: id,
      subject: { id, __typename: 'Order' },
      from: null,
      actor: 'clerk-1',
    });
    expect(theirs.messages).toEqual([]);
    await until(() =>
      own.messages.some(({ data }) => data!.events.to === 'COMPLETED' && data!.events.subjectType === 'Order'),
    );
    const rest = await graph.subscribe(EVENTS, { filter, after: seen()[0].cursor }, { as: north });
    await rest.until(seen().length - 1);
    expect(rest.messages.map(({ data }) => data!.events.cursor)).toEqual(
      seen()
        .slice(1)
        .map(({ cursor }: { cursor: string }) => cursor),
    );
  }, 40_000);

  it.each([
    ['an id that is none', { subjectId: 'x' }],
    ['no region at all', { regionIds: [] }],
  ])('refuses %s', async (_what, filter) => {
    const { until: come } = await graph.subscribe(EVENTS, { filter });
    expect((await come(1))[0]!.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('has limits on what it asks of objects, as queries have', async () => {
    const nested = (levels: number): string => (levels === 0 ? 'id' : `id parent { ${nested(levels - 1)} }`);
    const deep = await graph.subscribe(`subscription { events { subject { ... on Region { ${nested(20)} } } } }`);
    expect((await deep.until(1))[0]!.errors).toMatchObject([{ extensions: { code: 'OPERATION_TOO_DEEP' } }]);
    const costly = await graph.subscribe(
      'subscription { events { subject { ... on Region { children(first: 100) { nodes { children(first: 100) { nodes { children(first: 100) { nodes { id } } } } } } } } } }',
    );
    expect((await costly.until(1))[0]!.errors).toMatchObject([{ extensions: { code: 'OPERATION_TOO_COSTLY' } }]);
  });
});
