import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { domains } from '../domains/index.js';
import { encodeId } from '../kernel/model/index.js';
import { type NounMeta, allNouns, concreteNouns } from '../kernel/model/registry.js';
import { callOf, type IdGiver, idPlaces } from '../testing/matrix/calls.js';
import { contentsOf } from '../testing/matrix/contents.js';
import { Ground } from '../testing/matrix/ground.js';
import { readMatrix } from '../testing/matrix/matrix.js';
import { type MatrixAnswer, type MatrixWorld, openMatrixWorld } from '../testing/matrix/world.js';
import { graphSchema } from './application.js';

/** Who may do what: every mutation and subscription, by every kind of caller; see matrix.test.ts for what is seen. */
const schema = graphSchema(domains);
const matrix = readMatrix(readFileSync(join(import.meta.dirname, '../../schema/access.txt'), 'utf8'));
const mutations = Object.values(schema.getMutationType()!.getFields());
const subscriptions = Object.values(schema.getSubscriptionType()!.getFields());

let world: MatrixWorld;
let ground: Ground;
beforeAll(async () => {
  world = await openMatrixWorld();
  ground = new Ground(matrix, world.rows);
}, 120_000);
afterAll(() => world?.close());

const MISSING = '0000abcd-0000-7000-8000-000000000000';
const missing: IdGiver = ({ noun }) => encodeId(concreteNouns(noun ?? allNouns()[0]!)[0]!.tag!, MISSING);

/** Whether the matrix gives the operation to the caller. */
function isGiven(who: string, operation: string): boolean {
  const kinds = matrix.operations.get(operation)!;
  const { kind, without } = world.subjects.get(who)!;
  if (kinds.includes('everyone')) return true;
  if (who === 'nobody') return false;
  return kinds.includes('signed in') || kind === 'ADMIN' || kind === 'SYSTEM' || (!without && kinds.includes(kind));
}

/** Whether an answer says that the caller may not run the operation at all. */
const isDenied = ({ status, errors }: MatrixAnswer, operation: string): boolean =>
  status === 401 ||
  (errors?.[0]?.extensions['code'] === 'FORBIDDEN' && errors[0].extensions['operation'] === operation);

const callers = [
  'nobody',
  'staff of another province',
  'staff without the permission',
  'staff with the permission',
  'headquarters',
  'customer',
  'another customer',
  'partner',
  'partner without the grant',
  'administrator',
  'system',
];

test('every mutation and subscription stands in the matrix', () => {
  expect([...matrix.operations.keys()].sort()).toEqual([...mutations, ...subscriptions].map(({ name }) => name).sort());
});

describe('mutations that the matrix denies', () => {
  test.each(callers)('are denied to %s, and write nothing', async (who) => {
    const denied = mutations.filter(({ name }) => !isGiven(who, name));
    const before = await contentsOf(world.database);
    const run = [];
    for (const operation of denied) {
      const { query, variables } = callOf('mutation', operation, missing);
      if (!isDenied(await world.ask(who, query, variables), operation.name)) run.push(operation.name);
    }
    expect(run).toEqual([]);
    expect(await contentsOf(world.database)).toEqual(before);
  });
});

