import { randomBytes, randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** Who hears of each result: the number of its event, and when that was written. */
export type Listener = (subscriber: BenchSubscriber, n: number, writtenAt: number) => void;

const NUMBER = Buffer.from('"n":');
const TIME = Buffer.from('"t":');

/** One client with one subscription, as cheap as can be: it reads frames without a library, and of results only what is checked. */
export class BenchSubscriber {
  /** Connections that were closed. */
  static closed = 0;
  /** Number of the event that comes next. */
  expected = 0;
  private rest: Buffer | undefined;
  private answer: (() => void) | undefined;

  private readonly socket: Socket;
  private readonly hear: Listener;

  private constructor(socket: Socket, hear: Listener) {
    this.socket = socket;
    this.hear = hear;
    socket.on('data', (chunk: Buffer) => this.read(chunk));
  }

  static async open(port: number, token: string, hear: Listener): Promise<BenchSubscriber> {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
    const head = [
      'GET /graphql HTTP/1.1',
      'Host: bench',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      'Sec-WebSocket-Protocol: graphql-transport-ws',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    await new Promise<void>((resolve, reject) => {
      socket.once('data', (chunk: Buffer) =>
        String(chunk).startsWith('HTTP/1.1 101') ? resolve() : reject(new Error(String(chunk))),
      );
    });
    const subscriber = new BenchSubscriber(socket, hear);
    socket.on('close', () => void BenchSubscriber.closed++);
    const acknowledged = new Promise<void>((resolve) => (subscriber.answer = resolve));
    subscriber.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    await acknowledged;
    return subscriber;
  }

  subscribe(query: string): void {
    this.send({ type: 'subscribe', id: randomUUID(), payload: { query } });
  }

  /** Resolves when the server has done what it was asked before. */
  ping(): Promise<void> {
    const answered = new Promise<void>((resolve) => (this.answer = resolve));
    this.send({ type: 'ping' });
    return answered;
  }

  private send(message: object): void {
    const text = Buffer.from(JSON.stringify(message));
    const header =
      text.length < 126 ? [0x81, 0x80 | text.length] : [0x81, 0x80 | 126, text.length >> 8, text.length & 0xff];
    // A mask of zeros leaves the text as it is.
    this.socket.write(Buffer.concat([Buffer.from([...header, 0, 0, 0, 0]), text]));
  }

  private read(chunk: Buffer): void {
    const data = this.rest ? Buffer.concat([this.rest, chunk]) : chunk;
    this.rest = undefined;
    let at = 0;
    while (at + 2 <= data.length) {
      let length = data[at + 1]!;
      let start = at + 2;
      if (length === 126) {
        if (at + 4 > data.length) break;
        length = data.readUInt16BE(start);
        start += 2;
      }
      if (start + length > data.length) break;
      if ((data[at]! & 0x0f) === 1) this.take(data, start, start + length);
      else if ((data[at]! & 0x0f) === 9) this.socket.write(Buffer.from([0x8a, 0x80, 0, 0, 0, 0]));
      at = start + length;
    }
    if (at < data.length) this.rest = Buffer.from(data.subarray(at));
  }

  private take(data: Buffer, start: number, end: number): void {
    const place = data.indexOf(NUMBER, start);
    if (place < 0 || place >= end) {
      this.answer?.();
      this.answer = undefined;
      return;
    }
    this.hear(this, digits(data, place + NUMBER.length), digits(data, data.indexOf(TIME, start) + TIME.length));
  }
}

/** The whole or decimal number that begins at a place. */
function digits(data: Buffer, at: number): number {
  let value = 0;
  let scale = 0;
  for (let n = at; ; n++) {
    const digit = data[n]! - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      scale *= 10;
    } else if (data[n] === 0x2e) scale = 1;
    else return scale > 1 ? value / scale : value;
  }
}
