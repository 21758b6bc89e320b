import { setTimeout as sleep } from 'node:timers/promises';
import type { EventFeed, EventInterest, EventPage, HistoryEvent } from '../../kernel/events/index.js';
import type { Frame } from './frame.js';
import { RecentFrames } from './recent-frames.js';
import type { Source, Subscriber } from './subscriber.js';

/** Executions that run at the same time for one stream; results are sent in order all the same. */
const AHEAD = 8;
/** Events that wait in memory for their execution; further ones are read from the table when their turn comes. */
const MAX_WAITING = 512;
const RETRY_MS = 500;

/** What a stream is made of. */
export interface EventStreamParts {
  feed: EventFeed;
  interest: EventInterest;
  /** Makes the result for an event; must not fail. */
  execute: (event: HistoryEvent) => Promise<Frame>;
  /** Called when the last subscriber has left. */
  onEmpty: () => void;
}

/** Where a subscriber wants to go on. */
export interface StartAfter {
  cursor: string;
  position: number;
}

/**
 * Subscribers who get the same results: each event is watched, executed and serialised once. Whoever goes on after a cursor is
 * given the past from the table until it meets what the stream still holds, and joins in that moment: no gap, nothing twice.
 */
export class EventStream implements Source {
  private readonly members = new Set<Subscriber>();
  private readonly recent: RecentFrames;
  private readonly waiting: HistoryEvent[] = [];
  private readonly pages = new Map<string, Promise<EventPage>>();
  private readonly unlisten: () => void;
  private heard: number;
  private behind = false;
  private running = false;
  private closed = false;

  constructor(private readonly parts: EventStreamParts) {
    const { feed, interest } = parts;
    this.heard = feed.tail.position;
    this.recent = new RecentFrames(this.heard, parts.execute);
    this.unlisten = feed.tail.listen(interest, (event) => this.hear(event));
  }

  get size(): number {
    return this.members.size;
  }

  /** Serves a subscriber: after a cursor, or from now on. */
  join(subscriber: Subscriber, after?: StartAfter): void {
    this.members.add(subscriber);
    subscriber.receiveFrom(this);
    subscriber.seen = after?.position ?? this.parts.feed.tail.position;
    if (!after) subscriber.live = true;
    else if (after.position > this.parts.feed.tail.position || !this.meet(subscriber))
      this.replay(subscriber, after).catch((error: unknown) => subscriber.isWith(this) && subscriber.end(error));
  }

  leave(subscriber: Subscriber): void {
    this.members.delete(subscriber);
    if (this.members.size > 0 || this.closed) return;
    this.closed = true;
    this.unlisten();
    this.parts.onEmpty();
  }

  /** Forgets results that are older than a client takes to reconnect. */
  forgetOld(now: number): void {
    this.recent.forgetOld(now);
  }

  /** Lets the subscriber join the present if all that it lacks is still held. */
  private meet(subscriber: Subscriber): boolean {
    const missed = this.recent.after(subscriber.seen);
    if (!missed) return false;
    subscriber.live = true;
    for (const frame of missed) subscriber.deliver(frame);
    return true;
  }

  private async replay(subscriber: Subscriber, { cursor, position }: StartAfter): Promise<void> {
    const { feed, interest } = this.parts;
    await feed.history.check(cursor, position);
    let at = position;
    while (subscriber.isWith(this) && !this.meet(subscriber)) {
      const page = await this.page(interest, at, feed.tail.position);
      for (const event of page.events) {
        const frame = await this.recent.frameOf(event);
        const room = subscriber.sink.ready();
        if (room) await room;
        if (!subscriber.isWith(this)) return;
        subscriber.deliver(frame);
      }
      at = page.end;
      subscriber.seen = Math.max(subscriber.seen, at);
    }
  }

  /** Many clients come back after the same cursor at once: they share the read. */
  private page(interest: EventInterest, after: number, upTo: number): Promise<EventPage> {
    const key = `${after}-${upTo}`;
    let page = this.pages.get(key);
    if (!page) {
      page = this.parts.feed.history.page(interest, after, upTo).finally(() => this.pages.delete(key));
      this.pages.set(key, page);
    }
    return page;
  }

  private hear(event: HistoryEvent): void {
    if (this.behind || this.waiting.length >= MAX_WAITING) {
      this.behind = true;
      return;
    }
    this.heard = event.position;
    this.waiting.push(event);
    if (!this.running) void this.run();
  }

  /** Executes what waits, a few at a time, and delivers in order. */
  private async run(): Promise<void> {
    this.running = true;
    const ahead: Promise<Frame>[] = [];
    while (!this.closed) {
      while (ahead.length < AHEAD && this.waiting.length) ahead.push(this.recent.frameOf(this.waiting.shift()!));
      const next = ahead.shift();
      if (next) this.deliver(await next);
      else if (this.behind) await this.catchUp();
      else break;
    }
    this.running = false;
  }

  private deliver(frame: Frame): void {
    this.recent.delivered(frame);
    for (const member of this.members) if (member.live) member.deliver(frame);
  }

  /** Takes the next events from the table until none is left out. */
  private async catchUp(): Promise<void> {
    const { feed, interest } = this.parts;
    const end = feed.tail.position;
    if (this.heard >= end) {
      this.behind = false;
      return;
    }
    try {
      const page = await feed.history.page(interest, this.heard, end);
      this.waiting.push(...page.events);
      this.heard = page.end;
    } catch {
      // The table cannot be reached; whoever listens waits with it.
      await sleep(RETRY_MS);
    }
  }
}
