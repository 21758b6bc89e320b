/** @isolated: it declares a noun of its own. */
import fc from 'fast-check';
import { type GraphQLSchema, execute, getOperationAST, getVariableValues, parse } from 'graphql';
import { domains } from '../../domains/index.js';
import { signToken, type Claims } from '../../kernel/access/token.js';
import { readConfig } from '../../kernel/config/config.js';
import { connectDatabase } from '../../kernel/database/connect.js';
import type { Database } from '../../kernel/database/database.js';
import { createLogger } from '../../kernel/log/log.js';
import { graphSchema } from '../../start/application.js';
import { CallerDirectory } from '../../start/callers.js';
import { entitiesOf } from '../../start/entities.js';
import { createServer } from '../../start/graph.js';
import { createTestDatabase } from '../../testing/database.js';
import type { GraphContext } from '../context.js';
import { createErrorFormatter } from '../http/format-error.js';
import type { GraphServer } from '../http/index.js';
import { EntityReader } from '../plain/plain-reader.js';
import { type Response, codesOf, collectCursors, essence } from '../../testing/reads/answers.js';
import { seeded } from '../../testing/reads/choices.js';
import { type Case, OperationArbitrary } from '../../testing/reads/operation-arbitrary.js';
import type { World } from '../../testing/reads/operations.js';
import { insertRandomRows, readRows } from '../../testing/reads/rows.js';
import { ReadEngine, violates } from './engine.js';

/** Operations tried; `npm run test:nightly` tries thousands, with new ones each time. */
const RUNS = Number(process.env['DIFFERENTIAL_RUNS'] ?? 300);
const SEED =
  process.env['DIFFERENTIAL_SEED'] ?? (process.env['DIFFERENTIAL_RUNS'] ? String(Date.now() % 2 ** 31) : '1');
const ROWS_PER_NOUN = 14;
const LIMITS = { maxCost: 1e12, maxDepth: 100 };

let database: Database;
let schema: GraphQLSchema;
let server: GraphServer;
let url: string;
let drop: () => Promise<void>;
let world: World;
let engine: ReadEngine;
let callers: CallerDirectory;
const claims = new Map<string, Partial<Claims>>();
const tokens = new Map<string, string>();
/** Generated fields of Query that graphql-js has resolved since it was last set to zero. */
let resolved = 0;

const config = {
  ...readConfig({ NODE_ENV: 'test', PORT: '0', LOG_LEVEL: 'silent', DATABASE_POOL_SIZE: '4' }),
  token: { secret: 'a secret that only the tests of this project use', issuer: 'switchboard', audience: 'switchboard' },
};
const log = createLogger(config);
const format = createErrorFormatter(log);
/** What went wrong unexpectedly, newest last; answers hide it. */
const unexpected: unknown[] = [];
log.error = ((entry: { err?: unknown }) => void unexpected.push(entry.err)) as typeof log.error;

/** Jobs are rows of the queue, seen through a view. */
const QUEUED = `select "graphile_worker"."add_job"('test.' || "n", run_at => timestamptz '2040-01-01' + "n" % 7 * interval '1 day',
  queue_name => case when "n" % 3 = 0 then 'queue-' || "n" end) from generate_series(1, ${ROWS_PER_NOUN}) "n"`;

beforeAll(async () => {
  const test = await createTestDatabase();
  drop = test.drop;
  database = await connectDatabase({
    url: test.url,
    entities: entitiesOf(domains),
    poolSize: 4,
    statementTimeoutMs: 20_000,
  });
  schema = graphSchema(domains);
  countResolved();
  const { rows } = await database.pool.query<{ id: string }>(
    `select "id" from "region" where "path" like '/86/44/%' order by "path"`,
  );
  // Reports count up to the moment of the question, which must be the same for both answers.
  database.clock = () => new Date('2026-06-01T08:00:00.000Z');
  await database.pool.query(QUEUED);
  await insertRandomRows(database, seeded(20_260_301), {
    perNoun: ROWS_PER_NOUN,
    favourites: new Map([['Region', rows.map((row) => row.id)]]),
  });
  world = { schema, rows: await readRows(database), cursors: new Map() };
  engine = new ReadEngine(schema, database, LIMITS);
  callers = new CallerDirectory(database, { environment: 'test' });
  await admitCallers();
  server = createServer({ config, log, database, schema, examples: [], limits: LIMITS });
  ({ url } = await server.listen());
}, 120_000);

afterAll(async () => {
  await server?.close();
  await database?.close();
  await drop?.();
});

/** Everybody who sees different rows. */
async function admitCallers(): Promise<void> {
  const codes = world.rows.get('CustomerCode')!;
  const belongings = (customer: unknown) =>
    [...world.rows.values()].flat().filter((row) => row['customer_id'] === customer).length;
  const [richest] = codes.sort((one, other) => belongings(other['customer_id']) - belongings(one['customer_id']));
  const code = richest!['code'] as string;
  claims
    .set('admin', { role: 'admin' })
    .set('province', { role: 'staff', region: '44' })
    .set('city', { role: 'staff', region: '4401' });
  claims.set('customer', { role: 'customer', customer: code }).set('partner', { role: 'partner', partner: 'P-1' });
  for (const [name, claim] of claims)
    tokens.set(name, await signToken(config, { sub: name, role: 'admin', ...claim }, 36_000));
}

