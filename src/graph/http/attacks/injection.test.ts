import type { GraphQLArgument, GraphQLField, GraphQLSchema } from 'graphql';
import { isNonNullType } from 'graphql';
import { domains } from '../../../domains/index.js';
import { encodeId } from '../../../kernel/model/index.js';
import { allNouns } from '../../../kernel/model/registry.js';
import { graphSchema } from '../../../start/application.js';
import { type As, startTestGraph, type TestGraph } from '../../../testing/graph.js';
import { callOf, eachText, filled, type Filling } from './generated.js';

let graph: TestGraph;
let schema: GraphQLSchema;
let before: Record<string, unknown>;
beforeAll(async () => {
  graph = await startTestGraph();
  schema = graphSchema(domains);
  await graph.database.pool.query('create table "canary" ("id" int); insert into "canary" values (1)');
  before = await contents();
});
afterAll(() => graph.close());

/** Texts that would end a string, a name, a JSON path, a pattern or a statement, if one of them were built of it. */
const poisons = [
  `'; drop table "canary"; --`,
  `" or 1=1; drop table "canary" --`,
  `\\'; delete from "canary" where pg_sleep(5) is null; --`,
  `$1::text) || (select pg_sleep(5)) || ('`,
  `$$; drop table "canary"; $$`,
  `{"a": "b'"}'::jsonb ? '$.a[*]' --`,
  `%_\\%_'"\`;`,
  `E'\\x27'; /* */ -- \u2028 ʼ`,
];

/** How many rows every table has, and the hash of them. */
async function contents(): Promise<Record<string, unknown>> {
  const { rows } = await graph.database.pool.query<{ table: string }>(
    `select "tablename" as "table" from pg_tables where "schemaname" = 'public' order by 1`,
  );
  const counts = await Promise.all(
    rows.map(async ({ table }) => [
      table,
      (
        await graph.database.pool.query<{ n: string }>(
          `select count(*) as n, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from "${table}" t`,
        )
      ).rows[0],
    ]),
  );
  return Object.fromEntries(counts) as Record<string, unknown>;
}

const id = encodeId('cu', '00000000-0000-0000-0000-000000000000');
const fillings = poisons.map((text): Filling => ({ text, id, depth: 2 }));

async function codesOf(query: string, variables: Record<string, unknown>, as: As = 'admin'): Promise<unknown[]> {
  const { errors = [] } = await graph.query(query, variables, { as });
  return errors.map((error) => [error.extensions['code'], error.message]);
}

const unexpected = (codes: unknown[]) =>
  codes.filter(
    (entry) =>
      (entry as [string])[0] === 'INTERNAL_SERVER_ERROR' || (entry as [string])[0] === 'GRAPHQL_VALIDATION_FAILED',
  );

interface Call {
  given: GraphQLArgument[];
  variables: Record<string, unknown>;
}

/** Calls with one argument at a time beside the required ones, and poison in all places of it. */
function wholly(field: GraphQLField<unknown, unknown>): Call[] {
  const required = field.args.filter(({ type }) => isNonNullType(type));
  return field.args.flatMap((argument, place) => {
    const given = [...new Set([...required, argument])];
    return [0, 1].map((turn) => {
      const filling = fillings[(field.name.length + 2 * place + turn) % fillings.length]!;
      // Half of the ids are of their form, so that what stands behind them is reached.
      const chosen = turn === 0 ? filling : { ...filling, id: filling.text };
      return { given, variables: Object.fromEntries(given.map(({ name, type }) => [name, filled(type, chosen)])) };
    });
  });
}

/** Calls with poison in one place each, so that no other place is refused before it; the places take turns with the poisons. */
function onebyone(field: GraphQLField<unknown, unknown>): Call[] {
  const required = field.args.filter(({ type }) => isNonNullType(type));
  return field.args.flatMap((argument) =>
    eachText(argument.type, { text: '', id: '', depth: 3 }).map((_, place) => {
      const filling = { ...fillings[place % fillings.length]!, depth: 3 };
      const given = [...new Set([...required, argument])];
      const least = Object.fromEntries(
        required.map(({ name, type }) => [name, filled(type, { ...filling, depth: 0 })]),
      );
      return { given, variables: { ...least, [argument.name]: eachText(argument.type, filling)[place] } };
    }),
  );
}

