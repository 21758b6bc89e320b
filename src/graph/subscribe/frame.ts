const MESSAGE_START = Buffer.from('{"type":"next","payload":');
const MESSAGE_END = Buffer.from(',"id":');
const EVENT_START = Buffer.from('event: next\n');
const DATA_START = Buffer.from('data: ');
const EVENT_END = Buffer.from('\n\n');

/** One result of a subscription, serialised once for all who receive it. */
export class Frame {
  /** A WebSocket message up to the operation's id, which alone differs between receivers. */
  readonly message: Buffer;
  private sse: Buffer | undefined;

  /**
   * @param payload the result as JSON text.
   * @param position place of its event in the order of events; 0 where it has none.
   * @param cursor the position as clients see it.
   */
  constructor(
    payload: string,
    readonly position = 0,
    readonly cursor?: string,
  ) {
    this.message = Buffer.concat([MESSAGE_START, Buffer.from(payload), MESSAGE_END]);
  }

  /** The result as an event of a stream of server-sent events. */
  get event(): Buffer {
    return (this.sse ??= Buffer.concat([
      EVENT_START,
      Buffer.from(this.cursor === undefined ? '' : `id: ${this.cursor}\n`),
      DATA_START,
      this.message.subarray(MESSAGE_START.length, this.message.length - MESSAGE_END.length),
      EVENT_END,
    ]));
  }
}

/** What follows {@link Frame.message} for one operation. */
export function messageTail(id: string): Buffer {
  return Buffer.from(`${JSON.stringify(id)}}`);
}
