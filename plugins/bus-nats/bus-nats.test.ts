/** @isolated: it declares a noun of its own. */
import { pino } from 'pino';
import { ActorKind, encodeCursor, startEvents, type HistoryEvent } from '../../src/kernel/events/index.js';
import { systemCaller } from '../../src/kernel/access/index.js';
import { createKernelDatabase, type KernelDatabase, Sample } from '../../src/testing/kernel-database.js';
import { describeWithNats, startNats, type TestNats } from '../../src/testing/nats.js';
import { until } from '../../src/testing/until.js';
import { connectionOptions } from './connection-options.js';
import { NatsEventBus } from './nats-event-bus.js';
import { splitBatches } from './split-batches.js';

const log = pino({ level: 'silent' });

const event = (position: number, text = ''): HistoryEvent => ({
  id: String(position),
  noun: 'BusinessFact',
  type: 'sample.made',
  subjectType: 'Sample',
  subjectId: 's',
  customerId: null,
  regionId: null,
  figuresCustomerId: null,
  confided: false,
  actor: 'a',
  actorName: '李雷',
  actorKind: ActorKind.SYSTEM,
  correlationId: 'c',
  causationId: null,
  from: null,
  to: null,
  action: null,
  reason: null,
  data: { text },
  occurredAt: '2026-01-01T00:00:00.000Z',
  position,
  cursor: encodeCursor(position),
});

const positions = (payloads: Uint8Array[]) =>
  payloads.map((payload) =>
    (JSON.parse(Buffer.from(payload).toString()) as HistoryEvent[]).map(({ position }) => position),
  );

describe('batches', () => {
  it('hold as many events as fit, in order, and leave out one that fits nowhere', () => {
    const events = [event(1), event(2, '李'.repeat(300)), event(3, 'x'.repeat(9_000)), event(4), event(5)];
    expect(positions(splitBatches(events, 1_000_000))).toEqual([[1, 2, 3, 4, 5]]);
    expect(positions(splitBatches(events, 4_000))).toEqual([
      [1, 2],
      [4, 5],
    ]);
    expect(positions(splitBatches(events, 1_024 + 1_400))).toEqual([[1], [2], [4, 5]]);
    expect(splitBatches([], 1_000)).toEqual([]);
  });
});

describe('addresses', () => {
  it('give servers and credentials', () => {
    expect(connectionOptions('nats://a:4222, nats://b:4223')).toEqual({ servers: ['a:4222', 'b:4223'] });
    expect(connectionOptions('tls://me:p%40ss@a:4222')).toEqual({
      servers: ['a:4222'],
      user: 'me',
      pass: 'p@ss',
      tls: {},
    });
    expect(connectionOptions('nats://secret@a:4222')).toEqual({ servers: ['a:4222'], token: 'secret' });
  });
});

describeWithNats('the bus', () => {
  let nats: TestNats;
  const buses: NatsEventBus[] = [];

  beforeAll(async () => {
    nats = await startNats();
  });
  afterEach(async () => {
    for (const bus of buses.splice(0)) await bus.close();
  });
  afterAll(() => nats?.stop());

  const open = (subject: string) => {
    const bus = new NatsEventBus({ url: nats.url, subject, log });
    buses.push(bus);
    return bus;
  };
  const collect = (bus: NatsEventBus) => {
    const seen: number[] = [];
    bus.subscribe((events) => seen.push(...events.map(({ position }) => position)));
    return seen;
  };

  it('brings events to every process once and in order, and to those of another database none', async () => {
    const [here, there, other] = [open('test.one'), open('test.one'), open('test.two')];
    await until(() => [here, there, other].every((bus) => bus.carries));
    const [own, theirs, none] = [collect(here), collect(there), collect(other)];
    const expected = Array.from({ length: 3_000 }, (_, n) => n + 1);
    for (let at = 0; at < 3_000; at += 500)
      await here.publish(expected.slice(at, at + 500).map((n) => event(n, 'x'.repeat(700))));
    expect(own).toEqual(expected);
    await until(() => theirs.length >= 3_000);
    expect(theirs).toEqual(expected);
    expect(own).toEqual(expected);
    expect(none).toEqual([]);
  });

  it('says that it carries nothing while NATS is down, delays nobody, and comes back', async () => {
    const [here, there] = [open('test.three'), open('test.three')];
    await until(() => here.carries && there.carries);
    const theirs = collect(there);
    await nats.kill();
    await until(() => !here.carries && !there.carries);
    const began = Date.now();
    await here.publish([event(1)]);
    expect(Date.now() - began).toBeLessThan(500);
    await nats.start();
    await until(() => here.carries && there.carries);
    await here.publish([event(2)]);
    await until(() => theirs.includes(2));
    expect(theirs).toEqual([2]);
  });

  describe('between processes on one database', () => {
    let kernel: KernelDatabase;
    beforeAll(async () => {
      kernel = await createKernelDatabase();
    });
    afterAll(() => kernel?.end());

    it('loses and repeats no event, whether NATS is there or not', async () => {
      const second = await kernel.another();
      const databases = [kernel.database, second];
      const running = [];
      for (const database of databases) running.push(await startEvents({ database, bus: open('test.four'), log }));
      await until(() => buses.every((bus) => bus.carries));
      const caller = systemCaller('test');
      const subject = new Sample();
      await second.write({ caller, requestId: 'r' }, async (tx) => void tx.add(subject));
      const seen = databases.map((database) => {
        const list: string[] = [];
        const watch = database.feed.watch({ caller, match: { subjectId: subject.id } });
        void (async () => {
          for await (const { type } of watch) list.push(type);
        })();
        return list;
      });
      for (let n = 0; n < 90; n++) {
        if (n === 30) await nats.kill();
        if (n === 60) await nats.start();
        await databases[n % 2]!.write({ caller, requestId: 'r' }, async (tx) =>
          tx.recordAny({ kind: 'BUSINESS_FACT', type: `n.${n}`, subject }),
        );
      }
      await until(() => seen.every((list) => list.length >= 90));
      const expected = Array.from({ length: 90 }, (_, n) => `n.${n}`);
      expect(seen).toEqual([expected, expected]);
      for (const each of running) await each.stop();
    });
  });
});
