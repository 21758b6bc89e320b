import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchFolder } from '../folders.ts';
import { say } from '../say.ts';
import type { Scenario } from './scenario.ts';

const SIZES = [2_000, 10_000];
/** What a core shall deliver in a second, and the most bytes that a subscription at rest may take. */
const DELIVERIES = 100_000;
const BYTES = 10_240;

interface Figures {
  server: 'ours' | 'plain graphql-ws';
  subscribers: number;
  deliveriesPerCpuSecond: number;
  p50: number;
  p99: number;
  bytesPerSubscription: number;
  lost: number;
  repeated: number;
}

/** One event to thousands of subscribers, ours and plain graphql-ws, over a database of its own; see `fanout/run.ts`. */
export const fanout: Scenario = {
  name: 'fanout',
  about: `One event to ${SIZES.join(' and ')} subscribers: deliveries per second of processor time, and bytes per subscription.`,
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fanout-'));
    try {
      const file = join(folder, 'figures.json');
      const program = [join(benchFolder, 'fanout/run.ts'), ...SIZES.map(String), '--json', file];
      execFileSync(process.execPath, program, { stdio: ['ignore', 'ignore', 'inherit'] });
      const figures = JSON.parse(readFileSync(file, 'utf8')) as Figures[];
      for (const { subscribers, deliveriesPerCpuSecond, bytesPerSubscription, lost, repeated } of figures.filter(
        ({ server }) => server === 'ours',
      )) {
        const mark = (fine: boolean) => (fine ? 'reached' : 'MISSED ');
        say(
          `${mark(deliveriesPerCpuSecond >= DELIVERIES)}  ${deliveriesPerCpuSecond} of ${DELIVERIES} deliveries per core and second (${subscribers} subscribers)`,
        );
        say(
          `${mark(bytesPerSubscription <= BYTES)}  ${bytesPerSubscription} of ${BYTES} bytes per subscription at rest`,
        );
        say(
          `${mark(lost + repeated === 0)}  ${lost} events lost, ${repeated} repeated, each looked at at each subscriber`,
        );
      }
      return figures.map(({ server, subscribers, deliveriesPerCpuSecond, p50, p99, bytesPerSubscription }) => ({
        operation: `fanout-${subscribers}`,
        server: server === 'ours' ? 'switchboard' : 'graphql-ws',
        rps: deliveriesPerCpuSecond,
        p50,
        p99,
        bytes: bytesPerSubscription,
      }));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