describe.each(['staff with the permission', 'staff of another province', 'customer', 'another customer'])(
  '%s',
  (who) => {
    test('gets the same answer for a row that is hidden and for one that is missing, and writes nothing', async () => {
      const sees = (noun: NounMeta, yes: boolean) =>
        concreteNouns(noun).flatMap((each) =>
          world.rows
            .get(each.name)!
            .filter((row) => ground.sees(world.subjects.get(who)!, each, row) === yes)
            .map((row) => encodeId(each.tag!, row['id'] as string)),
        );
      const before = await contentsOf(world.database);
      const different = [];
      let tried = 0;
      for (const operation of mutations.filter(({ name }) => isGiven(who, name)))
        for (const place of idPlaces(operation)) {
          const [hidden] = place.noun ? sees(place.noun, false).slice(-1) : [];
          if (!hidden) continue;
          const absent = encodeId(Buffer.from(hidden, 'base64url').toString('latin1', 0, 2), MISSING);
          const answers = [];
          for (const id of [hidden, absent]) {
            const give: IdGiver = (at) =>
              at.path.join() === place.path.join() ? id : ((at.noun && sees(at.noun, true).at(-1)) ?? missing(at));
            const { query, variables } = callOf('mutation', operation, give, place);
            const { data, errors } = await world.ask(who, query, variables);
            answers.push(JSON.stringify({ data, errors }).replaceAll(id, 'ID'));
          }
          tried++;
          if (answers[0] !== answers[1] || !/"code":|"errors":/.test(answers[0]!))
            different.push([operation.name, place.path.join('.'), ...answers]);
        }
      expect(different).toEqual([]);
      expect(tried).toBeGreaterThan(5);
      expect(await contentsOf(world.database)).toEqual(before);
    });
  },
);

test.each(callers)('mutations that the matrix gives are not denied to %s', async (who) => {
  const denied = [];
  for (const operation of mutations.filter(({ name }) => isGiven(who, name) && name !== 'signOut')) {
    const { query, variables } = callOf('mutation', operation, missing);
    if (isDenied(await world.ask(who, query, variables), operation.name)) denied.push(operation.name);
  }
  expect(denied).toEqual([]);
});

/** The code with which a subscription ends, or `next` when it brings something. */
async function firstOf(who: string, query: string, variables: Record<string, unknown>): Promise<string> {
  const authorization = world.bearer(who);
  const client = createClient({
    url: world.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: authorization ? { authorization } : {},
  });
  const code = await new Promise<string>((resolve) =>
    client.subscribe(
      { query, variables },
      {
        next: ({ errors }) => resolve(errors ? JSON.stringify(errors[0]) : 'next'),
        error: (error) =>
          resolve(
            JSON.stringify(Array.isArray(error) ? (error as unknown[])[0] : { closed: (error as CloseEvent).code }),
          ),
        complete: () => resolve('complete'),
      },
    ),
  );
  await client.dispose();
  return code;
}

describe('subscriptions', () => {
  test.each(callers)('are open to %s as the matrix says', async (who) => {
    const wrong = [];
    for (const operation of subscriptions) {
      // One without ids is told from a cursor that is none.
      const to = idPlaces(operation).find(({ noun }) => noun) ?? { path: ['after'], noun: undefined };
      const { query, variables } = callOf('subscription', operation, missing, to);
      const answer = await firstOf(who, query, variables);
      const denied = /"closed":44|FORBIDDEN|UNAUTHENTICATED/.test(answer);
      if (denied === isGiven(who, operation.name)) wrong.push([operation.name, answer]);
    }
    expect(wrong).toEqual([]);
  });

  test.each(['staff of another province', 'customer', 'another customer'])(
    'answer %s alike for what is hidden and what is missing',
    async (who) => {
      for (const operation of subscriptions.filter(({ name }) => isGiven(who, name)))
        for (const place of idPlaces(operation).filter(({ noun }) => noun)) {
          const hidden = concreteNouns(place.noun!).flatMap((noun) =>
            world.rows
              .get(noun.name)!
              .filter((row) => !ground.sees(world.subjects.get(who)!, noun, row))
              .map((row) => encodeId(noun.tag!, row['id'] as string)),
          )[0];
          if (!hidden) continue;
          const absent = encodeId(Buffer.from(hidden, 'base64url').toString('latin1', 0, 2), MISSING);
          const answers = [];
          for (const id of [hidden, absent]) {
            const { query, variables } = callOf('subscription', operation, () => id, place);
            answers.push((await firstOf(who, query, variables)).replaceAll(id, 'ID'));
          }
          expect([operation.name, answers[0]]).toEqual([operation.name, answers[1]]);
          expect(answers[0]).toMatch(/NOT_FOUND/);
        }
    },
  );
});
