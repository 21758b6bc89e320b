import { createHmac } from 'node:crypto';
import type { Caller } from '../../kernel/access/index.js';
import { systemCaller } from '../../kernel/access/index.js';
import { v7 } from '../../kernel/model/index.js';
import { type As, startTestGraph, type TestGraph } from '../../testing/graph.js';
import { sleep, until } from '../../testing/until.js';
import { type Received, startReceiver, type WebhookReceiver } from '../../testing/webhook-receiver.js';
import { Region } from '../region/index.js';
import { createWebhook, webhookPace, WebhookSubscription } from './index.js';

const usualPace = { ...webhookPace };
let graph: TestGraph;
let target: WebhookReceiver;
let regions: { id: string; key: string; code: string }[];

beforeAll(async () => {
  graph = await startTestGraph({ WEBHOOK_ALLOW_PRIVATE: '127.0.0.1' }, [], { declaredEventsOnly: false });
  target = await startReceiver();
  const found = await graph.database.orm.em.fork().find(Region, {}, { orderBy: { code: 'asc' } });
  const { data } = await graph.query(`{ regions(first: 100, orderBy: [{ field: CODE }]) { nodes { id code } } }`);
  regions = found.map(({ id: key, code }) => ({
    key,
    code,
    id: data.regions.nodes.find((node: { code: string }) => node.code === code).id,
  }));
});
beforeEach(() => {
  target.received.length = 0;
  target.behave(() => 204);
  Object.assign(webhookPace, usualPace, { gather: 20, firstPause: 40, firstHold: 20, timeout: 2_000 });
});
afterEach(async () => {
  await graph.database.pool.query(`update webhook_subscription set status = 'CLOSED'`);
});
afterAll(async () => {
  Object.assign(webhookPace, usualPace);
  await graph?.close();
  await target?.close();
});

const CREATE = `mutation ($input: WebhookCreateInput!) { webhookCreate(input: $input) {
  secret userErrors { code path message } webhook { id status name types ownerKind } } }`;

async function create(input: object = {}, as: As = 'admin') {
  const full = { name: 'Test', url: target.url, types: ['thing.*'], ...input };
  const { data, errors } = await graph.query(CREATE, { input: full }, { as });
  expect(errors).toBeUndefined();
  return data.webhookCreate as {
    secret: string;
    userErrors: { code: string; path: string[] }[];
    webhook: { id: string };
  };
}

const run = async (name: string, type: string, input: object, selection: string) => {
  const { data, errors } = await graph.query(
    `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code path } ${selection} } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data[name];
};
const step = (name: string, webhookId: string) => run(name, 'WebhookInput', { webhookId }, 'webhook { status }');
const replay = (input: object) => run('webhookReplay', 'WebhookReplayInput', input, 'count');

const context = () => graph.database.systemContext('test', { ...systemCaller('test'), subject: 'E1', name: '李雷' });

/** Records events about regions, which are at hand as subjects. */
async function happen(
  type: string,
  subject = regions[0]!,
  rest: { customerId?: string; regionId?: string; data?: Record<string, unknown> } = {},
) {
  await graph.database.write(context(), async (tx) => {
    const region = await tx.em.findOneOrFail(Region, { id: subject.key });
    tx.recordAny({ kind: 'BUSINESS_FACT', type, subject: region, action: 'act', ...rest });
  });
}

const DELIVERIES = `query ($id: ID!) { webhookSubscription(id: $id) { status failures cursor deliveries(first: 100) { nodes {
  id status eventType attemptCount responseCode test nextAttemptAt deliveredAt body event { ... on BusinessFact { type } } subject { id }
  attempts { nodes { number outcome responseCode responseBody error durationMs } } } } } }`;

async function read(webhookId: string) {
  const { data, errors } = await graph.query(DELIVERIES, { id: webhookId });
  expect(errors).toBeUndefined();
  return data.webhookSubscription;
}
const deliveries = async (webhookId: string) => (await read(webhookId)).deliveries.nodes;
const types = (list: readonly Received[] = target.received) => list.map(({ body }) => body.type);

function verify(secret: string, { headers, text }: Received): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = createHmac('sha256', key)
    .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${text}`)
    .digest('base64');
  return String(headers['webhook-signature']).split(' ').includes(`v1,${signed}`);
}

