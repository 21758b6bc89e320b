import { LockMode, raw, type EntityManager } from '@mikro-orm/postgresql';
import type pg from 'pg';
import type { Caller } from '../access/caller.js';
import { rowPredicate } from '../access/row-predicate.js';
import { refuse, type InputPath } from '../errors/refusal.js';
import { eventInsert } from '../events/outbox.js';
import type { NewEvent } from '../events/event.js';
import type { EventTypeName, TypedEvent } from '../events/event-type.js';
import { jobInsert } from '../jobs/enqueue.js';
import type { NewJob } from '../jobs/job.js';
import { decodeId, encodeId } from '../model/global-id.js';
import { columnName } from '../model/naming.js';
import type { Node } from '../model/noun.js';
import { insertTogether, type NativeInsert } from './native-insert.js';
import { type Class, concreteNouns, nounOf } from '../model/registry.js';

/** Jobs of the future that begin within this time are handed over at once like those of now, in milliseconds. */
const SOON_MS = 500;

/** Stands for the alias of a row until the query has one. */
const OWN = '"(own)"';

/** Reads by SQL of its own, with `?` for each value. */
export interface Reader {
  execute<T>(sql: string, values: readonly unknown[]): Promise<T>;
}

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
    const held = this.locked.get(uuid);
    if (held) return held as T;
    // What is read before the lock is granted may be stale, so it is read again; what this operation changed is written first.
    if (options.lock !== false) await this.em.flush();
    const how = options.lock === false ? {} : { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true };
    const admitted = this.admitted(noun);
    const where = { id: uuid, ...admitted };
    // A row that is at hand already would be answered as it is, whoever may see it: then the database is asked about that alone.
    const asks = options.lock === false && Reflect.ownKeys(admitted).length > 0;
    const atHand = asks && this.em.getUnitOfWork().getById(noun as never, uuid as never);
    if (atHand && (await this.em.count(noun as never, where as never)) === 0) return null;
    const found = (await this.em.findOne(noun as never, where as never, how as never)) as T | null;
    if (found && options.lock !== false) this.locked.set(uuid, found);
    return found;
  }

  /**
   * The key of the row that another one refers to, which is to be locked before that one; neither is read or locked.
   * Refuses with NOT_FOUND when the row that refers is missing or the caller may not see it.
   */
  async referenceOf<T extends Node>(
    noun: Class<T>,
    id: string,
    field: keyof T & string,
    path: InputPath,
  ): Promise<string> {
    const { table, tag, name } = nounOf(noun);
    const decoded = decodeId(id);
    const { condition = 'true', values } = this.policy(noun, '"t"');
    const sql = `select "t"."${columnName(field)}_id" "key" from "${table}" "t" where "t"."id" = ? and ${condition}`;
    const [found] =
      decoded?.tag === tag ? await this.em.execute<{ key: string }[]>(sql, [decoded!.uuid, ...values]) : [];
    return found?.key ?? refuse('NOT_FOUND', `There is no ${name} with this id.`, path);
  }

  /** The caller's row policy, as a condition of a query; the same rule as for reads. */
  private admitted(noun: Class): object {
    const { condition, values } = this.policy(noun, OWN);
    return condition === undefined ? {} : { [raw((alias) => condition.replaceAll(OWN, `"${alias}"`), values)]: [] };
  }

  private policy(noun: Class, alias: string): { condition: string | undefined; values: unknown[] } {
    const values: unknown[] = [];
    const condition = rowPredicate(noun, this.caller.kind, alias, (value) => {
      const bound = this.caller[value] ?? null;
      values.push(Array.isArray(bound) ? `{${bound.join(',')}}` : bound);
      return '?';
    });
    return { condition, values };
  }

  /** Writes the entity with the others at the end of the transaction. */
  add<T extends Node>(entity: T): T {
    this.em.persist(entity);
    return entity;
  }

  /** Reads settings, which no operation changes on its way: what this one has not written yet need not be seen. */
  get reader(): Reader {
    return this.em;
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

  /** Whether a job that was asked for so far is to run before long, so that nobody should wait for the next look. */
  get asksForWork(): boolean {
    const soon = Date.now() + SOON_MS;
    return this.jobs.some(({ runAt }) => !runAt || runAt.getTime() <= soon);
  }

  /** Flushes entities, then events and jobs; called once, before the commit. @param beside what is written with them */
  async finish(beside: () => NativeInsert | undefined = () => undefined): Promise<void> {
    await this.em.flush();
    await insertTogether(this.em, [...this.records(), beside()]);
  }

  /** What writes the events and jobs of this operation. */
  protected records(): (NativeInsert | undefined)[] {
    const origin = { caller: this.caller, at: this.at, correlationId: this.requestId };
    return [eventInsert(this.events, origin), jobInsert(this.jobs)];
  }
}
