import { createHmac, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/kernel/config/config.js';
import { openProcessWorld, type ProcessWorld } from '../../src/testing/process-world.js';
import { human, line, standing, taskAt } from '../../src/testing/processes.js';
import { until } from '../../src/testing/until.js';
import { startReceiver, type WebhookReceiver } from '../../src/testing/webhook-receiver.js';

const secret = randomBytes(32).toString('base64');
let receiver: WebhookReceiver;
let w: ProcessWorld;
beforeAll(async () => {
  receiver = await startReceiver();
  const systems = [
    { name: 'HTTP-OSS', url: receiver.url, secret: `whsec_${secret}` },
    { name: 'HTTP-INSIDE', url: receiver.url.replace('127.0.0.1', '127.0.0.2'), secret },
  ];
  w = await openProcessWorld({ PROCESS_SYSTEMS: JSON.stringify(systems), WEBHOOK_ALLOW_PRIVATE: '127.0.0.1' });
  await w.desk.publish('WIRED', line(human('ask'), build('HTTP-OSS'), 'after'));
});
beforeEach(() => {
  receiver.received.length = 0;
  receiver.behave(() => 202);
});
afterAll(async () => {
  await w?.graph.close();
  await receiver?.close();
});

const build = (handler: string) => ({
  ...{ code: 'build', kind: 'EXTERNAL', handler, retry: { attempts: 3, pauseSeconds: 1, maxPauseSeconds: 1 } },
  inputs: [{ name: 'place', type: 'STRING', from: '"Panyu"' }],
  outputs: [{ name: 'port', type: 'NUMBER', required: true }],
});
/** The system, calling with a key of its own. */
const OSS = { sub: 'sbk_00000009', name: 'HTTP-OSS', role: 'system' } as never;

/** Whether a request is signed with the secret, as Standard Webhooks say. */
function isSigned({ headers, text }: WebhookReceiver['received'][number]): boolean {
  const signed = `${headers['webhook-id'] as string}.${headers['webhook-timestamp'] as string}.${text}`;
  const expected = createHmac('sha256', Buffer.from(secret, 'base64')).update(signed).digest('base64');
  return headers['webhook-signature'] === `v1,${expected}`;
}

const started = async () => {
  const { id } = await w.start('WIRED');
  await w.complete(id, 'ask');
  return id;
};

describe('a step of a system that is reached over HTTP', () => {
  test('WFL-51 WFL-52 is sent as signed JSON under one key until it is taken, and ends with the answer, which may come twice', async () => {
    receiver.behave(() => (receiver.received.length < 3 ? 503 : 202));
    const id = await started();
    await until(() => receiver.received.length === 3);
    const messageId = taskAt(await w.see(id), 'build');
    expect(receiver.received.map((each) => [isSigned(each), each.headers['idempotency-key'], each.body])).toEqual(
      Array.from({ length: 3 }, () => [
        true,
        messageId,
        {
          ...{ type: 'task', messageId, step: 'build', objectType: null, objectId: null, inputs: { place: 'Panyu' } },
          instanceNo: (receiver.received[0]!.body as unknown as { instanceNo: string }).instanceNo,
        },
      ]),
    );
    await until(async () => (await w.see(id)).tasks.nodes.some(({ status }) => status === 'SENT'));
    const answer = { messageId, done: true, outputs: { port: 7 } };
    await w.tasks.ok('processExternalAnswer', answer, OSS);
    await w.tasks.ok('processExternalAnswer', answer, OSS);
    expect([standing(await w.see(id)), (await w.see(id)).variables]).toEqual([['after'], { port: 7 }]);
    expect(receiver.received).toHaveLength(3);
  });

  test('WFL-46 WFL-51 that does not take it is left to a dispatcher with what it said', async () => {
    receiver.behave(() => 500);
    const id = await started();
    await w.ends(id, 'ABNORMAL');
    expect(receiver.received).toHaveLength(3);
    expect(await w.see(id)).toMatchObject({ exceptionCode: 'EXTERNAL_FAILED' });
    expect((await w.see(id)).tasks.nodes.find(({ step }) => step === 'build')).toMatchObject({
      status: 'FAILED',
      returnReason: 'HTTP-OSS did not take it: The target answered with status 500.',
    });
  });

  test('WFL-44 WFL-51 is told that it is not needed any more', async () => {
    const id = await started();
    await until(async () => (await w.see(id)).tasks.nodes.some(({ status }) => status === 'SENT'));
    const messageId = taskAt(await w.see(id), 'build');
    await w.many.ok('processInstanceTerminate', { instanceIds: [id], reason: 'x' });
    await until(() => receiver.received.length === 2);
    const [, withdrawal] = receiver.received;
    expect([isSigned(withdrawal!), withdrawal!.body]).toEqual([true, { type: 'withdrawal', messageId }]);
  });

  test('WFL-66 is asked how far it is, and what it says is kept', async () => {
    const id = await started();
    await until(async () => (await w.see(id)).tasks.nodes.some(({ status }) => status === 'SENT'));
    const taskId = taskAt(await w.see(id), 'build');
    const ask = async () => {
      const { data } = await w.graph.query(
        'mutation ($input: ProcessExternalQueryInput!) { processExternalAsk(input: $input) { exchange { status answer error } } }',
        { input: { taskId } },
      );
      return data.processExternalAsk.exchange;
    };
    const says = { status: 'BUILDING', progress: 'half', expectedAt: '2026-12-01T08:00:00Z' };
    receiver.behave(() => (response) => void response.writeHead(200).end(JSON.stringify(says)));
    expect(await ask()).toEqual({ status: 'ARRIVED', answer: says, error: null });
    expect(receiver.received.at(-1)).toMatchObject({ body: { type: 'query', messageId: taskId } });
    receiver.behave(() => 204);
    expect(await ask()).toEqual({ status: 'FAILED', answer: null, error: 'HTTP-OSS does not say how far it is.' });
  });

  test('WFL-51 is not reached in a network where nothing may be sent', async () => {
    await w.desk.publish('WIRED-INSIDE', line(build('HTTP-INSIDE')));
    const { id } = await w.start('WIRED-INSIDE');
    await w.ends(id, 'ABNORMAL');
    expect(receiver.received).toEqual([]);
    expect((await w.see(id)).tasks.nodes[0]).toMatchObject({ status: 'FAILED' });
  });
});

test('systems are configured by name, address and secret; what is wrong is told without the secret', () => {
  const of = (systems: unknown) => () => readConfig({ PROCESS_SYSTEMS: JSON.stringify(systems) });
  const good = { name: 'OSS', url: 'https://oss.example.com/tasks', secret: `whsec_${secret}` };
  expect(of([good])().processSystems).toEqual([{ ...good, secret }]);
  expect(readConfig({}).processSystems).toEqual([]);
  for (const wrong of [
    [{ ...good, url: 'ftp://x' }],
    [{ ...good, secret: 'short' }],
    [good, good],
    [{ ...good, more: 1 }],
    'x',
  ]) {
    expect(of(wrong)).toThrow(/PROCESS_SYSTEMS/);
    expect(of(wrong)).not.toThrow(secret);
  }
});