describe('a delivery', () => {
  it('is a signed CloudEvent with the usual fields, and stands in the log', async () => {
    const { webhook, secret } = await create();
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    await happen('thing.made', regions[0], { data: { colour: 'red' } });
    await until(() => target.received.length === 1);
    const [one] = target.received;
    expect(verify(secret, one!)).toBe(true);
    expect(verify(`whsec_${Buffer.alloc(32).toString('base64')}`, one!)).toBe(false);
    expect(one!.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
    expect(Math.abs(Number(one!.headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(5);
    expect(one!.body).toMatchObject({
      specversion: '1.0',
      type: 'thing.made',
      subject: regions[0]!.id,
      subjecttype: 'Region',
      data: { actor: 'E1', actorName: '李雷', action: 'act', data: { colour: 'red' } },
    });
    await until(async () => (await deliveries(webhook.id))[0]?.status === 'DELIVERED');
    const { cursor, deliveries: logged } = await read(webhook.id);
    expect(one!.body.sequence).toBe(cursor);
    expect(logged.nodes).toEqual([
      expect.objectContaining({
        id: one!.headers['webhook-id'],
        status: 'DELIVERED',
        attemptCount: 1,
        responseCode: 204,
        body: one!.body,
        event: { type: 'thing.made' },
        subject: { id: regions[0]!.id },
        attempts: {
          nodes: [expect.objectContaining({ number: 1, outcome: 'ACCEPTED', responseCode: 204, error: null })],
        },
      }),
    ]);
  });

  it('comes for events that match the filter, and for no others', async () => {
    const customerKey = (await graph.database.pool.query('select id from customer limit 1')).rows[0]?.id as
      string | undefined;
    expect(customerKey).toBeUndefined();
    const inside = regions.find(({ code }) => code === '4401')!;
    const outside = regions.find(({ code }) => code === '51')!;
    const guangdong = regions.find(({ code }) => code === '44')!;
    await create({ types: ['thing.made', '*.lost'], regionId: guangdong.id, subjectTypes: ['Region'] });
    await happen('thing.made', inside, { regionId: inside.key });
    await happen('thing.made', outside, { regionId: outside.key });
    await happen('thing.made', inside);
    await happen('thing.made.again', inside, { regionId: inside.key });
    await happen('other.lost', inside, { regionId: guangdong.key });
    await until(() => target.received.length === 2);
    await sleep(150);
    expect(types().sort()).toEqual(['other.lost', 'thing.made']);
    expect(target.received.every(({ body }) => body.subject === inside.id)).toBe(true);
  });

  it('carries what the selection asks for', async () => {
    const selection = `fragment Mine on HistoryEntry { occurredAt subject { __typename ... on Region { ...Place } } } fragment Place on Region { code parent { code } }`;
    const { userErrors } = await create({ selection });
    expect(userErrors).toEqual([]);
    await happen(
      'thing.made',
      regions.find(({ code }) => code === '4401'),
    );
    await until(() => target.received.length === 1);
    expect(target.received[0]!.body.data).toEqual({
      occurredAt: expect.stringMatching(/Z$/),
      subject: { __typename: 'Region', code: '4401', parent: { code: '44' } },
    });
  });

  it('happens once per subscription for each event, although several collect at once', async () => {
    const { webhook } = await create();
    const many = Array.from({ length: 40 }, (_, n) => n);
    await Promise.all(many.map((n) => happen(`thing.n${n}`, regions[n % 7])));
    await until(() => target.received.length >= 40);
    await sleep(200);
    expect(types().sort()).toEqual(many.map((n) => `thing.n${n}`).sort());
    expect((await deliveries(webhook.id)).length).toBe(40);
  });

  it('comes after a pause of all work, for what happened meanwhile', async () => {
    const { webhook } = await create();
    await step('webhookPause', webhook.id);
    await happen('thing.one');
    await happen('thing.two');
    await sleep(200);
    expect(target.received).toEqual([]);
    expect((await step('webhookPause', webhook.id)).userErrors[0].code).toBe('INVALID_TRANSITION');
    expect((await step('webhookResume', webhook.id)).webhook.status).toBe('ACTIVE');
    await until(() => target.received.length === 2);
    expect(types()).toEqual(['thing.one', 'thing.two']);
  });

  it('is not begun for what happened before the subscription, nor after it was closed', async () => {
    await happen('thing.before');
    await until(
      async () =>
        (await graph.database.pool.query('select 1 from history_entry where position is null')).rowCount === 0,
    );
    const { webhook } = await create();
    await happen('thing.within');
    await until(() => target.received.length === 1);
    await step('webhookClose', webhook.id);
    await happen('thing.after');
    await sleep(200);
    expect(types()).toEqual(['thing.within']);
  });
});

describe('a target that fails', () => {
  it('gets the events of a subject in their order, and others meanwhile', async () => {
    const { webhook } = await create();
    const [bad, good] = [regions[0]!, regions[1]!];
    let healed = false;
    target.behave(({ body }) => (body.type === 'thing.poison' && !healed ? 500 : 204));
    await happen('thing.poison', bad);
    await until(() => target.received.length >= 1);
    await happen('thing.behind', bad);
    for (let n = 0; n < 5; n++) await happen(`thing.good${n}`, good);
    await until(() => types().includes('thing.good4'));
    await until(() => types().filter((type) => type === 'thing.poison').length >= 3);
    expect(types().filter((type) => type.startsWith('thing.good'))).toEqual(
      [0, 1, 2, 3, 4].map((n) => `thing.good${n}`),
    );
    expect(types()).not.toContain('thing.behind');
    healed = true;
    await until(() => types().includes('thing.behind'));
    const own = target.received.filter(({ body }) => body.subject === bad.id);
    expect(new Set(own.slice(0, -1).map(({ headers, text }) => `${headers['webhook-id']} ${text}`)).size).toBe(1);
    const [poison] = await deliveries(webhook.id);
    expect(poison.attemptCount).toBe(own.length - 1);
    expect(poison.attempts.nodes[0]).toMatchObject({ outcome: 'REJECTED', responseCode: 500 });
  });

  it('is tried again after growing pauses, then parked, and gets it after a replay', async () => {
    const { webhook } = await create();
    webhookPace.retryFor = 3_000;
    target.behave(() => 503);
    await happen('thing.first');
    await happen('thing.second');
    await until(
      async () =>
        (await deliveries(webhook.id)).filter(({ status }: { status: string }) => status === 'PARKED').length === 2,
    );
    expect(types().filter((type) => type === 'thing.first').length).toBeGreaterThanOrEqual(2);
    expect(types().indexOf('thing.second')).toBeGreaterThan(types().lastIndexOf('thing.first'));
    const before = target.received.length;
    target.behave(() => 204);
    await happen('thing.third');
    await until(() => types().includes('thing.third'));
    expect(target.received.length).toBe(before + 1);
    const [first] = await deliveries(webhook.id);
    expect(await replay({ deliveryId: first.id })).toEqual({ userErrors: [], count: 1 });
    await until(() => target.received.length === before + 2);
    expect(target.received.at(-1)!.body.type).toBe('thing.first');
    expect(target.received.at(-1)!.headers['webhook-id']).toBe(first.id);
    expect(await replay({ webhookId: webhook.id })).toEqual({ userErrors: [], count: 1 });
    await until(async () =>
      (await deliveries(webhook.id)).every(({ status }: { status: string }) => status === 'DELIVERED'),
    );
    expect((await replay({})).userErrors[0].code).toBe('REQUIRED');
  });

  it('is not followed where it redirects, is not waited for, and is read no further than needed', async () => {
    const { webhook } = await create();
    let elsewhere = 0;
    const other = await startReceiver();
    other.behave(() => (elsewhere++, 204));
    target.behave(({ body }) => (response) => {
      if (body.type === 'thing.redirect') response.writeHead(307, { location: other.url }).end();
      else if (body.type === 'thing.long') {
        response.writeHead(400);
        const more = () => response.write('x'.repeat(10_000), () => response.destroyed || more());
        more();
      } else if (body.type === 'thing.dribble') response.writeHead(200).write('never ends');
      // thing.silent gets no answer.
    });
    await happen('thing.redirect', regions[0]);
    await happen('thing.long', regions[1]);
    await happen('thing.dribble', regions[2]);
    const outcomeOf = async (type: string) =>
      (await deliveries(webhook.id)).find(({ eventType }: { eventType: string }) => eventType === type)?.attempts
        .nodes[0];
    await until(async () =>
      Boolean(
        (await outcomeOf('thing.redirect')) && (await outcomeOf('thing.long')) && (await outcomeOf('thing.dribble')),
      ),
    );
    expect(await outcomeOf('thing.redirect')).toMatchObject({ outcome: 'REJECTED', responseCode: 307 });
    expect(await outcomeOf('thing.long')).toMatchObject({
      outcome: 'REJECTED',
      responseCode: 400,
      responseBody: 'x'.repeat(1024),
    });
    expect(await outcomeOf('thing.dribble')).toMatchObject({ outcome: 'ACCEPTED', responseCode: 200 });
    await happen('thing.silent', regions[3]);
    await until(async () => Boolean(await outcomeOf('thing.silent')));
    expect(await outcomeOf('thing.silent')).toMatchObject({ outcome: 'TIMED_OUT', responseCode: null });
    expect(elsewhere).toBe(0);
    await other.close();
  });

  it('that is not there holds the subscription, and gets everything when it is back', async () => {
    const gone = await startReceiver();
    const { webhook } = await create({ url: gone.url });
    const port = Number(new URL(gone.url).port);
    await gone.close();
    await happen('thing.one', regions[0]);
    await happen('thing.two', regions[1]);
    await until(async () => (await read(webhook.id)).failures >= 2);
    const [delivery] = await deliveries(webhook.id);
    expect(delivery.attempts.nodes[0]).toMatchObject({
      outcome: 'UNREACHABLE',
      error: expect.stringContaining('ECONNREFUSED'),
    });
    const back = await startReceiver(port);
    await until(() => back.received.length === 2);
    await until(async () => (await read(webhook.id)).failures === 0);
    await back.close();
  });

  it('that says it is gone is left alone', async () => {
    const { webhook } = await create();
    target.behave(() => 410);
    await happen('thing.one');
    await until(async () => (await read(webhook.id)).status === 'PAUSED');
    await happen('thing.two');
    await sleep(200);
    expect(target.received.length).toBe(1);
  });
});

describe('a subscription', () => {
  it('signs with both secrets for a while after a change', async () => {
    const { webhook, secret } = await create();
    const rotate = (overlapHours?: number) =>
      run(
        'webhookRotateSecret',
        'WebhookRotateSecretInput',
        { webhookId: webhook.id, overlapHours },
        'secret webhook { previousSecretUntil }',
      );
    const next = await rotate();
    expect(next.secret).not.toBe(secret);
    await happen('thing.both');
    await until(() => target.received.length === 1);
    expect([verify(secret, target.received[0]!), verify(next.secret, target.received[0]!)]).toEqual([true, true]);
    const last = await rotate(0);
    expect(last.webhook.previousSecretUntil).toBeNull();
    await happen('thing.one');
    await until(() => target.received.length === 2);
    expect([secret, next.secret, last.secret].map((each) => verify(each, target.received[1]!))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('can be tested', async () => {
    const { webhook } = await create({ types: ['nothing'] });
    const { delivery } = await run(
      'webhookTest',
      'WebhookInput',
      { webhookId: webhook.id },
      'delivery { id test status }',
    );
    expect(delivery).toMatchObject({ test: true, status: 'PENDING' });
    await until(() => target.received.length === 1);
    expect(target.received[0]!.body).toMatchObject({ type: 'webhook.test', data: { test: true } });
    expect(target.received[0]!.headers['webhook-id']).toBe(delivery.id);
  });

  it('changes what it sends', async () => {
    const { webhook } = await create();
    const change = (input: object) =>
      run('webhookChange', 'WebhookChangeInput', { webhookId: webhook.id, ...input }, 'webhook { types selection }');
    expect((await change({ types: ['other.*'] })).webhook).toEqual({ types: ['other.*'], selection: null });
    expect((await change({ url: 'https://10.0.0.1/x' })).userErrors).toEqual([
      { code: 'TARGET_FORBIDDEN', path: ['input', 'url'] },
    ]);
    await happen('thing.made');
    await happen('other.made');
    await until(() => target.received.length === 1);
    await sleep(100);
    expect(types()).toEqual(['other.made']);
  });

  it.each([
    [{ url: 'ftp://example.com/' }, 'BAD_URL', 'url'],
    [{ url: 'https://user:pass@example.com/' }, 'BAD_URL', 'url'],
    [{ url: 'http://example.com/' }, 'NOT_ENCRYPTED', 'url'],
    [{ url: 'https://localhost/' }, 'TARGET_FORBIDDEN', 'url'],
    [{ url: 'https://127.0.0.2/' }, 'TARGET_FORBIDDEN', 'url'],
    [{ url: 'https://2130706434/' }, 'TARGET_FORBIDDEN', 'url'],
    [{ url: 'https://[::ffff:10.0.0.1]/' }, 'TARGET_FORBIDDEN', 'url'],
    [{ url: 'https://metadata.google.internal/' }, 'TARGET_FORBIDDEN', 'url'],
    [{ types: [] }, 'TOO_FEW', 'types'],
    [{ types: ['a b'] }, 'BAD_TYPE', 'types.0'],
    [{ subjectTypes: ['Nothing'] }, 'BAD_TYPE', 'subjectTypes.0'],
    [{ selection: 'fragment A on HistoryEntry { nothing }' }, 'BAD_SELECTION', 'selection'],
    [{ selection: 'fragment A on Region { code }' }, 'BAD_SELECTION', 'selection'],
    [
      { selection: 'mutation { webhookPause(input: {webhookId: "x"}) { userErrors { code } } }' },
      'BAD_SELECTION',
      'selection',
    ],
    [{ selection: '{' }, 'BAD_SELECTION', 'selection'],
    [{ selection: costly() }, 'BAD_SELECTION', 'selection'],
  ])('is refused when it says %j', async (input, code, path) => {
    const { userErrors, webhook } = await create(input);
    expect(webhook).toBeNull();
    expect(userErrors.map((error) => [error.code, error.path.join('.')])).toEqual([[code, `input.${path}`]]);
  });

  it('belongs to partners, systems and administrators, each partner seeing their own', async () => {
    for (const as of [{ sub: 's', role: 'staff', region: '44' }] as As[]) {
      const { errors } = await graph.query(CREATE, { input: { name: 'x', url: target.url, types: ['*'] } }, { as });
      expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
      const { data } = await graph.query(
        `{ webhookSubscriptions { totalCount } webhookDeliveries { totalCount } }`,
        {},
        { as },
      );
      expect(data).toEqual({ webhookSubscriptions: { totalCount: 0 }, webhookDeliveries: { totalCount: 0 } });
    }
    const partner = (partnerId?: string): Caller => ({
      kind: 'PARTNER',
      subject: 'p',
      name: 'p',
      regionIds: [],
      ...(partnerId ? { partnerId } : {}),
    });
    const [mine, theirs] = [v7(), v7()];
    const input = { name: 'Mine', url: target.url, types: ['*'] };
    const { webhook } = await createWebhook(graph.database.systemContext('p', partner(mine)), input);
    await expect(createWebhook(graph.database.systemContext('p', partner()), input)).rejects.toThrow('FORBIDDEN');
    const found = (caller: Caller) =>
      graph.database.write({ caller, requestId: 'r' }, (tx) => tx.find(WebhookSubscription, webhook.id));
    expect((await found(partner(mine)))?.id).toBe(webhook.id);
    expect(await found(partner(theirs))).toBeNull();
    expect(await found(partner())).toBeNull();
  });

  it('of a partner gets no event that the partner may not see', async () => {
    const caller: Caller = { kind: 'PARTNER', subject: 'p', name: 'p', regionIds: [], partnerId: v7() };
    const { webhook } = await createWebhook(graph.database.systemContext('p', caller), {
      name: 'P',
      url: target.url,
      types: ['*'],
    });
    await create();
    await happen('thing.hidden');
    await until(() => target.received.length === 1);
    await sleep(100);
    const { rows } = await graph.database.pool.query('select 1 from webhook_delivery where subscription_id = $1', [
      webhook.id,
    ]);
    expect(rows).toEqual([]);
  });
});

function costly(): string {
  const list = (inside: string) => `children(first: 200) { nodes { ${inside} } }`;
  return `fragment A on HistoryEntry { subject { ... on Region { ${list(list(list('code')))} } } }`;
}
