/** @isolated: its server has a noun of its own. */
import { until } from '../../testing/until.js';
import { type EventServer, startEventServer } from '../../testing/event-server.js';

const CHANGES =
  'subscription Changes($subject: String, $after: String) { changes(subjectId: $subject, after: $after) { type cursor } }';

interface Received {
  event?: string;
  id?: string;
  // What a payload holds is what the test asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
  data?: any;
  retry?: number;
  comment?: boolean;
}

let server: EventServer;
beforeAll(async () => {
  server = await startEventServer({ limits: { pingIntervalMs: 200, renewIntervalMs: 100, connectionsPerCaller: 3 } });
});
afterAll(async () => {
  await server?.close();
});

/** Opens a stream and keeps what comes. */
async function open(query: string, variables: object = {}, headers: Record<string, string> = {}, sub = 'admin') {
  const abort = new AbortController();
  const response = await fetch(`${server.origin}/graphql`, {
    method: 'POST',
    signal: abort.signal,
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      authorization: `Bearer ${await server.token(sub)}`,
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  const received: Received[] = [];
  const done = read(response, received);
  return {
    response,
    received,
    done,
    results: () => received.filter(({ event }) => event === 'next'),
    close: () => abort.abort(),
  };
}

async function read(response: Response, received: Received[]): Promise<'ended' | 'cut'> {
  let text = '';
  try {
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      for (const block of blocks) received.push(parse(block));
    }
    return 'ended';
  } catch {
    return 'cut';
  }
}

function parse(block: string): Received {
  const parsed: Received = {};
  for (const line of block.split('\n')) {
    const [, name, value] = /^(\w*): ?(.*)$/.exec(line) ?? [];
    if (line === ':' || name === '') parsed.comment = true;
    else if (name === 'data') parsed.data = value ? JSON.parse(value) : undefined;
    else if (name === 'retry') parsed.retry = Number(value);
    else if (name === 'event' || name === 'id') parsed[name] = value!;
  }
  return parsed;
}

describe('subscriptions as server-sent events', () => {
  it('carry results with their cursors as ids, shared with sockets, and comments while nothing happens', async () => {
    const subject = await server.create();
    const stream = await open(CHANGES, { subject: subject.id });
    const socket = await server.connect('admin-ws');
    socket.subscribe('a', CHANGES, { subject: subject.id });
    await socket.settle();
    expect(stream.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    server.executions.length = 0;
    await server.record(subject, 'x');
    await until(() => stream.results().length === 1 && socket.results('a').length === 1);
    expect(server.executions).toEqual(['x']);
    expect(stream.results()[0]!.data).toEqual(socket.results('a')[0]);
    expect(stream.results()[0]!.id).toBe(stream.results()[0]!.data.data.changes.cursor);
    await until(() => stream.received.filter(({ comment }) => comment).length >= 2);
    stream.close();
  });

  it('go on after Last-Event-ID without gap or repetition', async () => {
    const subject = await server.create();
    const first = await open(CHANGES, { subject: subject.id });
    for (const type of ['1', '2', '3']) await server.record(subject, type);
    await until(() => first.results().length === 3);
    first.close();
    await first.done;
    await server.record(subject, '4');
    const second = await open(CHANGES, { subject: subject.id }, { 'last-event-id': first.results()[1]!.id! });
    await server.record(subject, '5');
    await until(() => second.results().length === 3);
    expect(second.results().map(({ data }) => data.data.changes.type)).toEqual(['3', '4', '5']);
    second.close();
  });

  it('end with an error of their own when the cursor is none, or the rights are withdrawn', async () => {
    const bad = await open(CHANGES, {}, { 'last-event-id': 'nonsense' });
    expect(await bad.done).toBe('ended');
    expect(bad.received.filter(({ comment }) => !comment)).toMatchObject([
      { event: 'next', data: { errors: [{ extensions: { code: 'CURSOR_INVALID' } }] } },
      { event: 'complete' },
    ]);
    server.rights.set('gone', { kind: 'STAFF', regionIds: [] });
    const withdrawn = await open(CHANGES, {}, {}, 'gone');
    server.rights.delete('gone');
    expect(await withdrawn.done).toBe('ended');
    expect(withdrawn.results()).toMatchObject([{ data: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } }]);
  });

  it('count among the connections of the caller', async () => {
    const open3 = await Promise.all([1, 2, 3].map(() => open(CHANGES, {}, {}, 'admin-q')));
    const fourth = await open(CHANGES, {}, {}, 'admin-q');
    expect(fourth.response.status).toBe(429);
    for (const { close } of open3) close();
    await Promise.all(open3.map(({ done }) => done));
    await until(async () => {
      const again = await open(CHANGES, {}, {}, 'admin-q');
      again.close();
      return again.response.status === 200;
    });
  });
});

describe('other operations as server-sent events', () => {
  it('answer a query with one result and the end', async () => {
    const { done, received } = await open('{ slow(ms: 1) }');
    expect(await done).toBe('ended');
    expect(received).toEqual([{ event: 'next', data: { data: { slow: 'done' } } }, { event: 'complete' }]);
  });

  it.each([
    ['a syntax error', '{', 400],
    ['an unknown field', 'subscription { nothing }', 400],
  ])('refuse %s with status %#', async (_what, query, status) => {
    const { response } = await open(query);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/json');
  });

  it('refuse a caller without a token, and mutations by GET', async () => {
    const headers = { accept: 'text/event-stream' };
    expect((await fetch(`${server.origin}/graphql?query={slow(ms:1)}`, { headers })).status).toBe(401);
    const authorization = `Bearer ${await server.token()}`;
    const mutation = await fetch(`${server.origin}/graphql?query=${encodeURIComponent('mutation { touch }')}`, {
      headers: { ...headers, authorization },
    });
    expect(mutation.status).toBe(405);
    const query = await fetch(`${server.origin}/graphql?query=${encodeURIComponent('{ slow(ms: 1) }')}`, {
      headers: { ...headers, authorization },
    });
    expect(await query.text()).toBe('event: next\ndata: {"data":{"slow":"done"}}\n\nevent: complete\ndata:\n\n');
  });
});

describe('shutdown', () => {
  it('breaks streams off without completing them, and says when to come back', async () => {
    const stream = await open(CHANGES, {});
    await server.stopServer();
    expect(await stream.done).toBe('ended');
    expect(stream.received.filter(({ comment }) => !comment)).toEqual([{ retry: expect.any(Number) }]);
  });
});
