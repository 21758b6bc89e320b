import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { IsolationLevel, type MikroORM } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { acceptedInsert } from '../audit/write-audit.js';
import { systemCaller, type Caller } from '../access/caller.js';
import { Refusal } from '../errors/refusal.js';
import { EventFeed } from '../events/feed.js';
import { askGuards } from './before-commit.js';
import { asRefusal, isConnectionLoss, isRetryable, isUnsoundStatement } from './failures.js';
import { NotPlain } from './not-plain.js';
import { type PlainStatement, PlainTransaction } from './plain-transaction.js';
import { Transaction } from './transaction.js';
import type { CallContext } from './context.js';

const MAX_ATTEMPTS = 4;

/** What a transaction needs to know of the operation it belongs to. */
export type WriteContext = Pick<
  CallContext,
  | 'caller'
  | 'requestId'
  | 'idempotency'
  | 'operation'
  | 'origin'
  | 'audited'
  | 'rehearsal'
  | 'stage'
  | 'customerVerification'
>;

/** What a transaction that has committed left to be done by others. */
export interface Committed {
  /** Events that wait for their positions. */
  events: boolean;
  /** Jobs that are to run now or soon. */
  jobs: boolean;
}

/** Hears of a plain write that failed for no good reason; the operation is done by an ordinary transaction all the same. */
export type PlainWatcher = (error: unknown, operation: string | undefined) => void;

/** Undoes a transaction that was only rehearsed. */
class Rehearsed extends Error {
  constructor(readonly value: unknown) {
    super('rehearsed');
  }
}

/** Reads go through `pool` as prepared statements, writes through MikroORM's unit of work. */
export class Database {
  private readonly afterCommit = new Set<(committed: Committed) => void>();
  private readonly plainWatchers = new Set<PlainWatcher>();

  /** How many plain writes have failed since the start that should have succeeded, or said that they cannot be plain. */
  plainFaults = 0;

  /** What gives operations their moment; tests of what takes time put a clock of their own here. */
  clock: () => Date = () => new Date();

  /** Events as they happen; live once `startEvents` has been called for this database. */
  readonly feed: EventFeed;

  constructor(
    readonly orm: MikroORM,
    readonly pool: pg.Pool,
  ) {
    this.feed = new EventFeed(pool);
  }

  /** Registers what wakes up after transactions that recorded events or jobs, such as the event relay. */
  onCommit(listener: (committed: Committed) => void): () => void {
    this.afterCommit.add(listener);
    return () => this.afterCommit.delete(listener);
  }

  /**
   * Runs one business operation in one transaction: all of it or nothing. A deadlock or serialization failure is tried again,
   * so the operation must not have effects outside the database; those go through jobs. In a rehearsal all is undone.
   */
  async write<T>(context: WriteContext, operation: (tx: Transaction) => Promise<T>): Promise<T> {
    const call = context.idempotency?.begin() ? context.idempotency : undefined;
    for (let attempt = 1; ; attempt++) {
      let tells = false;
      let committed: Committed = { events: false, jobs: false };
      try {
        const em = context.stage?.fork({ keepTransactionContext: true }) ?? this.orm.em.fork();
        const result = await em.transactional(async (em) => {
          await call?.claim(em as never);
          const tx = new Transaction(em as never, context.caller, context.requestId, this.pool, this.clock());
          const value = await operation(tx);
          await askGuards(context, tx);
          await tx.finish(() => {
            tells = context.operation !== undefined && tx.recorded.length > 0;
            return tells ? acceptedInsert(context, tx.recorded, tx.at) : undefined;
          });
          // What stands on a stage is undone with it.
          if (context.stage) return value;
          if (context.rehearsal) throw new Rehearsed(value);
          committed = { events: tx.recorded.length > 0, jobs: tx.asksForWork };
          await call?.keepResult(em as never, value);
          return value;
        });
        call?.end(true);
        if (tells) context.audited = true;
        this.tell(committed);
        return result;
      } catch (error) {
        if (error instanceof Rehearsed) return error.value as T;
        if (isRetryable(error) && attempt < MAX_ATTEMPTS) continue;
        call?.end(false);
        throw asRefusal(error);
      }
    }
  }