function countResolved(): void {
  for (const field of Object.values(schema.getQueryType()!.getFields())) {
    const { resolve } = field;
    field.resolve = (...given) => {
      resolved++;
      return resolve!(...given);
    };
  }
}

/** An answer as it comes over the wire. */
async function send(
  to: string,
  { document, operationName, variables, caller }: Case,
): Promise<{ status: number; text: string }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${tokens.get(caller)!}` };
  const response = await fetch(to, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: document, operationName, variables }),
  });
  return { status: response.status, text: await response.text() };
}

/** The answer of graphql-js over entities. */
async function plain({ document, operationName, variables, caller }: Case): Promise<Response> {
  const who = await callers.callerFor({
    sub: caller,
    role: 'admin',
    exp: 4_000_000_000,
    ...claims.get(caller),
  } as Claims);
  const contextValue: GraphContext = {
    caller: who,
    database,
    feed: database.feed,
    engine,
    requestId: 'plain',
    plain: new EntityReader(database, who),
  };
  const result = await execute({
    schema,
    document: parse(document),
    operationName,
    variableValues: variables,
    contextValue,
  });
  return JSON.parse(
    JSON.stringify({ ...result, ...(result.errors ? { errors: result.errors.map(format) } : {}) }),
  ) as Response;
}

/** Whether the compiler claims to answer the operation whole, for these rows. */
async function claimsWhole({ document, operationName, variables, caller }: Case): Promise<boolean> {
  const parsed = parse(document);
  const operation = getOperationAST(parsed, operationName)!;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return false;
  const who = await callers.callerFor({
    sub: caller,
    role: 'admin',
    exp: 4_000_000_000,
    ...claims.get(caller),
  } as Claims);
  const fragments = Object.fromEntries(
    parsed.definitions.flatMap((each) => (each.kind === 'FragmentDefinition' ? [[each.name.value, each]] : [])),
  );
  const plan = engine.planQuery({ document: parsed, operation, fragments, variables: coerced }, who);
  return plan !== undefined && plan.complete && !violates(plan, await engine.run(plan, coerced, who));
}

async function compare(made: Case): Promise<void> {
  resolved = 0;
  unexpected.length = 0;
  const answer = await send(url, made);
  const byGraphqlJs = resolved;
  const response = JSON.parse(answer.text) as Response;
  const expected = await plain(made);

  if (!('data' in response)) {
    // Refused before the database was asked; field by field the same refusal comes up where it is.
    const [code] = codesOf(response);
    const agreed = codesOf(expected).includes(code);
    // A field that the caller does not see is refused also where no row would come to it.
    if (
      !agreed &&
      code !== 'FORBIDDEN' &&
      !(code === 'BAD_USER_INPUT' && (mayBeUnreached(made) || isBlankSearch(response)))
    )
      throw new Error(`Refused with ${answer.text}, but not by plain execution: ${essence(expected)}`);
    return;
  }
  const mixed = Object.values(made.variables).includes(null);
  expect(essence(response, mixed)).toBe(essence(expected, mixed));
  if (await claimsWhole(made)) {
    expect(byGraphqlJs).toBe(0);
    // A known document takes a shorter way.
    expect((await send(url, made)).text).toBe(answer.text);
  }
  collectCursors(response.data, world.cursors);
}

/** Figures of amounts need one currency: the compiler says so even where no group would ask for them. */
const mayBeUnreached = ({ document }: Case): boolean => /[aA]mount\b/.test(document);

/** A blank search is refused although in an inner list no row may come to it; any other refusal of a search must be shared. */
const isBlankSearch = ({ errors = [] }: Response): boolean => errors[0]?.message === 'Give something to search for.';

/** Sends an operation to a server that reads without the compiler. */
async function overEntities(made: Case): Promise<Response> {
  const plainServer = createServer({ config, log, database, schema, examples: [], limits: LIMITS, reads: 'plain' });
  const { url: plainUrl } = await plainServer.listen();
  try {
    return JSON.parse((await send(plainUrl, made)).text) as Response;
  } finally {
    await plainServer.close();
  }
}

describe('the read compiler', () => {
  it(`answers ${RUNS} random operations as graphql-js does over entities`, async () => {
    const property = fc.asyncProperty(new OperationArbitrary(world, [...tokens.keys()]), compare);
    const result = await fc.check(property, { numRuns: RUNS, seed: Number(SEED) });
    if (result.failed) throw new Error(told(result));
  }, 3_600_000);

  it('can be left out of a server, whose limits stay', async () => {
    const made = {
      document: '{ regions(first: 5, orderBy: [{field: CODE}]) { totalCount nodes { code parent { name } } } }',
      variables: {},
      caller: 'city',
    };
    resolved = 0;
    expect(essence(await overEntities(made))).toBe(essence(JSON.parse((await send(url, made)).text) as Response));
    expect(resolved).toBe(1);
    expect(codesOf(await overEntities({ ...made, document: '{ regions(first: 201) { totalCount } }' }))).toEqual([
      'BAD_USER_INPUT',
    ]);
  });
});

/** The smallest operation that fails, ready to be tried by hand. */
function told({ counterexample, errorInstance, seed, numRuns, numShrinks }: fc.RunDetails<[Case]>): string {
  const [made] = counterexample!;
  const { document, ...rest } = made;
  const head = `The answers differ (seed ${seed}, operation ${numRuns}, made smaller ${numShrinks} times).`;
  return `${head}\n${document}\n${JSON.stringify(rest)}\nUnexpected: ${unexpected.map(String).join('\n')}\n${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}`;
}
