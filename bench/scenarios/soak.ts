import { execFileSync } from 'node:child_process';
import type { Target } from '../load/protocol.ts';
import { operations } from '../operations/index.ts';
import { median, type Row } from '../report/row.ts';
import { say } from '../say.ts';
import { prepare } from './requests.ts';
import type { Scenario } from './scenario.ts';

/** Samples of the memory in one soak. */
const SLICES = 40;
/** Growth from the second quarter to the last that still counts as flat: heaps breathe. */
const FLAT = 1.1;
/** Their answers take a database's time, not the server's memory. */
const LEFT_OUT = ['dashboard'];

/** Very many requests of all kinds to Switchboard alone: its memory must not grow with them. */
export const soak: Scenario = {
  name: 'soak',
  about: 'A million requests of all kinds to Switchboard; its memory must stay flat.',
  onRequest: true,
  async run(bench) {
    const { connections, requests } = bench.options;
    const server = await bench.switchboard();
    const targets: Target[] = [];
    for (const operation of operations.filter(({ name }) => !LEFT_OUT.includes(name))) {
      targets.push((await prepare({ ...bench, servers: async () => [server] }, operation))[0]!.target);
    }
    const target = mixed(targets);
    const slice = Math.ceil(requests / SLICES);
    const sizes: number[] = [];
    const rows: Row[] = [];
    for (let index = 0; index < SLICES; index++) {
      const {
        requests: done,
        seconds,
        p50,
        p99,
        bytes,
      } = await bench.load.run(target, { connections, requests: slice });
      sizes.push(memory(server.pid));
      rows.push({ operation: 'soak', server: 'switchboard', rps: done / seconds, p50, p99, bytes });
      say(`${(index + 1) * slice} requests, ${Math.round(done / seconds)} per second, ${sizes.at(-1)} MB`);
    }
    const quarter = SLICES / 4;
    const [before, after] = [median(sizes.slice(quarter, 2 * quarter)), median(sizes.slice(-quarter))];
    say(
      `Memory ${after <= before * FLAT ? 'is flat' : 'GROWS'}: ${before} MB in the second quarter, ${after} MB in the last.`,
    );
    if (after > before * FLAT) process.exitCode = 1;
    const of = (pick: (row: Row) => number) => Number(median(rows.map(pick)).toFixed(3));
    return [
      {
        operation: 'soak',
        server: 'switchboard',
        rps: of((row) => row.rps),
        p50: of((row) => row.p50),
        p99: of((row) => row.p99),
        bytes: of((row) => row.bytes),
      },
    ];
  },
};

/** The requests of several targets of one server, in turns. */
function mixed(targets: readonly Target[]): Target {
  const bodies: string[] = [];
  const sizes: number[] = [];
  for (let index = 0; index < 200; index++) {
    for (const target of targets) {
      const at = index % target.bodies.length;
      bodies.push(target.bodies[at]!);
      sizes.push(target.sizes![at]!);
    }
  }
  return { ...targets[0]!, bodies, sizes };
}

/** Resident memory of a process, in megabytes. */
const memory = (pid: number): number =>
  Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024);
