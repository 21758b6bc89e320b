/** @isolated: it declares a noun of its own. */
import { pino } from 'pino';
import { createKernelDatabase, type KernelDatabase, Sample } from '../../testing/kernel-database.js';
import { sleep, until } from '../../testing/until.js';
import { type Caller, systemCaller } from '../access/caller.js';
import type { Database } from '../database/database.js';
import { v7 } from '../model/uuid.js';
import { encodeCursor } from './cursor.js';
import type { NewEvent } from './event.js';
import { EventFeed, type WatchRequest } from './feed.js';
import { StateChange } from './history-entry.js';
import type { HistoryEvent } from './history-event.js';
import { EventRelay } from './relay.js';
import { startEvents } from './start-events.js';

const log = pino({ level: 'silent' });
const caller = systemCaller('test');
const context = { caller, requestId: 'request' };

let kernel: KernelDatabase;
let database: Database;
let events: { stop: () => Promise<void> };

beforeAll(async () => {
  kernel = await createKernelDatabase();
  database = kernel.database;
  events = await startEvents({ database, log });
});

afterAll(async () => {
  await events?.stop();
  await kernel?.end();
});

async function create(on = database): Promise<Sample> {
  const sample = new Sample();
  await on.write(context, async (tx) => void tx.add(sample));
  return sample;
}

const fact = (subject: Sample, type: string, rest: Partial<NewEvent> = {}): NewEvent => ({
  kind: 'BUSINESS_FACT',
  type,
  subject,
  ...rest,
});

async function record(subject: Sample, type: string, rest: Partial<NewEvent> = {}, on = database): Promise<void> {
  await on.write(context, async (tx) => tx.recordAny(fact(subject, type, rest)));
}

/** Collects a watch's events in the background. */
function collect(request: Partial<WatchRequest>, on = database) {
  const seen: HistoryEvent[] = [];
  const abort = new AbortController();
  const watch = on.feed.watch({ caller, ...request }, abort.signal);
  const done = (async () => {
    for await (const event of watch) seen.push(event);
  })();
  return { seen, done, types: () => seen.map((event) => event.type), stop: async () => (abort.abort(), await done) };
}

async function lastCursor(): Promise<string> {
  const { rows } = await database.pool.query<{ position: string }>('select position from event_counter');
  return encodeCursor(Number(rows[0]?.position ?? 0));
}

