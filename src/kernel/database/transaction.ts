import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import type pg from 'pg';
import type { Caller } from '../access/caller.js';
import { rowPredicate } from '../access/row-predicate.js';
import { refuse, type InputPath } from '../errors/refusal.js';
import { insertEvents } from '../events/outbox.js';
import type { NewEvent } from '../events/event.js';
import type { EventTypeName, TypedEvent } from '../events/event-type.js';
import { enqueueJobs } from '../jobs/enqueue.js';
import type { NewJob } from '../jobs/job.js';
import { decodeId, encodeId } from '../model/global-id.js';
import type { Node } from '../model/noun.js';
import { type Class, concreteNouns, nounOf } from '../model/registry.js';

/** One business operation in the making: entities, events and jobs are committed together or not at all. */
export class Transaction {
  /** Rows that this operation holds, by key. */
  private readonly locked = new Map<string, Node>();
  private readonly events: NewEvent[] = [];
  private readonly jobs: NewJob[] = [];

  constructor(
    readonly em: EntityManager,
    readonly caller: Caller,
    readonly requestId: string,
    /** Connections outside of this transaction, for numbers that are taken whether it commits or not. */
    readonly pool: pg.Pool,
    /** The moment of the operation; every record and event of it carries the same. */
    readonly at: Date = new Date(),
  ) {}

  /**
   * The row that an id names, locked against concurrent operations until the end (unless `lock: false`).
   * Refuses with NOT_FOUND when it is missing or the caller may not see it: the two look the same.
   */
  async get<T extends Node>(noun: Class<T>, id: string, path: InputPath, options: { lock?: boolean } = {}): Promise<T> {
    const decoded = decodeId(id);
    const found =
      decoded && concreteNouns(nounOf(noun)).some((concrete) => concrete.tag === decoded.tag)
        ? await this.find(noun, decoded.uuid, options)
        : null;
    return found ?? refuse('NOT_FOUND', `There is no ${nounOf(noun).name} with this id.`, path);
  }

  /** Like {@link get}, by primary key, answering null instead of refusing. A row that another took the place of leads to that one. */
  async find<T extends Node>(noun: Class<T>, uuid: string, options: { lock?: boolean } = {}): Promise<T | null> {
    const { forwardedBy } = nounOf(noun);
    const found = await this.findExactly(noun, uuid, options);
    const next = forwardedBy && found ? (found as unknown as Record<string, Node | null>)[forwardedBy] : null;
    return next ? this.find(noun, next.id, options) : found;
  }

  /** Like {@link find}, of a row that another took the place of too. */
  async findExactly<T extends Node>(noun: Class<T>, uuid: string, options: { lock?: boolean } = {}): Promise<T | null> {
    if (!(await this.mayTouch(noun, uuid))) return null;
    if (options.lock === false) return (await this.em.findOne(noun as never, { id: uuid } as never)) as T | null;
    const held = this.locked.get(uuid);
    if (held) return held as T;
    // What is read before the lock is granted may be stale, so it is read again; what this operation changed is written first.
    await this.em.flush();
    const found = (await this.em.findOne(
      noun as never,
      { id: uuid } as never,
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } as never,
    )) as T | null;
    if (found) this.locked.set(uuid, found);
    return found;
  }

  /** Whether the caller's row policy admits the row; the same rule as for reads. */
  private async mayTouch(noun: Class, uuid: string): Promise<boolean> {
    const values: unknown[] = [uuid];
    const condition = rowPredicate(noun, this.caller.kind, '"t"', (value) => {
      const bound = this.caller[value] ?? null;
      values.push(Array.isArray(bound) ? `{${bound.join(',')}}` : bound);
      return '?';
    });
    if (condition === undefined) return true;
    const rows = await this.em.execute<unknown[]>(
      `select 1 from "${nounOf(noun).table}" "t" where "t"."id" = ? and ${condition}`,
      values,
    );
    return rows.length > 0;
  }

  /** Writes the entity with the others at the end of the transaction. */
  add<T extends Node>(entity: T): T {
    this.em.persist(entity);
    return entity;
  }

  /** Records an event of a declared type in the history of its subject, in this transaction. */
  record<Name extends EventTypeName>(event: TypedEvent<Name>): void {
    this.events.push(event as NewEvent);
  }

  /** Records an event whose type is known at run time only, such as that of a life cycle. */
  recordAny(event: NewEvent): void {
    this.events.push(event);
  }

  /** Events that were recorded so far. */
  get recorded(): readonly NewEvent[] {
    return this.events;
  }

  /** Starts a job when, and only when, this transaction commits. */
  enqueue(job: NewJob): void {
    this.jobs.push(job);
  }

  /** The opaque id of an entity. */
  idOf(entity: Node): string {
    return encodeId(nounOf(entity.constructor as Class).tag!, entity.id);
  }

  /** Flushes entities, then events and jobs; called once, before the commit. */
  async finish(): Promise<void> {
    await this.em.flush();
    await insertEvents(this.em, this.events, { caller: this.caller, at: this.at, correlationId: this.requestId });
    await enqueueJobs(this.em, this.jobs);
  }
}
