import { setTimeout as sleep } from 'node:timers/promises';
import type { Measured } from '../load/protocol.ts';
import type { Operation } from '../operations/operation.ts';
import { median, type Row } from '../report/row.ts';
import { say } from '../say.ts';
import { prepare, type Prepared } from './requests.ts';
import type { Scenario } from './scenario.ts';

/** Long enough for the servers' compilers and PostgreSQL's plans to settle. */
const WARM_UP_SECONDS = 3;

/** What the server before has left undone, as garbage and rows to be written, is done meanwhile. */
const REST_MS = 1_000;

/** Before each measurement: a server that stood idle while the others were measured finds its memory and the processor's caches again. */
const TURN_SECONDS = 1;

/** Measures all contestants with one operation, in turns: what disturbs the machine disturbs all of them. */
export const operationScenario = (operation: Operation): Scenario => ({
  name: operation.name,
  about: operation.about,
  async run(bench) {
    const prepared = await prepare(bench, operation);
    const { connections, rounds, seconds } = bench.options;
    const measured = new Map<Prepared, Measured[]>(prepared.map((one) => [one, []]));
    /** A rival that fails under load leaves the operation; the two that matter end the bench. */
    const run = async (one: Prepared, length: number): Promise<Measured | undefined> => {
      const { name } = one.server.contestant;
      try {
        return await bench.load.run(one.target, { connections, seconds: length });
      } catch (error) {
        if (name === 'switchboard' || name === 'ceiling') throw error;
        say(`${operation.name}: ${name} is left out. ${(error as Error).message.slice(0, 500)}`);
        measured.delete(one);
        return undefined;
      }
    };
    for (const one of prepared) await run(one, Math.min(WARM_UP_SECONDS, seconds));
    for (let round = 0; round < rounds; round++) {
      for (const one of inTurns(prepared, round)) {
        await sleep(REST_MS);
        if (measured.has(one)) await run(one, Math.min(TURN_SECONDS, seconds));
        const result = measured.has(one) ? await run(one, seconds) : undefined;
        if (result) measured.get(one)!.push(result);
      }
    }
    const rows = [...measured].map(([one, results]) => row(operation.name, one.server.contestant.name, results));
    say(`${operation.name}: ${rows.map(({ server, rps }) => `${server} ${Math.round(rps)}`).join(', ')}`);
    return rows;
  },
});

/**
 * The order of a round. Over as many rounds as there are servers each follows each other one equally often (the square of Williams),
 * so that what a server leaves behind for the next one, as warm caches or garbage, meets all alike.
 */
function inTurns<T>(values: readonly T[], round: number): T[] {
  const count = values.length;
  const turns = values.map((_, turn) => values[((turn % 2 ? count - (turn + 1) / 2 : turn / 2) + round) % count]!);
  // Of an odd number it takes both directions.
  return count % 2 && round % 2 ? turns.reverse() : turns;
}

function row(operation: string, server: string, rounds: readonly Measured[]): Row {
  const of = (pick: (measured: Measured) => number, digits: number) => Number(median(rounds.map(pick)).toFixed(digits));
  return {
    operation,
    server,
    rps: of(({ requests, seconds }) => requests / seconds, 1),
    p50: of(({ p50 }) => p50, 3),
    p99: of(({ p99 }) => p99, 3),
    bytes: of(({ bytes }) => bytes, 0),
  };
}
