import WebSocket from 'ws';
import { decodeCursor } from '../../kernel/events/index.js';
import { sleep, until } from '../until.js';
import type { Reach } from './load.js';

const EVENTS = `subscription Crowd($type: [String!], $after: String) { events(filter: { types: $type }, after: $after) { cursor } }`;
/** Longest pause before a client whose connection failed tries again, in milliseconds; it doubles up to it. */
const LONGEST_PAUSE_MS = 2_000;
/** Connections that are made at the same time at the beginning; later all come at once. */
const AT_ONCE = 250;

/** Very many subscribers to one type of event; each comes back at once when its connection ends, after the last event it has seen. */
export class Crowd {
  private readonly members: Member[] = [];

  constructor(
    private readonly reach: Reach,
    private readonly type: string,
    private readonly after: string,
  ) {}

  /** Adds members, and waits until they are subscribed. */
  async grow(size: number): Promise<void> {
    while (this.members.length < size) {
      const count = Math.min(AT_ONCE, size - this.members.length);
      for (let n = 0; n < count; n++) this.members.push(new Member(this.reach, this.type, this.after));
      await until(() => this.present === this.members.length, 60_000);
    }
  }

  /** How many are subscribed now. */
  get present(): number {
    return this.members.filter(({ subscribed }) => subscribed).length;
  }

  /** Ends all connections at the same moment. */
  cut(): void {
    for (const member of this.members) member.cut();
  }

  /** Waits until all have got these events; says what is missing, or came twice or in another order. */
  async audit(expected: readonly number[]): Promise<string[]> {
    const last = expected.at(-1) ?? 0;
    const late = () => this.members.filter(({ seen }) => (seen.at(-1) ?? 0) < last).length;
    await until(() => late() === 0, 60_000).catch(() => undefined);
    const wanted = expected.join();
    const wrong = this.members.filter(({ seen }) => seen.filter((position) => position <= last).join() !== wanted);
    if (wrong.length === 0 && expected.length > 0) return [];
    const [first] = wrong;
    return [
      `${wrong.length} of ${this.members.length} got other events than these ${expected.length}: ${wanted}; one of them: ${first?.seen.join()}`,
    ];
  }

  close(): void {
    for (const member of this.members) member.leave();
  }
}

class Member {
  /** Positions of the events that came, in the order in which they came. */
  readonly seen: number[] = [];
  subscribed = false;
  private socket: WebSocket | undefined;
  private stopped = false;

  constructor(
    private readonly reach: Reach,
    private readonly type: string,
    private after: string,
  ) {
    void this.run();
  }

  cut(): void {
    this.subscribed = false;
    this.socket?.terminate();
  }

  leave(): void {
    this.stopped = true;
    this.socket?.terminate();
  }

  private async run(): Promise<void> {
    const { urls } = this.reach;
    for (let pause = 20; !this.stopped; pause = Math.min(LONGEST_PAUSE_MS, pause * 2)) {
      const reached = await this.stay(urls[Math.floor(Math.random() * urls.length)]!);
      this.subscribed = false;
      if (reached) pause = 10;
      else await sleep(pause * Math.random());
    }
  }

  /** One connection from its beginning to its end. @returns whether it came to a subscription */
  private stay(url: string): Promise<boolean> {
    const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', { handshakeTimeout: 30_000 });
    this.socket = socket;
    const send = (message: object) => socket.send(JSON.stringify(message));
    socket.on('open', () =>
      send({ type: 'connection_init', payload: { authorization: `Bearer ${this.reach.token}` } }),
    );
    socket.on('message', (data: Buffer) => {
      const { type, payload } = JSON.parse(String(data)) as Message;
      if (type === 'connection_ack') {
        const variables = { type: [this.type], after: this.after };
        send({ type: 'subscribe', id: '1', payload: { query: EVENTS, variables } });
        // The answer comes when the server has begun to watch.
        send({ type: 'ping' });
      } else if (type === 'pong') this.subscribed = true;
      else if (type === 'next' && payload?.data) {
        this.after = payload.data.events.cursor;
        this.seen.push(decodeCursor(this.after));
      } else if (type === 'next' || type === 'error' || type === 'complete') socket.terminate();
    });
    socket.on('error', () => undefined);
    return new Promise((resolve) => socket.once('close', () => resolve(this.subscribed)));
  }
}

interface Message {
  type: string;
  payload?: { data?: { events: { cursor: string } } | null };
}
