import type { WebSocket } from 'ws';
import { until } from './until.js';

/** A message of the protocol as the client got it. */
export interface Message {
  type: string;
  id?: string;
  // What a payload holds is what the test asked for.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- see above
  payload?: any;
}

/** A WebSocket that speaks the protocol by hand and keeps all it hears. */
export class TestSocket {
  readonly messages: Message[] = [];
  /** Texts of the messages as they came. */
  readonly texts: string[] = [];
  readonly closed: Promise<{ code: number; reason: string }>;

  constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => {
      this.texts.push(String(data));
      this.messages.push(JSON.parse(String(data)) as Message);
    });
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) =>
      socket.once('close', (code, reason) => resolve({ code, reason: String(reason) })),
    );
  }

  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  async opened(): Promise<this> {
    if (this.socket.readyState !== this.socket.OPEN)
      await new Promise((resolve, reject) => this.socket.once('open', resolve).once('error', reject));
    return this;
  }

  async introduce(payload: Record<string, unknown>): Promise<void> {
    await this.opened();
    this.send({ type: 'connection_init', payload });
    const { OPEN } = this.socket;
    await until(() => this.messages.some(({ type }) => type === 'connection_ack') || this.socket.readyState !== OPEN);
  }

  subscribe(id: string, query: string, variables?: object): void {
    this.send({ type: 'subscribe', id, payload: { query, ...(variables ? { variables } : {}) } });
  }

  /** The payloads of an operation so far. */
  results(id: string): Message['payload'][] {
    return this.messages
      .filter((message) => message.id === id && message.type === 'next')
      .map(({ payload }) => payload);
  }

  /** The message that ended an operation, once it has come. */
  end(id: string): Message | undefined {
    return this.messages.find((message) => message.id === id && ['complete', 'error'].includes(message.type));
  }

  /** Waits until the server has done all that it was asked before. */
  async settle(): Promise<void> {
    const mark = String(Math.random());
    this.send({ type: 'ping', payload: { mark } });
    await until(() => this.messages.some(({ type, payload }) => type === 'pong' && payload?.mark === mark));
  }
}
