import { Migration } from '@mikro-orm/migrations';

export class M0042EvaluationCredit extends Migration {
  override up(): void {
    this.addSql(
      'create table "credit_grade" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(20) not null, "name" varchar(200) not null, "score_from" numeric not null, "colour" text not null, "credit_limit_amount" numeric null, "credit_limit_currency" varchar(3) null, "criteria" varchar(2000) null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "credit_grade" add constraint "credit_grade_code_unique" unique ("code")');
    this.addSql(
      'create unique index "credit_grade_score_from_current_unique" on "credit_grade" ("score_from") where active',
    );
    this.addSql(
      'create table "credit_run" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "cycle" varchar(40) not null, "status" text not null, "requested_by" varchar(100) not null, "ended_at" timestamptz(3) null, "read" int not null default 0, "updated" int not null default 0, "unchanged" int not null default 0, "rejected" int not null default 0, "fault" varchar(500) null, primary key ("id"))',
    );
    this.addSql('alter table "credit_run" add constraint "credit_run_cycle_unique" unique ("cycle")');
    this.addSql('create index "credit_run_status_id_index" on "credit_run" ("status", "id")');
    this.addSql(
      'create table "initial_credit_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "condition" varchar(4000) null, "score" numeric not null, "priority" int not null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "initial_credit_rule" add constraint "initial_credit_rule_code_unique" unique ("code")');
    this.addSql(
      'create unique index "initial_credit_rule_active_current_unique" on "initial_credit_rule" ("active") where active and condition is null',
    );
    this.addSql(
      'create table "credit_run_failure" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "run_id" uuid not null, "customer_code" varchar(40) not null, "customer_id" uuid null, "code" varchar(60) not null, "score" varchar(100) not null, primary key ("id"))',
    );
    this.addSql('create index "credit_run_failure_run_id_id_index" on "credit_run_failure" ("run_id", "id")');
    this.addSql('create index "credit_run_failure_customer_id_id_index" on "credit_run_failure" ("customer_id", "id")');
    this.addSql(
      'create table "credit_profile" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "customer_id" uuid not null, "rating_no" varchar(60) not null, "score" numeric not null, "grade_id" uuid not null, "colour" text not null, "credit_limit_amount" numeric null, "credit_limit_currency" varchar(3) null, "source" text not null, "evaluated_at" timestamptz(3) not null, "valid_to" timestamptz(3) null, "frozen_until" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "credit_profile" add constraint "credit_profile_rating_no_unique" unique ("rating_no")');
    this.addSql('create index "credit_profile_customer_id_id_index" on "credit_profile" ("customer_id", "id")');
    this.addSql('create index "credit_profile_score_id_index" on "credit_profile" ("score", "id")');
    this.addSql('create index "credit_profile_grade_id_id_index" on "credit_profile" ("grade_id", "id")');
    this.addSql('create index "credit_profile_colour_id_index" on "credit_profile" ("colour", "id")');
    this.addSql('create index "credit_profile_evaluated_at_id_index" on "credit_profile" ("evaluated_at", "id")');
    this.addSql('create unique index "credit_profile_customer_id_together_unique" on "credit_profile" ("customer_id")');
    this.addSql(
      'create table "credit_history" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "customer_id" uuid not null, "rating_no" varchar(60) not null, "cause" text not null, "source" text not null, "old_score" numeric null, "new_score" numeric not null, "old_grade" varchar(20) null, "new_grade" varchar(20) not null, "old_limit_amount" numeric null, "old_limit_currency" varchar(3) null, "new_limit_amount" numeric null, "new_limit_currency" varchar(3) null, "evaluated_at" timestamptz(3) not null, "at" timestamptz(3) not null, "reason" varchar(500) not null, "assessor_no" varchar(100) not null, "assessor_name" varchar(200) not null, "assessor_unit" varchar(200) null, "assessor_id" uuid null, "run_id" uuid null, primary key ("id"))',
    );
    this.addSql('alter table "credit_history" add constraint "credit_history_rating_no_unique" unique ("rating_no")');
    this.addSql('create index "credit_history_customer_id_id_index" on "credit_history" ("customer_id", "id")');
    this.addSql('create index "credit_history_at_id_index" on "credit_history" ("at", "id")');
    this.addSql('create index "credit_history_assessor_no_id_index" on "credit_history" ("assessor_no", "id")');
    this.addSql('create index "credit_history_assessor_id_id_index" on "credit_history" ("assessor_id", "id")');
    this.addSql('create index "credit_history_run_id_id_index" on "credit_history" ("run_id", "id")');
    this.addSql(
      'alter table "credit_grade" add constraint "credit_grade_colour_check" check ("colour" in (\'RED\', \'GREY\', \'BLACK\'))',
    );
    this.addSql(
      "alter table \"credit_run\" add constraint \"credit_run_status_check\" check (\"status\" in ('SCHEDULED', 'DONE', 'PARTLY_FAILED', 'FAILED'))",
    );
    this.addSql(
      'alter table "credit_run_failure" add constraint "credit_run_failure_run_id_foreign" foreign key ("run_id") references "credit_run" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "credit_run_failure" add constraint "credit_run_failure_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "credit_profile" add constraint "credit_profile_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "credit_profile" add constraint "credit_profile_grade_id_foreign" foreign key ("grade_id") references "credit_grade" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "credit_profile" add constraint "credit_profile_colour_check" check ("colour" in (\'RED\', \'GREY\', \'BLACK\'))',
    );
    this.addSql(
      "alter table \"credit_profile\" add constraint \"credit_profile_source_check\" check (\"source\" in ('BILLING', 'MARKETING_ANALYSIS', 'GROUP_CRM', 'INTERNAL_MODEL', 'MANUAL', 'INITIAL'))",
    );
    this.addSql(
      'alter table "credit_history" add constraint "credit_history_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "credit_history" add constraint "credit_history_assessor_id_foreign" foreign key ("assessor_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "credit_history" add constraint "credit_history_run_id_foreign" foreign key ("run_id") references "credit_run" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"credit_history\" add constraint \"credit_history_cause_check\" check (\"cause\" in ('BATCH', 'SINGLE', 'MANUAL', 'INITIAL', 'GRADES'))",
    );
    this.addSql(
      "alter table \"credit_history\" add constraint \"credit_history_source_check\" check (\"source\" in ('BILLING', 'MARKETING_ANALYSIS', 'GROUP_CRM', 'INTERNAL_MODEL', 'MANUAL', 'INITIAL'))",
    );
    this.addSql(
      "create or replace function \"credit_history_credit_history_guard_fn\"() returns trigger as $$ begin if tg_op = 'UPDATE' and to_jsonb(new) - array['customer_id', 'updated_at'] = to_jsonb(old) - array['customer_id', 'updated_at'] then return new; end if; raise exception 'entries of the history of credit are never changed or removed' using errcode = 'insufficient_privilege'; end; $$ language plpgsql",
    );
    this.addSql(
      'create trigger "credit_history_guard" BEFORE UPDATE OR DELETE on "credit_history" for each ROW execute function "credit_history_credit_history_guard_fn"()',
    );
  }
}
