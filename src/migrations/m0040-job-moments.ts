import { Migration } from '@mikro-orm/migrations';

/** The queue keeps microseconds; the graph's moments have milliseconds, and so have the cursors of its lists. */
export class M0040JobMoments extends Migration {
  override up(): void {
    this.addSql('drop view "background_job"');
    this.addSql(
      'create view "background_job" as select "id", "created_at"::timestamptz(3), "updated_at"::timestamptz(3), "name", "queue", "state", "attempts", "max_attempts", "run_at"::timestamptz(3), "started_at"::timestamptz(3), "last_error" from "queued_jobs"()',
    );
  }
}
