import type { EntityManager } from '@mikro-orm/postgresql';
import type pg from 'pg';
import { storeValue } from './stored-value.js';

/** What names a request, and what it asked for. */
export interface RequestKey {
  /** Who calls; keys of different callers never meet. */
  caller: string;
  key: string;
  /** Digest of what is asked for: the same key with another digest is refused. */
  digest: string;
}

/** A request that was made before. */
export interface DoneRequest {
  digest: string;
  /** What the first transaction returned, as {@link storeValue} makes it. */
  result: unknown;
  /** What the mutation answered, or null. */
  answer: unknown;
}

/** Thrown out of an operation whose request has been made already; nothing of the operation is kept. */
export class RequestDone extends Error {
  constructor(readonly request: DoneRequest) {
    super('The request has been made already under its idempotency key.');
    this.name = 'RequestDone';
  }
}

const CLAIM = `insert into "idempotent_request" ("caller", "key", "digest", "created_at") values (?, ?, ?, now()) on conflict do nothing returning 1 as "claimed"`;
const find = (caller: string, key: string) =>
  `select "digest", "result", "answer" from "idempotent_request" where "caller" = ${caller} and "key" = ${key}`;
const KEEP_RESULT = `update "idempotent_request" set "result" = ?::jsonb where "caller" = ? and "key" = ?`;
const KEEP_ANSWER = `update "idempotent_request" set "answer" = $3::jsonb where "caller" = $1 and "key" = $2`;
const KEEP_REFUSAL = `
  insert into "idempotent_request" ("caller", "key", "digest", "answer", "created_at") values ($1, $2, $3, $4::jsonb, now())
  on conflict do nothing`;

/**
 * One mutation under an idempotency key. Its first transaction claims the key before it does anything else: of several at once
 * one gets it, and the others wait until that one has committed, to give the same answer, or has been rolled back, to try themselves.
 */
export class IdempotentCall {
  private state: 'open' | 'claiming' | 'committed' = 'open';
  /** What the first transaction returned. */
  result: unknown = null;

  constructor(readonly request: RequestKey) {}

  /** Whether an effect was committed under the key. */
  get committed(): boolean {
    return this.state === 'committed';
  }

  /** For the transaction that begins: true when it is the one that claims the key. */
  begin(): boolean {
    if (this.state !== 'open') return false;
    this.state = 'claiming';
    return true;
  }

  /** Claims the key in the transaction of `em`. @throws RequestDone when the request has been made before. */
  async claim(em: EntityManager): Promise<void> {
    const { caller, key, digest } = this.request;
    const claimed = await em.execute<unknown[]>(CLAIM, [caller, key, digest]);
    if (claimed.length > 0) return;
    const found = await em.execute<DoneRequest[]>(find('?', '?'), [caller, key]);
    // The row may have expired between the two statements; the client tries again, as after any conflict.
    if (!found[0]) throw new Error('An idempotency key expired while it was used.');
    throw new RequestDone(found[0]);
  }

  /** Keeps what the transaction returns, in that transaction. */
  async keepResult(em: EntityManager, value: unknown): Promise<void> {
    this.result = storeValue(value);
    await em.execute(KEEP_RESULT, [JSON.stringify(this.result), this.request.caller, this.request.key]);
  }

  /** Says how the claiming transaction ended. */
  end(committed: boolean): void {
    this.state = committed ? 'committed' : 'open';
  }

  /** The request, if it was made before. */
  async find(pool: pg.Pool): Promise<DoneRequest | undefined> {
    const { caller, key } = this.request;
    const { rows } = await pool.query<DoneRequest>({
      name: 'idempotent_find',
      text: find('$1', '$2'),
      values: [caller, key],
    });
    return rows[0];
  }

  /** Keeps the answer of a mutation whose effect is committed. */
  async keepAnswer(pool: pg.Pool, answer: unknown): Promise<void> {
    const { caller, key } = this.request;
    await pool.query({ name: 'idempotent_answer', text: KEEP_ANSWER, values: [caller, key, JSON.stringify(answer)] });
  }

  /**
   * Keeps the answer of a mutation that wrote nothing, such as a refusal.
   * @returns false when the request was answered meanwhile by another attempt: its answer counts.
   */
  async keepRefusal(pool: pg.Pool, answer: unknown): Promise<boolean> {
    const { caller, key, digest } = this.request;
    const values = [caller, key, digest, JSON.stringify(answer)];
    const { rowCount } = await pool.query({ name: 'idempotent_refusal', text: KEEP_REFUSAL, values });
    return rowCount === 1;
  }
}