/** Makes the calls; answers those that ended in a fault, and how many were executed. */
async function attack(
  operation: 'query' | 'mutation',
  calls: (field: GraphQLField<unknown, unknown>) => Call[],
): Promise<{ faults: unknown[]; asked: number; executed: number }> {
  const root = operation === 'query' ? schema.getQueryType()! : schema.getMutationType()!;
  const faults: unknown[] = [];
  let [asked, executed] = [0, 0];
  for (const field of Object.values(root.getFields())) {
    for (const { given, variables } of calls(field)) {
      const codes = await codesOf(callOf(operation, field, given), variables);
      asked++;
      if (codes.length === 0) executed++;
      if (unexpected(codes).length) faults.push([field.name, variables, codes]);
    }
  }
  return { faults, asked, executed };
}

it('no text, id or JSON in an argument of a query becomes SQL, and nothing is changed', async () => {
  const began = performance.now();
  const { faults, asked, executed } = await attack('query', wholly);
  expect(faults).toEqual([]);
  // Most reach the database; cursors and sort keys of no form do not.
  expect(executed).toBeGreaterThan(asked / 3);
  // pg_sleep(5) was nowhere executed.
  expect((performance.now() - began) / asked).toBeLessThan(1_000);
  expect(await contents()).toEqual(before);
}, 300_000);

it('no text in a sort key or a group names anything but what the contract lists', async () => {
  for (const poison of poisons) {
    const query = 'query ($orderBy: [RegionOrder!]) { regions(orderBy: $orderBy) { nodes { code } } }';
    expect((await codesOf(query, { orderBy: [{ field: poison }] })).map((entry) => (entry as [string])[0])).toEqual([
      'BAD_USER_INPUT',
    ]);
  }
});

it('no text, id or JSON in an input of a mutation becomes SQL', async () => {
  const { faults, asked } = await attack('mutation', onebyone);
  expect(faults).toEqual([]);
  expect(asked).toBeGreaterThan(Object.keys(schema.getMutationType()!.getFields()).length);
  const { rows } = await graph.database.pool.query('select "id" from "canary"');
  expect(rows).toEqual([{ id: 1 }]);
}, 300_000);

it('a text is kept and found again as it was written', async () => {
  for (const [index, poison] of poisons.entries()) {
    const name = `${poison} ${index}`;
    const saved = await graph.query(
      'mutation ($input: DocumentClientSaveInput!) { documentClientSave(input: $input) { client { name } userErrors { code } } }',
      { input: { code: `poison${index}`, name } },
    );
    expect(saved.data.documentClientSave).toEqual({ client: { name }, userErrors: [] });
    const found = await graph.query(
      'query ($f: DocumentClientFilter) { documentClients(filter: $f) { nodes { code } } }',
      { f: { name: { contains: poison.slice(0, 12) }, code: { eq: `poison${index}` } } },
    );
    expect(found.data.documentClients.nodes).toEqual([{ code: `poison${index}` }]);
  }
});

it('the id of another type, of nothing, or of no form names nothing', async () => {
  const strange = [
    ...allNouns().flatMap((noun) =>
      noun.tag && noun.tag !== 're' ? [encodeId(noun.tag, '00000000-0000-7000-8000-000000000000')] : [],
    ),
    'x',
    '',
    '0',
    ' '.repeat(24),
    'null',
    '../../etc',
    'Y3U6MQ==',
  ];
  const region = (await graph.query('{ regions(first: 1) { nodes { id } } }')).data.regions.nodes[0].id as string;
  const bytes = Buffer.from(region, 'base64url');
  strange.push(Buffer.concat([Buffer.from('cu'), bytes.subarray(2)]).toString('base64url'));
  for (const each of strange) {
    const { data, errors } = await graph.query('query ($id: ID!) { region(id: $id) { code } }', { id: each });
    expect([each, data, errors]).toEqual([each, { region: null }, undefined]);
  }
});

it('a forged cursor is refused', async () => {
  const cursor = (await graph.query('{ regions(first: 1) { pageInfo { endCursor } } }')).data.regions.pageInfo
    .endCursor as string;
  const forged = [
    'x',
    '',
    'AAAA',
    cursor.slice(1),
    Buffer.from('["\' or 1=1 --"]').toString('base64url'),
    Buffer.from('{}').toString('base64'),
    ...poisons,
  ];
  for (const after of forged) {
    const codes = (
      await codesOf('query ($after: String) { regions(first: 1, after: $after) { nodes { code } } }', { after })
    ).map((entry) => (entry as [string])[0]);
    expect([after, codes]).toEqual([after, [expect.stringMatching(/^(CURSOR_INVALID|BAD_USER_INPUT)$/)]]);
  }
});
