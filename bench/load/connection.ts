import { connect, type Socket } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

/** An answer as far as the load generator looks at it. */
export interface Answer {
  status: number;
  bytes: number;
}

/**
 * One keep-alive connection with one request at a time. It knows as much of HTTP/1.1 as measured servers send, which makes it
 * several times cheaper than an HTTP client: generator, server and PostgreSQL share the machine.
 */
export class Connection {
  private readonly socket: Socket;
  private readonly onAnswer: (answer: Answer) => void;
  private head: Buffer = Buffer.alloc(0);
  /** Bytes of the body that are still to come; -1 while the head is read, -2 while chunks are. */
  private missing = -1;
  private status = 0;
  private bytes = 0;

  constructor(port: number, onAnswer: (answer: Answer) => void, onFailure: (error: Error) => void) {
    this.onAnswer = onAnswer;
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', onFailure);
    this.socket.on('end', () => onFailure(new Error('The server closed the connection.')));
  }

  send(request: Buffer): void {
    this.socket.write(request);
  }

  close(): void {
    this.socket.removeAllListeners('end');
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    if (this.missing >= 0) return this.progress(chunk.length);
    this.head = this.head.length ? Buffer.concat([this.head, chunk]) : chunk;
    if (this.missing === -2) return this.takeChunks();
    const end = this.head.indexOf(HEAD_END);
    if (end < 0) return;
    const text = this.head.toString('latin1', 0, end).toLowerCase();
    this.status = Number(text.slice(9, 12));
    const length = /\r\ncontent-length: *(\d+)/.exec(text)?.[1];
    if (length !== undefined) {
      this.bytes = this.missing = Number(length);
      return this.progress(this.head.length - end - 4);
    }
    this.missing = -2;
    this.bytes = 0;
    this.head = this.head.subarray(end + 4);
    this.takeChunks();
  }

  private takeChunks(): void {
    for (;;) {
      const end = this.head.indexOf('\r\n');
      if (end < 0) return;
      const size = Number.parseInt(this.head.toString('latin1', 0, end), 16);
      if (this.head.length < end + 4 + size) return;
      this.head = this.head.subarray(end + 4 + size);
      if (size === 0) return this.finish();
      this.bytes += size;
    }
  }

  private progress(arrived: number): void {
    this.missing -= arrived;
    if (this.missing <= 0) this.finish();
  }

  private finish(): void {
    this.missing = -1;
    this.head = Buffer.alloc(0);
    this.onAnswer({ status: this.status, bytes: this.bytes });
  }
}
