import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { idempotencyExpiry } from '../kernel/idempotency/index.js';
import { type As, startTestGraph, type TestGraph } from '../testing/graph.js';

const staff: As = { sub: 'g1', role: 'staff', region: '44' };
const CREATE = `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) {
  userErrors { code path } customer { id code name accounts { nodes { accountNo } } } } }`;

let graph: TestGraph;
let regionId: string;

beforeAll(async () => {
  graph = await startTestGraph();
  const { data } = await graph.query(`{ region(code: "4401") { id } }`);
  regionId = data.region.id;
});
afterAll(() => graph?.close());

const person = (name: string, rest: object = {}) => ({ regionId, individual: { name }, ...rest });

function create(key: string, input: object, as: As = staff) {
  return graph.query(CREATE, { input }, { as, headers: { 'idempotency-key': key } });
}

const customersNamed = async (name: string) =>
  Number((await graph.database.pool.query('select count(*) as n from customer where name = $1', [name])).rows[0].n);

const eventsOf = async (name: string) =>
  Number(
    (
      await graph.database.pool.query(
        'select count(*) as n from history_entry h join customer c on c.id = h.customer_id where c.name = $1',
        [name],
      )
    ).rows[0].n,
  );

describe('an idempotency key', () => {
  it('gives the same answer to the same request, without a second effect', async () => {
    const first = await create('same', person('Anna'));
    expect(first.data.customerCreate.userErrors).toEqual([]);
    const events = await eventsOf('Anna');
    const second = await create('same', person('Anna'));
    expect(second).toEqual(first);
    expect(await customersNamed('Anna')).toBe(1);
    expect(await eventsOf('Anna')).toBe(events);
  });

  it('reads what it answered with again for another selection', async () => {
    const first = await create('selection', person('Berta'));
    const narrow = `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { code lifecycle } } }`;
    const again = await graph.query(
      narrow,
      { input: person('Berta') },
      { as: staff, headers: { 'idempotency-key': 'selection' } },
    );
    expect(again.data.customerCreate.customer).toEqual({
      code: first.data.customerCreate.customer.code,
      lifecycle: 'POTENTIAL',
    });
  });

  it('refuses another request under the same key, and does nothing', async () => {
    await create('other', person('Clara'));
    const { data, errors } = await create('other', person('Dora'));
    expect(data).toBeNull();
    expect(errors![0]!.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await customersNamed('Dora')).toBe(0);
  });

  it('belongs to its caller', async () => {
    const [mine, theirs] = [
      await create('shared', person('Eva')),
      await create('shared', person('Eva'), { ...staff, sub: 'g2' }),
    ];
    expect(theirs.data.customerCreate.customer.code).not.toBe(mine.data.customerCreate.customer.code);
  });

  it('has one effect when fifty come at once, and all get its answer', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => create('fifty', person('Fanny'))));
    expect(await customersNamed('Fanny')).toBe(1);
    const codes = new Set(answers.map(({ data }) => data.customerCreate.customer.code));
    expect(codes.size).toBe(1);
    expect(answers.every(({ errors }) => errors === undefined)).toBe(true);
  });

  it('remembers a refusal, also of fifty at once, although the same request would be accepted now', async () => {
    const { data } = await create('owner', person('Gerda'));
    const [taken] = [data.customerCreate.customer];
    const add = (key: string) =>
      graph.query(
        `mutation ($input: CustomerCodeAddInput!) { customerCodeAdd(input: $input) { userErrors { code path } customerCode { code } } }`,
        { input: { customerId: taken.id, code: 'TAKEN-1', level: 'PROVINCE' } },
        { as: staff, headers: { 'idempotency-key': key } },
      );
    expect((await add('a')).data.customerCodeAdd.userErrors).toEqual([]);
    const refusals = await Promise.all(Array.from({ length: 20 }, () => add('b')));
    const refusal = refusals[0]!.data.customerCodeAdd;
    expect(refusal.customerCode).toBeNull();
    expect(refusal.userErrors).toHaveLength(1);
    expect(refusals.every(({ data }) => JSON.stringify(data.customerCodeAdd) === JSON.stringify(refusal))).toBe(true);
    await graph.database.pool.query(`delete from customer_code where code = 'TAKEN-1'`);
    expect((await add('b')).data.customerCodeAdd).toEqual(refusal);
    expect((await add('c')).data.customerCodeAdd.userErrors).toEqual([]);
  });

  it('does not hold on to a request whose input is not sound', async () => {
    const broken = await create('broken', person(' '));
    expect(broken.data.customerCreate.userErrors[0].code).toBe('REQUIRED');
    expect((await create('broken', person('Hanna'))).data.customerCreate.userErrors).toEqual([]);
  });

  it('counts for each mutation of an operation by itself', async () => {
    const both = `mutation ($a: CustomerCreateInput!, $b: CustomerCreateInput!) {
      a: customerCreate(input: $a) { customer { code } } b: customerCreate(input: $b) { customer { code } } }`;
    const run = () =>
      graph.query(both, { a: person('Ida'), b: person('Ida') }, { as: staff, headers: { 'idempotency-key': 'both' } });
    const first = await run();
    expect(first.data.a.customer.code).not.toBe(first.data.b.customer.code);
    expect(await run()).toEqual(first);
    expect(await customersNamed('Ida')).toBe(2);
  });

  it('still gives the answer when the process died after the commit, before it answered', async () => {
    const first = await create('died', person('Jana'));
    await graph.database.pool.query(`update idempotent_request set answer = null where key = 'died'`);
    expect(await create('died', person('Jana'))).toEqual(first);
    await graph.database.pool.query(`update idempotent_request set result = null where key = 'died'`);
    const { errors } = await create('died', person('Jana'));
    expect(errors![0]!.extensions.code).toBe('IDEMPOTENCY_ANSWER_LOST');
    expect(await customersNamed('Jana')).toBe(1);
  });

  it('may come in the extensions, over HTTP and over a socket', async () => {
    const extensions = { idempotencyKey: 'extension' };
    const first = await graph.query(CREATE, { input: person('Karla') }, { as: staff, extensions });
    const client = createClient({
      url: graph.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${await graph.token(staff)}` },
    });
    const again = await client.iterate({ query: CREATE, variables: { input: person('Karla') }, extensions }).next();
    await client.dispose();
    expect(again.value.data).toEqual(first.data);
    expect(await customersNamed('Karla')).toBe(1);
  });

  it('may stand in the input, for each mutation its own; the same request under a header is the same', async () => {
    const one = (key: string | null, name: string) => ({ ...person(name), idempotencyKey: key });
    const first = await graph.query(CREATE, { input: one('input-1', 'Olga') }, { as: staff });
    expect(first.data.customerCreate.userErrors).toEqual([]);
    expect(await graph.query(CREATE, { input: one('input-1', 'Olga') }, { as: staff })).toEqual(first);
    expect(await create('input-1', person('Olga'))).toEqual(first);
    const other = await graph.query(CREATE, { input: one('input-1', 'Paula') }, { as: staff });
    expect(other.errors![0]!.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
    const both = `mutation ($a: CustomerCreateInput!, $b: CustomerCreateInput!) {
      b: customerCreate(input: $b) { customer { code } } a: customerCreate(input: $a) { customer { code } } }`;
    const pair = await graph.query(
      both,
      { a: one('input-1', 'Olga'), b: one('input-2', 'Paula') },
      { as: staff, headers: { 'idempotency-key': 'of-the-operation' } },
    );
    expect(pair.data.a.customer.code).toBe(first.data.customerCreate.customer.code);
    const again = await graph.query(CREATE, { input: one('input-2', 'Paula') }, { as: staff });
    expect(again.data.customerCreate.customer.code).toBe(pair.data.b.customer.code);
    await graph.query(CREATE, { input: one(null, 'Quirina') }, { as: staff });
    await graph.query(CREATE, { input: one(null, 'Quirina') }, { as: staff });
    expect([await customersNamed('Olga'), await customersNamed('Paula'), await customersNamed('Quirina')]).toEqual([
      1, 1, 2,
    ]);
  });

  it('in the input has one effect when fifty come at once', async () => {
    const input = { ...person('Rosa'), idempotencyKey: 'fifty-in-input' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => graph.query(CREATE, { input }, { as: staff })));
    expect(new Set(answers.map(({ data }) => data.customerCreate.customer.code)).size).toBe(1);
    expect(await customersNamed('Rosa')).toBe(1);
  });

  it.each(['', 'with spaces', 'x'.repeat(201)])('in the input is refused when it is %j', async (idempotencyKey) => {
    const { data } = await graph.query(CREATE, { input: { ...person('Senta'), idempotencyKey } }, { as: staff });
    expect(data.customerCreate).toEqual({
      userErrors: [{ code: 'BAD_FORMAT', path: ['input', 'idempotencyKey'] }],
      customer: null,
    });
    expect(await customersNamed('Senta')).toBe(0);
  });

  it('is refused when it is too long or no text', async () => {
    const { data, errors } = await graph.query(
      CREATE,
      { input: person('Lena') },
      { as: staff, extensions: { idempotencyKey: 7 } },
    );
    expect(data).toBeUndefined();
    expect(errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    expect((await create('x'.repeat(201), person('Lena'))).errors![0]!.extensions.code).toBe('BAD_USER_INPUT');
    expect(await customersNamed('Lena')).toBe(0);
  });

  it('is forgotten after its time', async () => {
    const [first, kept] = [await create('old', person('Mona')), await create('new', person('Nora'))];
    await graph.database.pool.query(
      `update idempotent_request set created_at = now() - interval '25 hours' where key = 'old'`,
    );
    const { jobs } = idempotencyExpiry({ keyHours: 24 });
    await jobs[0]!.run({}, graph.database.systemContext('test'), { id: '1', attempt: 1, signal: AbortSignal.any([]) });
    const again = await create('old', person('Mona'));
    expect(again.data.customerCreate.customer.code).not.toBe(first.data.customerCreate.customer.code);
    expect(await create('new', person('Nora'))).toEqual(kept);
  });
});
