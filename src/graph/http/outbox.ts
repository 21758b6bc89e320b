import type { Duplex, Writable } from 'node:stream';

/** Up to this size, what waits is copied into one buffer: cheaper than handing the system several. Bytes. */
const MAX_COPY = 65_536;

/** Something that has bytes to send. */
export interface Sender {
  flush(): void;
}

/** Sends what was put out during one turn of the event loop together: one write for each connection. */
export class Outbox {
  private waiting: Sender[] = [];

  add(sender: Sender): void {
    if (this.waiting.length === 0) setImmediate(() => this.flush());
    this.waiting.push(sender);
  }

  private flush(): void {
    const senders = this.waiting;
    this.waiting = [];
    for (const sender of senders) sender.flush();
  }
}

/** Writes pieces at once; they are copied unless they are large, so pieces may be shared between connections. */
export function writeTogether(stream: Duplex, pieces: readonly Buffer[], size: number): void {
  if (size <= MAX_COPY) {
    const whole = Buffer.allocUnsafe(size);
    let at = 0;
    for (const piece of pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    stream.write(whole);
    return;
  }
  stream.cork();
  for (const piece of pieces) stream.write(piece);
  stream.uncork();
}

/** Waits until less than half of the limit is still to be sent, or the connection is gone; undefined when that is so already. */
export function roomIn(stream: Writable, limit: number): Promise<void> | undefined {
  if (stream.destroyed || stream.writableLength < limit / 2) return undefined;
  return new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done);
      resolve();
    };
    stream.once('drain', done).once('close', done);
  });
}
