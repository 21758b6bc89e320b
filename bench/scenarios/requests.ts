import { ask } from '../check/ask.ts';
import { difference, valueDifference } from '../check/compare.ts';
import type { Target } from '../load/protocol.ts';
import type { Dialect, Operation, Variables } from '../operations/operation.ts';
import type { RunningServer } from '../servers/server.ts';
import type { Bench } from './scenario.ts';

/** Requests whose whole answers are compared between servers. */
const COMPARED = 50;

/** A contestant with the requests that it will get. */
export interface Prepared {
  server: RunningServer;
  variables: readonly Variables[];
  target: Target;
}

/**
 * Makes every contestant's requests and looks at the answers before anything is measured: each must be good, those of the ceiling
 * equal to Switchboard's, and those of the others must hold the same values.
 */
export async function prepare(bench: Bench, operation: Operation): Promise<Prepared[]> {
  const servers = (await bench.servers()).filter(({ contestant }) => !operation.without?.includes(contestant.name));
  const variables = new Map<Dialect, readonly Variables[]>();
  const prepared: Prepared[] = [];
  for (const server of servers) {
    const dialect = operation.ownKeys ? dialectOf(server) : 'switchboard';
    if (!variables.has(dialect))
      variables.set(
        dialect,
        await requests(
          bench,
          operation,
          servers.find((other) => dialectOf(other) === dialect)!,
          dialect,
        ),
      );
    const own = variables.get(dialect)!;
    const { contestant, surroundings, port } = server;
    const bodies = own.map((value) => contestant.body(operation, value, surroundings));
    prepared.push({
      server,
      variables: own,
      target: { port, path: contestant.path, headers: contestant.headers(surroundings), bodies },
    });
  }
  await compare(operation, prepared);
  const own = prepared.find(({ server }) => server.contestant.name === 'switchboard')!;
  own.target = { ...own.target, sizes: await sizes(own) };
  for (const one of prepared) {
    if (one === own) continue;
    const same = one.server.contestant.sameBytes && !differs(operation, one);
    one.target = { ...one.target, sizes: same ? own.target.sizes! : await sizes(one) };
  }
  return prepared;
}

/** Whether an administrator gets another answer than the caller. */
const differs = (operation: Operation, { server }: Prepared): boolean =>
  operation.differsForAdmin === true && server.contestant.name === 'switchboard-admin';

/** The ceiling takes Switchboard's keys, which comes before it in the list. */
const dialectOf = ({ contestant: { name } }: RunningServer): Dialect =>
  name === 'postgraphile' || name === 'mercurius' ? name : 'switchboard';

async function requests(
  { sample, caller }: Bench,
  operation: Operation,
  server: RunningServer,
  dialect: Dialect,
): Promise<readonly Variables[]> {
  const found = await operation.requests({
    sample,
    dialect,
    regionIds: caller.regionIds,
    ask: async (query, variables) => (await ask(server, JSON.stringify({ query, variables }))).data,
  });
  if (found.length === 0) throw new Error(`The data has nothing for ${operation.name}.`);
  return found;
}

async function compare(operation: Operation, prepared: readonly Prepared[]): Promise<void> {
  const ours = prepared.find(({ server }) => server.contestant.name === 'switchboard')!;
  for (let index = 0; index < Math.min(COMPARED, ours.variables.length); index++) {
    const expected = (await ask(ours.server, ours.target.bodies[index]!)).data;
    for (const one of prepared) {
      if (one === ours || differs(operation, one)) continue;
      const { contestant } = one.server;
      const given = (await ask(one.server, one.target.bodies[index]!)).data;
      const found = contestant.sameAnswer
        ? difference(expected, given)
        : valueDifference(expected, given, operation.ignore);
      if (!found) continue;
      throw new Error(
        `${operation.name}: ${contestant.name} does not answer what switchboard answers to ${JSON.stringify(ours.variables[index])}.\n${found}`,
      );
    }
  }
}

/** The size of every answer, which must not change while it is measured. */
async function sizes({ server, target }: Prepared): Promise<number[]> {
  const found: number[] = [];
  for (const body of target.bodies) found.push((await ask(server, body)).bytes);
  return found;
}