  /**
   * Looks at rows as an operation of the caller would find them, all of one moment. Nothing can be written or locked: rows are asked for
   * with `lock: false`.
   */
  async read<T>({ caller, requestId, stage }: WriteContext, look: (tx: Transaction) => Promise<T>): Promise<T> {
    const lookAt = (em: unknown) => look(new Transaction(em as never, caller, requestId, this.pool, this.clock()));
    if (stage) return lookAt(stage.fork({ keepTransactionContext: true }));
    const how = { readOnly: true, isolationLevel: IsolationLevel.REPEATABLE_READ } as const;
    return this.orm.em.fork().transactional(lookAt, how);
  }

  /** Rehearses operations that follow each other: each sees what those before it did, and all is undone at the end. */
  async rehearse<T>(context: CallContext, work: (staged: CallContext) => Promise<T>): Promise<T> {
    try {
      return await this.orm.em.fork().transactional(async (stage): Promise<T> => {
        throw new Rehearsed(await work({ ...context, rehearsal: true, stage: stage as never }));
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.value as T;
      throw error;
    }
  }

  /**
   * Runs one business operation on rows that a look has found, by one statement: several times as fast as {@link write}.
   * @returns undefined when it has to be done by {@link write}: it needs more than those rows, they have changed, or it is refused. So it
   * is too when something is broken in the way itself: then it would only be slower, so that is told to whoever watches.
   */
  async writePlainly<T>(
    context: WriteContext,
    operation: (tx: PlainTransaction) => Promise<T>,
  ): Promise<{ value: T } | undefined> {
    if (context.rehearsal || context.idempotency) return undefined;
    const tx = new PlainTransaction(this, context);
    let value: T;
    let statement: PlainStatement;
    let tells: boolean;
    try {
      value = await operation(tx);
      tells = context.operation !== undefined && tx.recorded.length > 0;
      statement = tx.statement(tells ? acceptedInsert(context, tx.recorded, tx.at) : undefined);
    } catch (error) {
      if (isConnectionLoss(error)) throw error;
      // What is refused is so by the other way too, which looks at what is locked.
      if (!isExpected(error)) this.tellFault(error, context);
      return undefined;
    }
    const mark = await tx.write(statement).catch((error: unknown) => {
      // Of these it is known that nothing was written.
      if (isRetryable(error)) return undefined;
      if (!isUnsoundStatement(error)) throw asRefusal(error);
      this.tellFault(error, context);
      return undefined;
    });
    if (mark === undefined) return undefined;
    if (tells) context.audited = true;
    this.tell({ events: tx.recorded.length > 0, jobs: tx.asksForWork });
    return { value };
  }

  /** Registers what hears of plain writes that fail for no good reason, such as the log. */
  onPlainFault(watcher: PlainWatcher): () => void {
    this.plainWatchers.add(watcher);
    return () => this.plainWatchers.delete(watcher);
  }

  private tellFault(error: unknown, { operation }: WriteContext): void {
    this.plainFaults++;
    for (const watcher of this.plainWatchers) watcher(error, operation);
  }

  private tell(committed: Committed): void {
    if (committed.events || committed.jobs) for (const listener of this.afterCommit) listener(committed);
  }

  /** A context for work that the system does by itself. */
  systemContext(subject: string, caller: Caller = systemCaller(subject)): CallContext {
    return { caller, database: this, feed: this.feed, requestId: randomUUID() };
  }

  async close(): Promise<void> {
    await this.orm.close(true);
    await this.pool.end();
  }
}

/** Whether a plain operation may fail so: it needs more than its rows, met another operation, or the business refuses it. */
const isExpected = (error: unknown): boolean =>
  error instanceof NotPlain || error instanceof Refusal || error instanceof GraphQLError || isRetryable(error);
