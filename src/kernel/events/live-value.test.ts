/** @isolated: it declares a noun of its own. */
import { createLogger } from '../log/log.js';
import { systemCaller } from '../access/caller.js';
import { createKernelDatabase, type KernelDatabase, Sample } from '../../testing/kernel-database.js';
import { sleep, until } from '../../testing/until.js';
import { startEvents } from './start-events.js';

let kernel: KernelDatabase;
let events: { stop: () => Promise<void> };
let subject: Sample;
const context = { caller: systemCaller('test'), requestId: 'test' };

beforeAll(async () => {
  kernel = await createKernelDatabase();
  events = await startEvents({
    database: kernel.database,
    log: createLogger({ log: { level: 'silent', pretty: false } }),
  });
  subject = new Sample();
  await kernel.database.write(context, async (tx) => void tx.add(subject));
});
afterAll(async () => {
  await events?.stop();
  await kernel?.end();
});

/** Waits until a number has not changed for longer than a value rests between two reads. */
async function calm(number: () => number): Promise<void> {
  for (let before = NaN; before !== number(); await sleep(700)) before = number();
}

/** Waits until the feed has handed out everything that was recorded. */
async function handed(): Promise<void> {
  const left = `select 1 from history_entry where position is null or position > $1`;
  const { pool, feed } = kernel.database;
  await until(async () => (await pool.query(left, [feed.tail.position])).rowCount === 0);
}

const record = (type: string) =>
  kernel.database.write(context, async (tx) => tx.recordAny({ kind: 'BUSINESS_FACT', type, subject }));

describe('LiveValue', () => {
  it('gives the present value at once, then what differs; many events lead to few reads', async () => {
    let state = 0;
    let reads = 0;
    const began = Date.now();
    const read = async () => {
      reads++;
      return { state: Math.min(state, 3) };
    };
    const got: number[] = [];
    const end = kernel.database.feed
      .live({ match: { types: ['live'] }, read })
      .follow({ value: (value) => void got.push(value.state), failed: () => undefined });
    await until(() => got.length === 1);
    for (state = 1; state <= 60; state++) await record('live');
    await until(() => got.at(-1) === 3);
    await handed();
    // A value rests for 200 ms between two reads.
    const most = 2 + (Date.now() - began) / 200;
    await calm(() => reads);
    expect(got[0]).toBe(0);
    expect(got).toEqual([...new Set(got)]);
    expect(reads).toBeLessThan(most + 2);
    const before = reads;
    await record('other');
    await handed();
    await sleep(300);
    expect(reads).toBe(before);
    end();
    await record('live');
    await handed();
    await sleep(300);
    expect(reads).toBe(before);
  });

  it('ends with the error of its first read, and tries later ones again', async () => {
    const broken = kernel.database.feed.live({ match: {}, read: () => Promise.reject(new Error('no')) });
    await expect(broken[Symbol.asyncIterator]().next()).rejects.toThrow('no');
    let fail = false;
    let failures = 0;
    let value = 1;
    const live = kernel.database.feed.live({
      match: { types: ['again'] },
      read: () => (fail ? (failures++, Promise.reject(new Error('no'))) : Promise.resolve(value)),
    });
    const values = live[Symbol.asyncIterator]();
    expect((await values.next()).value).toBe(1);
    fail = true;
    const next = values.next();
    await record('again');
    await until(() => failures > 0);
    value = 2;
    fail = false;
    expect((await next).value).toBe(2);
    await values.return!(undefined);
  });

  it('reads again without events where the value changes with time', async () => {
    let n = 0;
    const live = kernel.database.feed.live({ match: { types: ['never'] }, everyMs: 50, read: async () => n++ });
    const values = live[Symbol.asyncIterator]();
    expect([(await values.next()).value, (await values.next()).value, (await values.next()).value]).toEqual([0, 1, 2]);
    await values.return!(undefined);
  });
});
