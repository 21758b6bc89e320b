import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startProcess } from '../../kernel/process/index.js';
import { mutationsOf } from '../../testing/mutations.js';
import { openProcessWorld, type ProcessWorld } from '../../testing/process-world.js';
import { human, line } from '../../testing/processes.js';
import { hire, type Hired } from '../../testing/staff.js';

let w: ProcessWorld;
let headquarters: Hired;
/** A manager of Shenzhen. */
let shenzhen: Hired;
/** Opaque id of a customer of Shenzhen. */
let customer: string;
beforeAll(async () => {
  w = await openProcessWorld();
  headquarters = w.desk.headquarters;
  shenzhen = await hire(w.graph, 'P901', 'H4403', ['PROCESS_MANAGER']);
  const region = (await w.graph.query('{ region(code: "4403") { id } }')).data.region.id;
  const input = { regionId: region, individual: { name: 'Li' } };
  const { data } = await w.graph.query(
    'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { userErrors { code path } customer { id } } }',
    { input },
  );
  if (!data.customerCreate.customer) throw new Error(JSON.stringify(data));
  customer = data.customerCreate.customer.id;
  await w.desk.publish('FREE', { ...line('a'), variables: [{ name: 'n', type: 'NUMBER' }] });
  await w.desk.publish(
    'OF-CUSTOMER',
    line(human('first'), { code: 'pause', kind: 'TIMER', timer: 'duration("P9D")' } as never),
    {
      objectType: 'Customer',
    },
  );
});
afterAll(() => w?.graph.close());

const PLACE = 'id region { code } customer { id } tasks(first: 9) { nodes { id region { code } } }';
const placeOf = async (id: string, as: Hired['as'] | 'admin' = 'admin') =>
  (await w.graph.query(`query ($id: ID!) { processInstance(id: $id) { ${PLACE} } }`, { id }, { as })).data
    .processInstance;

describe('the region of a process', () => {
  test('WFL-35 WFL-40 is that of its object, whoever starts it', async () => {
    for (const as of ['admin', headquarters.as] as const) {
      const { id } = await w.start('OF-CUSTOMER', { objectId: customer, again: true }, as as never);
      expect(await placeOf(id)).toMatchObject({ region: { code: '4403' }, customer: { id: customer } });
      expect(await placeOf(id, shenzhen.as)).not.toBeNull();
      expect(await placeOf(id, w.desk.designer.as)).toBeNull();
    }
    const named = await w.start('OF-CUSTOMER', { objectId: customer, again: true, regionId: w.guangzhou });
    expect((await placeOf(named.id)).region).toEqual({ code: '4401' });
    // What a domain starts without saying where lies there, too.
    const { instance } = (await w.graph.database.write(w.graph.database.systemContext('test'), (tx) =>
      startProcess(tx, { template: 'OF-CUSTOMER', objectType: 'Customer', objectId: customer, fresh: true }),
    )) as unknown as { instance: { region: { id: string }; customer: { id: string } } };
    expect([instance.region.id, instance.customer.id].every(Boolean)).toBe(true);
  });

  test('WFL-34 WFL-53 is the one around all where nothing says it: the headquarters see its work, and regions do not', async () => {
    const byHand = await w.start('FREE');
    const orders = mutationsOf(w.graph, {
      ...{ inputs: { processExternalOrders: 'ExternalOrdersInput' }, field: 'instances', selection: 'id' },
      as: { sub: 'sbk_00000001', name: 'test.oss', role: 'system' } as never,
    });
    const taken = (await orders.ok('processExternalOrders', {
      orders: [{ messageId: 'm-1', template: 'FREE' }],
    })) as unknown as { id: string }[];
    for (const id of [byHand.id, taken[0]!.id]) {
      expect(await placeOf(id, headquarters.as)).toMatchObject({
        ...{ region: { code: '86' }, customer: null },
        tasks: { nodes: [{ region: { code: '86' } }] },
      });
      expect(await placeOf(id, w.desk.designer.as)).toBeNull();
    }
  });

  test('WFL-12 WFL-53 says in which of the orders of an outside system the values are wrong, and takes none', async () => {
    const orders = mutationsOf(w.graph, {
      ...{ inputs: { processExternalOrders: 'ExternalOrdersInput' }, field: 'instances', selection: 'id' },
      as: { sub: 'sbk_00000001', name: 'test.oss', role: 'system' } as never,
    });
    const before = await w.count('process_instance');
    const good = { messageId: 'm-2', template: 'FREE', variables: { n: 1 } };
    const bad = { messageId: 'm-3', template: 'FREE', variables: { n: 'one' } };
    expect(await orders.refused('processExternalOrders', { orders: [good, bad] })).toEqual([
      ['WRONG_TYPE', 'input.orders.1.variables.n'],
    ]);
    expect(await w.count('process_instance')).toBe(before);
  });
});

test('WFL-60 processes are found by the step at which they stand and by their customer, also where nobody has a task', async () => {
  const waiting = await w.start('OF-CUSTOMER', { objectId: customer, again: true });
  await w.complete(waiting.id, 'first');
  const standing = { status: { in: ['ACTIVE', 'WAITING', 'JOINING', 'STUCK'] } };
  const found = async (filter: object, as: Hired['as'] | 'admin' = 'admin') => {
    const { data, errors } = await w.graph.query(
      'query ($filter: ProcessTokenFilter) { processTokens(first: 50, filter: $filter) { nodes { step kind instance { id } } } }',
      { filter },
      { as },
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.processTokens.nodes as { step: string; kind: string; instance: { id: string } }[];
  };
  const of = { instance: { customer: { id: { eq: customer } } } };
  const timers = await found({ ...standing, step: { eq: 'pause' }, ...of });
  expect(timers).toEqual([{ step: 'pause', kind: 'TIMER', instance: { id: waiting.id } }]);
  expect((await found({ ...standing, step: { eq: 'first' }, ...of })).map(({ instance }) => instance.id)).not.toContain(
    waiting.id,
  );
  expect(await found({ ...standing, step: { eq: 'pause' } }, w.desk.designer.as)).toEqual([]);
  expect(await found({ ...standing, step: { eq: 'pause' } }, shenzhen.as)).toHaveLength(1);
  const { data } = await w.graph.query(
    'query ($filter: ProcessInstanceFilter) { processInstances(first: 50, filter: $filter) { nodes { id template { code } } } }',
    { filter: { customer: { id: { eq: customer } } } },
    { as: shenzhen.as },
  );
  expect(
    new Set(data.processInstances.nodes.map((each: { template: { code: string } }) => each.template.code)),
  ).toEqual(new Set(['OF-CUSTOMER']));
});
