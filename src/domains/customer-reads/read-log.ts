import type pg from 'pg';
import type { TracedRead } from '../../kernel/access/index.js';
import { v7 } from '../../kernel/model/uuid.js';

/** How long reads wait for others to be written with them. */
const DELAY_MS = 200;
/** Reads written by one statement. */
const BATCH = 500;
/** Reads that may wait while the database cannot be written to; the oldest go first. */
const MAX_WAITING = 50_000;
/** Whoever is shown the same again within this time, by the same operation, has looked once: a screen that refreshes itself. */
const AGAIN_MS = 60_000;
/** Looks that are known at a time. */
const MAX_LOOKS = 100_000;

/**
 * A row for each customer whose data a read has shown. Keys begin with the time of the read, so that rows come in its order; those
 * of several customers of one read differ in the part that is random.
 */
const INSERT = `
  insert into "customer_read" ("id", "created_at", "updated_at", "at", "customer_id", "operation", "actor", "actor_name", "actor_kind", "employee_id")
  select (left("r"."id"::text, 24) || substr(gen_random_uuid()::text, 25))::uuid, "r"."at", "r"."at", "r"."at", "c"."id", "r"."operation", "r"."actor",
    "r"."actorName", "r"."actorKind", "r"."employeeId"
  from json_to_recordset($1::json) as "r" ("id" uuid, "at" timestamptz, "customers" uuid[], "parties" uuid[], "operation" text, "actor" text, "actorName" text, "actorKind" text, "employeeId" uuid),
  lateral (
    select unnest("r"."customers") "id" union select "id" from "customer" where "party_id" = any("r"."parties")
  ) "c"`;

/** The keys of what is named, among marks. */
const keysOf = (marks: ReadonlySet<string>, of: string): string[] =>
  [...marks].filter((mark) => mark.startsWith(`${of}:`)).map((mark) => mark.slice(of.length + 1));

/** Writes traced reads of one database, many at a time and after their answers, so that no read waits for it. */
export class ReadLog {
  private waiting: object[] = [];
  /** Until when a look that comes again is the same one. */
  private readonly looks = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;

  constructor(private readonly pool: pg.Pool) {}

  /** Takes down a read of this database. */
  note({ pool, caller, operation, at, marks }: TracedRead): void {
    if (pool !== this.pool) return;
    // Of each by itself: a list that changes a little is not a look at all that stays in it.
    const shown = new Set(
      [...marks].filter((mark) => !this.isAgain(`${caller.kind} ${caller.subject} ${operation} ${mark}`)),
    );
    if (shown.size === 0) return;
    if (this.waiting.length >= MAX_WAITING) this.waiting.shift();
    this.waiting.push({
      id: v7(),
      at: at.toISOString(),
      customers: keysOf(shown, 'customer'),
      parties: keysOf(shown, 'party'),
      operation,
      actor: caller.subject.slice(0, 200),
      actorName: caller.name.slice(0, 200),
      actorKind: caller.kind,
      employeeId: caller.employeeId ?? null,
    });
    this.timer ??= setTimeout(() => void this.flush().catch(() => undefined), DELAY_MS).unref();
  }

  private isAgain(look: string): boolean {
    const now = Date.now();
    if ((this.looks.get(look) ?? 0) > now) return true;
    if (this.looks.size >= MAX_LOOKS) this.looks.clear();
    this.looks.set(look, now + AGAIN_MS);
    return false;
  }

  /** Writes what waits. What cannot be written is tried again with what comes after. */
  async flush(): Promise<void> {
    await this.writing?.catch(() => undefined);
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.write();
    await this.writing;
  }

  private async write(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH);
      try {
        await this.pool.query({ name: 'customer_read', text: INSERT, values: [JSON.stringify(batch)] });
      } catch (error) {
        this.waiting.unshift(...batch);
        throw error;
      }
    }
  }
}