describe('outbox', () => {
  it('keeps a change of state with who, when and why, and the cursor that SQL computes is the one of the feed', async () => {
    const subject = await create();
    const customerId = v7();
    const { seen, stop } = collect({ match: { subjectId: subject.id } });
    const staff: Caller = { kind: 'STAFF', subject: 'E7', name: '李雷', regionIds: [] };
    await database.write({ caller: staff, requestId: 'r-1' }, async (tx) =>
      tx.recordAny({
        kind: 'STATE_CHANGE',
        type: 'sample.status.changed',
        subject,
        from: null,
        to: 'OPEN',
        action: 'create',
        reason: "it's ?",
        customerId,
        data: { note: '?' },
      }),
    );
    await until(() => seen.length === 1);
    expect(seen[0]).toMatchObject({
      noun: 'StateChange',
      type: 'sample.status.changed',
      subjectType: 'Sample',
      subjectId: subject.id,
      customerId,
      regionId: null,
      actor: 'E7',
      actorName: '李雷',
      actorKind: 'STAFF',
      correlationId: 'r-1',
      causationId: null,
      from: null,
      to: 'OPEN',
      action: 'create',
      reason: "it's ?",
      data: { note: '?' },
    });
    const entry = await database.orm.em
      .fork()
      .findOneOrFail(StateChange, { id: seen[0]!.id }, { populate: ['cursor'] as never });
    expect(entry.cursor).toBe(seen[0]!.cursor);
    expect(entry.occurredAt.toISOString()).toBe(seen[0]!.occurredAt);
    await stop();
  });

  it('writes nothing when the transaction is rolled back', async () => {
    const subject = await create();
    const failed = database.write(context, async (tx) => {
      tx.recordAny(fact(subject, 'rolled.back'));
      await tx.finish();
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    const { rows } = await database.pool.query('select 1 from history_entry where subject_id = $1', [subject.id]);
    expect(rows).toEqual([]);
  });

  it('keeps the order of more events than one batch of the relay, from one transaction', async () => {
    const subject = await create();
    const { seen, stop } = collect({ match: { subjectId: subject.id }, after: await lastCursor() });
    await database.write(context, async (tx) => {
      for (let n = 0; n < 2300; n++) tx.recordAny(fact(subject, `n.${n}`));
    });
    await until(() => seen.length === 2300);
    expect(seen.every((event, n) => event.type === `n.${n}`)).toBe(true);
    await stop();
  });
});

describe('order', () => {
  it('numbers a transaction that commits late after those that committed before it, and skips nothing', async () => {
    const [early, late] = [await create(), await create()];
    const { seen, types, stop } = collect({});
    let commit = () => {};
    const held = new Promise<void>((resolve) => (commit = resolve));
    let written = () => {};
    const inserted = new Promise<void>((resolve) => (written = resolve));
    const slow = database.write(context, async (tx) => {
      tx.recordAny(fact(late, 'late'));
      await tx.finish();
      (tx as unknown as { events: unknown[] }).events.length = 0;
      written();
      await held;
    });
    await inserted;
    await record(early, 'early.1');
    await record(early, 'early.2');
    await until(() => seen.length === 2);
    commit();
    await slow;
    await until(() => seen.length === 3);
    expect(types()).toEqual(['early.1', 'early.2', 'late']);
    expect(seen.map((event) => event.position - seen[0]!.position)).toEqual([0, 1, 2]);
    await stop();
  });

  it('shows the changes of one subject in the order in which concurrent writers made them', async () => {
    const subject = await create();
    const { seen, stop } = collect({ match: { subjectId: subject.id } });
    let made = 0;
    const order: string[] = [];
    const writer = () =>
      database.write(context, async (tx) => {
        await tx.find(Sample, subject.id);
        const type = `made.${made++}`;
        order.push(type);
        await sleep(Math.random() * 3);
        tx.recordAny(fact(subject, type));
      });
    await Promise.all(Array.from({ length: 60 }, writer));
    await until(() => seen.length === 60);
    expect(seen.map((event) => event.type)).toEqual(order);
    await stop();
  });

  it('shows an event to a watcher within 50 ms of its commit when idle', async () => {
    const subject = await create();
    const { seen, stop } = collect({ match: { subjectId: subject.id } });
    const lags: number[] = [];
    for (let n = 0; n < 20; n++) {
      await record(subject, 'lag');
      const committed = performance.now();
      await until(() => seen.length > n);
      lags.push(performance.now() - committed);
      await sleep(30);
    }
    // Other work of the machine makes some of them slow, not one of four fast.
    expect(lags.sort((a, b) => a - b)[5]).toBeLessThan(50);
    await stop();
  });
});

describe('feed', () => {
  it('gives each event once, history and live, while several writers write', async () => {
    const subjects = await Promise.all(Array.from({ length: 6 }, () => create()));
    const start = await lastCursor();
    const watches = [collect({ after: start })];
    const expected = new Map<string, string[]>(subjects.map((subject) => [subject.id, []]));
    await Promise.all(
      subjects.map(async (subject, writer) => {
        for (let n = 0; n < 80; n++) {
          await record(subject, `w${writer}.${n}`);
          expected.get(subject.id)!.push(`w${writer}.${n}`);
          if (writer === 0 && n % 10 === 5) watches.push(collect({ after: start }));
        }
      }),
    );
    watches.push(collect({ after: start }));
    for (const { seen, stop } of watches) {
      await until(() => seen.length >= 480);
      await sleep(20);
      expect(seen).toHaveLength(480);
      const first = seen[0]!.position;
      expect(seen.every((event, n) => event.position === first + n)).toBe(true);
      for (const [subjectId, types] of expected)
        expect(seen.filter((event) => event.subjectId === subjectId).map((event) => event.type)).toEqual(types);
      await stop();
    }
  });

  it('goes on after any cursor without gap or duplicate', async () => {
    const subject = await create();
    const match = { subjectId: subject.id };
    const whole = collect({ match });
    for (let n = 0; n < 8; n++) await record(subject, `c.${n}`);
    await until(() => whole.seen.length === 8);
    for (const event of whole.seen) {
      const rest = collect({ match, after: event.cursor });
      const missing = whole.seen.filter((other) => other.position > event.position);
      await until(() => rest.seen.length >= missing.length);
      await rest.stop();
      expect(rest.seen).toEqual(missing);
    }
    await whole.stop();
  });

  it('gives only new events without a cursor, and only those that match', async () => {
    const [subject, other] = [await create(), await create()];
    const customerId = v7();
    await record(subject, 'before');
    const handed = 'select 1 from history_entry where subject_id = $1 and position <= $2';
    await until(
      async () => (await database.pool.query(handed, [subject.id, database.feed.tail.position])).rowCount === 1,
    );
    const bySubject = collect({ match: { subjectId: subject.id } });
    const byCustomer = collect({ match: { customerId } });
    const byType = collect({ match: { types: ['two'] } });
    await record(subject, 'one');
    await record(other, 'two', { customerId });
    await until(() => bySubject.seen.length === 1 && byCustomer.seen.length === 1 && byType.seen.length === 1);
    expect(bySubject.types()).toEqual(['one']);
    expect(byCustomer.types()).toEqual(['two']);
    for (const watch of [bySubject, byCustomer, byType]) await watch.stop();
  });

  it('applies the row policy to history and live events alike', async () => {
    const subject = await create();
    const [inside, outside, customerId] = [v7(), v7(), v7()];
    const after = await lastCursor();
    const callers: Record<string, Caller> = {
      staff: { kind: 'STAFF', subject: 's', name: 's', regionIds: [v7(), inside] },
      staffNowhere: { kind: 'STAFF', subject: 's', name: 's', regionIds: [] },
      customer: { kind: 'CUSTOMER', subject: 'c', name: 'c', regionIds: [], customerId },
      partner: { kind: 'PARTNER', subject: 'p', name: 'p', regionIds: [], partnerId: v7() },
      admin: { kind: 'ADMIN', subject: 'a', name: 'a', regionIds: [] },
    };
    const write = async () => {
      await record(subject, 'inside', { regionId: inside });
      await record(subject, 'outside', { regionId: outside });
      await record(subject, 'mine', { regionId: outside, customerId });
      await record(subject, 'nobody');
    };
    const watch = () =>
      Object.fromEntries(
        Object.entries(callers).map(([name, who]) => [
          name,
          collect({ caller: who, after, match: { subjectId: subject.id } }),
        ]),
      );
    const live = watch();
    await write();
    await until(() => live.admin!.seen.length === 4);
    const late = watch();
    await until(() => late.admin!.seen.length === 4);
    await write();
    const counts = { admin: 8, staff: 2, customer: 2 };
    for (const seen of [live, late]) {
      for (const [name, count] of Object.entries(counts)) await until(() => seen[name]!.seen.length >= count);
      await sleep(50);
      expect(seen.staff!.types()).toEqual(['inside', 'inside']);
      expect(seen.customer!.types()).toEqual(['mine', 'mine']);
      expect(seen.staffNowhere!.types()).toEqual([]);
      expect(seen.partner!.types()).toEqual([]);
      for (const each of Object.values(seen)) await each.stop();
    }
  });

  it('refuses what is no cursor, one that was never given, and one whose events are gone', async () => {
    for (const bad of [
      '',
      'nonsense',
      Buffer.from('e1:-3').toString('base64url'),
      Buffer.from('e1:01').toString('base64url'),
      `${encodeCursor(3)}==`,
    ]) {
      expect(() => database.feed.watch({ caller, after: bad })).toThrow(
        expect.objectContaining({ extensions: expect.objectContaining({ code: 'CURSOR_INVALID' }) }),
      );
    }
    await expect(database.feed.watch({ caller, after: encodeCursor(10 ** 12) }).next()).rejects.toMatchObject({
      extensions: { code: 'CURSOR_INVALID' },
    });
    await database.pool.query('delete from history_entry where position <= 2');
    await expect(database.feed.watch({ caller, after: encodeCursor(1) }).next()).rejects.toMatchObject({
      extensions: { code: 'CURSOR_EXPIRED' },
    });
    const allowed = database.feed.watch({ caller, after: encodeCursor(2) });
    expect((await allowed.next()).value).toMatchObject({ position: 3 });
    await allowed.return!();
  });

  it('fails the watch of a subscriber that is too slow, and no other', async () => {
    const subject = await create();
    const feed = new EventFeed(database.pool, 5);
    (feed as { tail: EventFeed['tail'] }).tail = database.feed.tail;
    const slow = feed.watch({ caller, match: { subjectId: subject.id } });
    const quick = collect({ match: { subjectId: subject.id } });
    for (let n = 0; n < 7; n++) await record(subject, 'many');
    await until(() => quick.seen.length === 7);
    await expect(slow.next()).rejects.toMatchObject({ extensions: { code: 'SUBSCRIBER_TOO_SLOW' } });
    await quick.stop();
  });

  it('ends with the signal, with return() while waiting, and with the token', async () => {
    const aborted = collect({});
    await aborted.stop();
    const returned = database.feed.watch({ caller });
    const waiting = returned.next();
    await expect(returned.return!()).resolves.toMatchObject({ done: true });
    await expect(waiting).resolves.toMatchObject({ done: true });
    const expiring = collect({ caller: { ...caller, expiresAt: new Date(Date.now() + 80) } });
    const began = Date.now();
    await expiring.done;
    expect(Date.now() - began).toBeGreaterThanOrEqual(70);
    const expired = database.feed.watch({ caller: { ...caller, expiresAt: new Date(0) }, after: encodeCursor(2) });
    await expect(expired.next()).resolves.toMatchObject({ done: true });
  });
});

describe('several processes', () => {
  it('has one leader; when it dies another takes over within seconds, and every watcher saw every event once', async () => {
    const second = await kernel.another();
    const secondEvents = await startEvents({ database: second, log });
    const subject = await create();
    const match = { subjectId: subject.id };
    const here = collect({ match });
    const there = collect({ match }, second);
    for (let n = 0; n < 20; n++) await record(subject, `t.${n}`, {}, n % 2 ? second : database);
    await until(() => here.seen.length === 20 && there.seen.length === 20);

    const holders = async () =>
      (
        await database.pool.query<{ pid: number }>(
          // Other databases of the server have locks of their own.
          `select pid from pg_locks where locktype = 'advisory' and granted
            and database = (select oid from pg_database where datname = current_database())`,
        )
      ).rows.map((row) => row.pid);
    const [leader, ...others] = await holders();
    expect(others).toEqual([]);
    const writing = (async () => {
      for (let n = 20; n < 120; n++) {
        await record(subject, `t.${n}`, {}, n % 2 ? second : database);
        await sleep(5);
      }
    })();
    await sleep(100);
    await database.pool.query('select pg_terminate_backend($1)', [leader]);
    const died = Date.now();
    await until(async () => (await holders()).some((pid) => pid !== leader));
    expect(Date.now() - died).toBeLessThan(5_000);
    await writing;
    await until(() => here.seen.length >= 120 && there.seen.length >= 120);
    await events.stop();
    events = { stop: async () => undefined };
    await record(subject, 't.120', {}, second);
    await until(() => there.seen.length >= 121);
    expect(there.types()).toEqual(Array.from({ length: 121 }, (_, n) => `t.${n}`));
    expect(here.types()).toEqual(there.types().slice(0, 120));
    await secondEvents.stop();
    await there.done;
  });

  it('follows a leader that is paused: the server ends its idle session', async () => {
    const [paused, next] = [new EventRelay(database.pool), new EventRelay(database.pool)];
    try {
      await until(async () => (await paused.step()) !== undefined);
      expect(await next.step()).toBeUndefined();
      await until(async () => (await next.step()) !== undefined, 10_000);
      expect(await paused.step().catch(() => undefined)).toBeUndefined();
    } finally {
      await paused.close();
      await next.close();
    }
  });
});
