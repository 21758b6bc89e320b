import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestGraph, type As, type TestGraph } from '../../testing/graph.js';
import { until } from '../../testing/until.js';
import { loadRun } from './index.js';

const clerk: As = { sub: 'g1', role: 'staff', region: '44' };
const billing: As = { sub: 'billing', role: 'system' };
const mutation = (name: string, type: string, answer: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${answer} } }`;
const SAVE = mutation('customerFeedSystemSave', 'CustomerFeedSystemSaveInput', 'system { id }');
const START = mutation('customerFeedStart', 'CustomerFeedStartInput', 'run { id records unmappedFields }');
const RETRY = mutation('customerFeedRetry', 'CustomerFeedRetryInput', 'run { id }');
const CREATE = mutation('customerCreate', 'CustomerCreateInput', 'customer { id code }');
const RUN = `query ($id: ID!) { customerFeedRun(id: $id) { finishedAt records customers created updated unchanged rejected
  rows(first: 100, orderBy: [{ field: LINE }]) { nodes { line sourceId status normalised reasons customer { code name } } } } }`;

let graph: TestGraph;
let regionId: string;

/* eslint-disable @typescript-eslint/no-explicit-any -- answers differ by document */
const run = async (document: string, input: object, as: As = 'admin'): Promise<any> => {
  const { data, errors } = await graph.query<Record<string, any>>(document, { input }, { as });
  expect(errors).toBeUndefined();
  return Object.values(data)[0];
};
const finished = async (id: string): Promise<any> => {
  const read = async () => (await graph.query(RUN, { id })).data.customerFeedRun;
  await until(async () => (await read()).finishedAt !== null);
  return read();
};
/* eslint-enable @typescript-eslint/no-explicit-any */
const rows = async (sql: string, values: unknown[] = []) => (await graph.database.pool.query(sql, values)).rows;

const mappings = [
  { field: 'name', expression: 'record.last + record.first' },
  { field: 'region', sourceField: 'area', translations: { GZ: '4401', TH: '440106' }, strict: true },
  { field: 'gender', sourceField: 'sex', translations: { '1': 'MALE', '2': 'FEMALE' }, strict: true },
  { field: 'mobile', sourceField: 'tel' },
  { field: 'idType', sourceField: 'paper', translations: { P: 'PASSPORT' }, defaultValue: 'PASSPORT' },
  { field: 'idNo', sourceField: 'paper_no' },
  { field: 'serviceAddress', sourceField: 'addr' },
];
const save = async (code: string, more: object = {}) => {
  const answer = await run(SAVE, { code, name: code, keyField: 'cust_id', mappings, ...more });
  expect(answer.userErrors).toEqual([]);
  return answer.system.id as string;
};
const feed = async (systemId: string, records: object[], as: As = billing) => {
  const { run: started, userErrors } = await run(START, { systemId, records }, as);
  expect(userErrors).toEqual([]);
  return { started, ...(await finished(started.id)) };
};
const record = (cust_id: string | null, more: object = {}) => ({
  ...{ cust_id, last: '王', first: '小明', area: 'GZ', sex: '1', state: 'A' },
  ...more,
});
const states = (found: { rows: { nodes: { status: string }[] } }) => found.rows.nodes.map(({ status }) => status);

beforeAll(async () => {
  graph = await startTestGraph();
  regionId = (await graph.query(`{ region(code: "4401") { id } }`)).data.region.id;
});
afterAll(() => graph?.close());

describe('collecting customers of other systems', () => {
  it('CUS-79 CUS-10 takes the attributes that templates have, with their types, and changes them as records do', async () => {
    const attribute = (code: string, type: string, allowed = '{}') =>
      rows(
        `insert into customer_template_field (id, created_at, updated_at, template_id, code, name, data_type, mandatory, allowed_values, position, since_version, active)
         select gen_random_uuid(), now(), now(), id, $1, $1, $2, false, $3, 90, 1, true from customer_template where customer_type = 'PUBLIC'`,
        [code, type, allowed],
      );
    await attribute('feed.hobby', 'CHOICE', '{chess,go}');
    await attribute('feed.children', 'INTEGER');
    const more = [
      { field: 'characteristics.feed.hobby', sourceField: 'hobby', translations: { C: 'chess' } },
      { field: 'characteristics.feed.children', expression: 'record.sons + record.daughters' },
    ];
    const unknown = [...mappings, { field: 'characteristics.feed.nothing', sourceField: 'x' }];
    expect(
      (await run(SAVE, { code: 'ATTR', name: 'ATTR', keyField: 'cust_id', mappings: unknown })).userErrors,
    ).toMatchObject([{ code: 'UNKNOWN_FIELD', path: ['input', 'mappings', String(mappings.length), 'field'] }]);
    const systemId = await save('ATTR', { mappings: [...mappings, ...more] });
    const family = { hobby: 'C', sons: 1, daughters: 2 };
    const found = await feed(systemId, [record('1', family), record('2', { ...family, hobby: 'golf' })]);
    expect(states(found)).toEqual(['CREATED', 'REJECTED']);
    expect(found.rows.nodes[1].reasons).toMatchObject([{ value: 'golf' }]);
    const held = async () =>
      (await rows(`select characteristics from customer where code = 'ATTR-1'`))[0].characteristics;
    expect(await held()).toMatchObject({ 'feed.hobby': 'chess', 'feed.children': 3 });
    const again = await feed(systemId, [record('1', { hobby: 'go', sons: 1, daughters: 2 })]);
    expect(states(again)).toEqual(['UPDATED']);
    expect(await held()).toMatchObject({ 'feed.hobby': 'go', 'feed.children': 3 });
    expect(states(await feed(systemId, [record('1', { hobby: 'go', sons: 1, daughters: 2 })]))).toEqual(['UNCHANGED']);
  });

  it('CUS-78 counts the records of another system that are customers by its definition, and collects only those', async () => {
    const systemId = await save('COUNT', { definition: 'record.state = "A" and record.lines > 0' });
    const found = await feed(systemId, [
      record('1', { lines: 2 }),
      record('2', { lines: 0 }),
      record('3', { lines: 1, state: 'X' }),
      record('4', { lines: 1, first: '小红', sex: '2', hobby: 'chess' }),
    ]);
    expect(found).toMatchObject({ records: 4, customers: 2, created: 2, updated: 0, unchanged: 0, rejected: 0 });
    expect(states(found)).toEqual(['CREATED', 'NOT_CUSTOMER', 'NOT_CUSTOMER', 'CREATED']);
    expect(found.started.unmappedFields).toEqual(['hobby', 'lines', 'state']);
    const { data } = await graph.query(
      `{ customerFeedSystem(code: "COUNT") { customerLinks { totalCount nodes { sourceId customer { name } } } } }`,
      {},
      { as: clerk },
    );
    expect(data.customerFeedSystem.customerLinks.totalCount).toBe(2);
    const told = await rows(
      `select data from history_entry where type = 'customer-feed.finished' and data->>'system' = 'COUNT'`,
    );
    expect(told).toMatchObject([{ data: { records: 4, customers: 2, created: 2, rejected: 0 } }]);
    const list = `{ customerFeedRows(filter: { status: { eq: NOT_CUSTOMER }, run: { system: { code: { eq: "COUNT" } } } }) { totalCount } }`;
    expect((await graph.query(list, {}, { as: clerk })).data.customerFeedRows.totalCount).toBe(2);
  });

  it('CUS-79 maps fields and values to the uniform model, and customers are made of that by the ordinary rules', async () => {
    const systemId = await save('MAP');
    const found = await feed(systemId, [
      record('7', { tel: '13800138079', paper: 'P', paper_no: 'E79000001', addr: ' 天河路 1 号 ', area: 'TH' }),
    ]);
    expect(found.rows.nodes[0]).toMatchObject({
      ...{ sourceId: '7', status: 'CREATED', reasons: null },
      normalised: {
        ...{ code: 'MAP-7', name: '王小明', region: '440106', gender: 'MALE', mobile: '13800138079' },
        ...{ idType: 'PASSPORT', idNo: 'E79000001', serviceAddress: '天河路 1 号' },
      },
    });
    const { data } = await graph.query(
      `{ customer(code: "MAP-7") { name serviceAddress region { code } accounts { nodes { accountNo } } sourceLinks { nodes { sourceId system { code } } }
        party { ... on Individual { gender } identifications { nodes { type number } } contactMedia { nodes { kind value } } } } }`,
    );
    expect(data.customer).toMatchObject({
      ...{ name: '王小明', serviceAddress: '天河路 1 号', region: { code: '440106' } },
      sourceLinks: { nodes: [{ sourceId: '7', system: { code: 'MAP' } }] },
      party: { gender: 'MALE', identifications: { nodes: [{ type: 'PASSPORT', number: 'E79000001' }] } },
    });
    expect(data.customer.accounts.nodes).toHaveLength(1);
  });

  it('CUS-79 tells line, field and reason of each record that cannot be taken, takes the others, and tries again', async () => {
    const systemId = await save('REJECT');
    const found = await feed(systemId, [
      record('1'),
      record('2', { sex: '9', area: 'XX' }),
      record(null),
      record('1', { first: '重复' }),
      record('5', { paper_no: 'E7' }),
      record('6', { first: '', last: '' }),
    ]);
    expect(found).toMatchObject({ records: 6, customers: 6, created: 1, rejected: 5 });
    const told = found.rows.nodes.map(
      ({ line, status, reasons }: { line: number; status: string; reasons: { field: string }[] | null }) => [
        ...[line, status, (reasons ?? []).map(({ field }) => field).sort()],
      ],
    );
    expect(told).toEqual([
      [1, 'CREATED', []],
      [2, 'REJECTED', ['gender', 'region']],
      [3, 'REJECTED', ['']],
      [4, 'REJECTED', ['']],
      [5, 'REJECTED', ['idNo']],
      [6, 'REJECTED', ['name']],
    ]);
    expect(await rows(`select code from customer where code like 'REJECT-%'`)).toEqual([{ code: 'REJECT-1' }]);
    await save('REJECT', {
      mappings: mappings.map((one) =>
        one.field === 'gender'
          ? { ...one, translations: { '1': 'MALE', '9': 'OTHER' } }
          : one.field === 'region'
            ? { ...one, translations: { GZ: '4401', XX: '4401' } }
            : one,
      ),
    });
    expect((await run(RETRY, { runId: found.started.id }, clerk)).userErrors).toEqual([]);
    const again = await finished(found.started.id);
    expect(again).toMatchObject({ created: 2, rejected: 4 });
    expect(states(again)).toEqual(['CREATED', 'CREATED', ...Array(4).fill('REJECTED')]);
  });

  it('CUS-79 makes no doubles when records come again: what is new in them changes the customer, and nothing else', async () => {
    const systemId = await save('AGAIN');
    await feed(systemId, [record('1'), record('2', { first: '二号' })]);
    const before = await rows('select count(*) from customer');
    const version = (await rows(`select version from customer where code = 'AGAIN-1'`))[0].version;
    const again = await feed(systemId, [record('1'), record('2', { first: '改名', addr: '新址' })]);
    expect(states(again)).toEqual(['UNCHANGED', 'UPDATED']);
    expect(again).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(await rows('select count(*) from customer')).toEqual(before);
    expect(await rows(`select name, service_address from customer where code = 'AGAIN-2'`)).toEqual([
      { name: '王改名', service_address: '新址' },
    ]);
    expect((await rows(`select version from customer where code = 'AGAIN-1'`))[0].version).toBe(version);
    expect(states(await feed(systemId, [record('2', { first: '改名', addr: '新址' })]))).toEqual(['UNCHANGED']);
  });

  it('CUS-79 knows a customer who was here by the identity document, and leaves their data alone', async () => {
    const { customer } = await run(CREATE, {
      ...{ regionId, individual: { name: '老客户' }, identifications: [{ type: 'PASSPORT', number: 'E79000099' }] },
    });
    const systemId = await save('MATCH');
    const records = [record('1', { paper_no: 'E79000099', first: '别名' })];
    const found = await feed(systemId, records);
    expect(found.rows.nodes).toMatchObject([{ status: 'MATCHED', customer: { code: customer.code, name: '老客户' } }]);
    expect(states(await feed(systemId, records))).toEqual(['UNCHANGED']);
    expect(await rows(`select 1 from customer where name = '王别名'`)).toEqual([]);
  });

  it('CUS-79 goes on where it died: a customer that was made just before is not made again', async () => {
    const systemId = await save('CRASH');
    await feed(systemId, [record('1')]);
    // As after a death between making the customer and noting it.
    await rows(
      `delete from customer_source_link where source_id = '1' and system_id = (select id from customer_feed_system where code = 'CRASH')`,
    );
    const [{ id }] = await rows(
      `update customer_feed_row r set status = 'STAGED', customer_id = null from customer_feed_run u join customer_feed_system s on s.id = u.system_id
       where r.run_id = u.id and s.code = 'CRASH' returning u.id`,
    );
    await rows('update customer_feed_run set finished_at = null where id = $1', [id]);
    const signal = new AbortController().signal;
    await loadRun.run({ runId: id }, graph.database.systemContext('test'), { id: '1', attempt: 2, signal });
    expect(await rows(`select 1 from customer where code = 'CRASH-1'`)).toHaveLength(1);
    expect(await rows(`select created, rejected from customer_feed_run where id = $1`, [id])).toEqual([
      { created: 1, rejected: 0 },
    ]);
    expect(states(await feed(systemId, [record('1', { addr: '后来' })]))).toEqual(['UPDATED']);
  });

  it('CUS-79 refuses mappings that cannot work, and who may not, writing nothing', async () => {
    const count = async () => [
      (await rows('select count(*) from customer_feed_system'))[0],
      (await rows('select count(*) from customer_feed_row'))[0],
    ];
    const systemId = await save('KEEP');
    const before = await count();
    const odd = async (more: object) =>
      (await run(SAVE, { code: 'ODD', name: 'x', keyField: 'id', mappings, ...more })).userErrors[0];
    expect(await odd({ mappings: [...mappings, { field: 'shoeSize', sourceField: 'x' }] })).toEqual({
      ...{ code: 'UNKNOWN_FIELD', path: ['input', 'mappings', '7', 'field'] },
    });
    expect(await odd({ mappings: mappings.slice(1) })).toMatchObject({ code: 'REQUIRED', path: ['input', 'mappings'] });
    expect(await odd({ mappings: [...mappings, mappings[0]] })).toMatchObject({ code: 'DUPLICATE' });
    expect(await odd({ definition: 'customer.age > 1' })).toMatchObject({
      code: 'RULE_UNKNOWN_NAME',
      path: ['input', 'definition'],
    });
    const none = await run(START, { systemId, records: [] });
    expect(none.userErrors).toMatchObject([{ code: 'BAD_VALUE', path: ['input', 'records'] }]);
    const denied = await graph.query(
      SAVE,
      { input: { code: 'ODD', name: 'x', keyField: 'id', mappings } },
      { as: clerk },
    );
    expect(denied.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    const own = { sub: 'c', role: 'customer', customer: 'MAP-7' } as As;
    const start = await graph.query(START, { input: { systemId, records: [record('1')] } }, { as: own });
    expect(start.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(await count()).toEqual(before);
  });
});
