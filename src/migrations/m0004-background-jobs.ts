import { Migration } from '@mikro-orm/migrations';

/**
 * Schedules, and the queue's jobs as a view of ours. A function stands between: it looks for the queue's tables when it runs, so
 * that the queue may change them in its own migrations.
 */
export class M0004BackgroundJobs extends Migration {
  override up(): void {
    this.addSql(
      'create table "job_schedule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(200) not null, "cron" varchar(100) not null, "job" varchar(128) not null, "description" varchar(500) not null, primary key ("id"))',
    );
    this.addSql('alter table "job_schedule" add constraint "job_schedule_code_unique" unique ("code")');
    this.addSql(`
      create function "queued_jobs"() returns table ("id" uuid, "created_at" timestamptz, "updated_at" timestamptz, "name" text,
        "queue" text, "state" text, "attempts" int, "max_attempts" int, "run_at" timestamptz, "started_at" timestamptz, "last_error" text)
      language plpgsql stable as $$
      begin
        return query select lpad(to_hex("j"."id"), 32, '0')::uuid, "j"."created_at", "j"."updated_at", "j"."task_identifier"::text,
          "j"."queue_name"::text,
          case when "j"."locked_at" is not null then 'RUNNING' when "j"."attempts" >= "j"."max_attempts" then 'FAILED'
            when "j"."attempts" > 0 then 'RETRYING' else 'WAITING' end,
          "j"."attempts"::int, "j"."max_attempts"::int, "j"."run_at", "j"."locked_at", left("j"."last_error", 4000)
        from "graphile_worker"."jobs" "j";
      end $$`);
    this.addSql('create view "background_job" as select * from "queued_jobs"()');
  }
}
