import type { HistoryEvent } from '../../kernel/events/index.js';
import type { Frame } from './frame.js';

/** Results held per stream, so that clients that lost their connection for a moment cost nothing when they are back. */
const MAX_FRAMES = 128;
const MAX_BYTES = 262_144;
const MAX_AGE_MS = 60_000;
/** Executions remembered while several replays of the same past run. */
const MAX_EXECUTED = 256;

/** The last results of a stream, without gaps up to the last one delivered. */
export class RecentFrames {
  private readonly frames: { frame: Frame; at: number }[] = [];
  private readonly executed = new Map<number, Promise<Frame>>();
  private bytes = 0;

  /** @param from position after which nothing is missing. */
  constructor(
    private from: number,
    private readonly execute: (event: HistoryEvent) => Promise<Frame>,
  ) {}

  /** The result for an event; executed once also when several ask for it. */
  frameOf(event: HistoryEvent): Promise<Frame> {
    const { position } = event;
    const found = this.executed.get(position);
    if (found) return found;
    const frame = this.execute(event);
    if (this.executed.size >= MAX_EXECUTED) this.executed.delete(this.executed.keys().next().value!);
    this.executed.set(position, frame);
    return frame;
  }

  /** Keeps a result that everyone present has been given. */
  delivered(frame: Frame): void {
    this.frames.push({ frame, at: Date.now() });
    this.bytes += frame.message.length;
    while (this.frames.length > MAX_FRAMES || this.bytes > MAX_BYTES) this.drop();
  }

  /** The results after a position, or undefined when some of them are no longer held. */
  after(position: number): Frame[] | undefined {
    if (position < this.from) return undefined;
    return this.frames.map(({ frame }) => frame).filter((frame) => frame.position > position);
  }

  forgetOld(now: number): void {
    while (this.frames[0] && now - this.frames[0].at > MAX_AGE_MS) this.drop();
    if (this.frames.length === 0) this.executed.clear();
  }

  private drop(): void {
    const { frame } = this.frames.shift()!;
    this.bytes -= frame.message.length;
    this.from = frame.position;
    this.executed.delete(frame.position);
  }
}
