import { Migration } from '@mikro-orm/migrations';

export class M0043WorkLogsAndShifts extends Migration {
  override up(): void {
    this.addSql(
      'create table "shift_plan" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "shift_no" varchar(40) not null, "organization_id" uuid not null, "employee_id" uuid not null, "post" varchar(100) not null, "take_over_at" timestamptz(3) not null, "hand_over_at" timestamptz(3) not null, "remind_at" timestamptz(3) null, "remind_by" text[] not null, "reminded_at" timestamptz(3) null, "status" text not null, "actual_take_over_at" timestamptz(3) null, "actual_hand_over_at" timestamptz(3) null, "hand_over_note" varchar(2000) null, "violations" int not null default 0, "violation_seconds" int not null default 0, primary key ("id"))',
    );
    this.addSql('alter table "shift_plan" add constraint "shift_plan_shift_no_unique" unique ("shift_no")');
    this.addSql('create index "shift_plan_organization_id_id_index" on "shift_plan" ("organization_id", "id")');
    this.addSql('create index "shift_plan_employee_id_id_index" on "shift_plan" ("employee_id", "id")');
    this.addSql('create index "shift_plan_post_id_index" on "shift_plan" ("post", "id")');
    this.addSql('create index "shift_plan_post_search" on "shift_plan" using gin ("post" gin_trgm_ops)');
    this.addSql('create index "shift_plan_take_over_at_id_index" on "shift_plan" ("take_over_at", "id")');
    this.addSql('create index "shift_plan_status_id_index" on "shift_plan" ("status", "id")');
    this.addSql('create index "shift_plan_actual_hand_over_at_id_index" on "shift_plan" ("actual_hand_over_at", "id")');
    this.addSql(
      'create table "duty_record" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "shift_id" uuid not null, "at" timestamptz(3) not null, "place" varchar(200) not null, "content" varchar(2000) not null, "completion" varchar(1000) null, primary key ("id"))',
    );
    this.addSql('create index "duty_record_shift_id_id_index" on "duty_record" ("shift_id", "id")');
    this.addSql('create index "duty_record_at_id_index" on "duty_record" ("at", "id")');
    this.addSql(
      'create table "shift_report" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "organization_id" uuid not null, "from" timestamptz(3) not null, "to" timestamptz(3) not null, "periodic" boolean not null, "shifts" int not null, "violations" int not null, "violation_seconds" int not null, primary key ("id"))',
    );
    this.addSql('create index "shift_report_organization_id_id_index" on "shift_report" ("organization_id", "id")');
    this.addSql(
      'create unique index "shift_report_organization_id_from_to_current_unique" on "shift_report" ("organization_id", "from", "to") where "periodic"',
    );
    this.addSql(
      'create table "shift_report_line" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "report_id" uuid not null, "shift_id" uuid not null, "shift_no" varchar(40) not null, "employee_id" uuid not null, "post" varchar(100) not null, "actual_take_over_at" timestamptz(3) not null, "actual_hand_over_at" timestamptz(3) not null, "violations" int not null, "violation_seconds" int not null, primary key ("id"))',
    );
    this.addSql('create index "shift_report_line_report_id_id_index" on "shift_report_line" ("report_id", "id")');
    this.addSql('create index "shift_report_line_shift_id_id_index" on "shift_report_line" ("shift_id", "id")');
    this.addSql('create index "shift_report_line_shift_no_id_index" on "shift_report_line" ("shift_no", "id")');
    this.addSql('create index "shift_report_line_employee_id_id_index" on "shift_report_line" ("employee_id", "id")');
    this.addSql(
      'create table "shift_task" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "shift_id" uuid not null, "planned" varchar(500) not null, "done" boolean not null default false, "completion" varchar(1000) null, "filled_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "shift_task_shift_id_id_index" on "shift_task" ("shift_id", "id")');
    this.addSql(
      'create table "work_log_period" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "organization_id" uuid not null, "superior_id" uuid not null, "period" text not null, "time_zone" varchar(60) not null, "auto_release" boolean not null, "remind_minutes" int not null, "remind_by" text[] not null, "starts_at" timestamptz(3) not null, "ends_at" timestamptz(3) not null, "reminded_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql(
      'create index "work_log_period_organization_id_id_index" on "work_log_period" ("organization_id", "id")',
    );
    this.addSql('create index "work_log_period_superior_id_id_index" on "work_log_period" ("superior_id", "id")');
    this.addSql('create index "work_log_period_ends" on "work_log_period" ("ends_at")');
    this.addSql(
      'create unique index "work_log_period_organization_id_together_unique" on "work_log_period" ("organization_id")',
    );
    this.addSql(
      'create table "work_log" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "author_id" uuid not null, "organization_id" uuid not null, "filled_at" timestamptz(3) not null, "keywords" varchar(200) not null, "content" varchar(4000) not null, "status" text not null, "period_id" uuid null, "submitted_at" timestamptz(3) null, "superior_opinion" varchar(2000) null, "superior_read_at" timestamptz(3) null, "visited" varchar(200) null, "place" varchar(200) null, "actual_at" timestamptz(3) null, "purpose" varchar(500) null, "visit_content" varchar(2000) null, "effect" varchar(1000) null, "problems" varchar(1000) null, primary key ("id"))',
    );
    this.addSql('create index "work_log_author_id_id_index" on "work_log" ("author_id", "id")');
    this.addSql('create index "work_log_organization_id_id_index" on "work_log" ("organization_id", "id")');
    this.addSql('create index "work_log_filled_at_id_index" on "work_log" ("filled_at", "id")');
    this.addSql('create index "work_log_keywords_id_index" on "work_log" ("keywords", "id")');
    this.addSql('create index "work_log_keywords_search" on "work_log" using gin ("keywords" gin_trgm_ops)');
    this.addSql('create index "work_log_status_id_index" on "work_log" ("status", "id")');
    this.addSql('create index "work_log_period_id_id_index" on "work_log" ("period_id", "id")');
    this.addSql('create index "work_log_visited_id_index" on "work_log" ("visited", "id")');
    this.addSql('create index "work_log_visited_search" on "work_log" using gin ("visited" gin_trgm_ops)');
    this.addSql(
      'create table "memo" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "memo_no" varchar(40) not null, "author_id" uuid not null, "receiver_id" uuid not null, "period_id" uuid null, "content" varchar(2000) not null, "remind_at" timestamptz(3) null, "notify_by" text[] not null, "status" text not null, "triggered_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('alter table "memo" add constraint "memo_memo_no_unique" unique ("memo_no")');
    this.addSql('create index "memo_author_id_id_index" on "memo" ("author_id", "id")');
    this.addSql('create index "memo_receiver_id_id_index" on "memo" ("receiver_id", "id")');
    this.addSql('create index "memo_period_id_id_index" on "memo" ("period_id", "id")');
    this.addSql('create index "memo_remind_at_id_index" on "memo" ("remind_at", "id")');
    this.addSql('create index "memo_status_id_index" on "memo" ("status", "id")');
    this.addSql(
      'alter table "shift_plan" add constraint "shift_plan_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "shift_plan" add constraint "shift_plan_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"shift_plan\" add constraint \"shift_plan_status_check\" check (\"status\" in ('PLANNED', 'ON_DUTY', 'HANDED_OVER', 'CANCELLED'))",
    );
    this.addSql(
      'alter table "duty_record" add constraint "duty_record_shift_id_foreign" foreign key ("shift_id") references "shift_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "shift_report" add constraint "shift_report_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "shift_report_line" add constraint "shift_report_line_report_id_foreign" foreign key ("report_id") references "shift_report" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "shift_report_line" add constraint "shift_report_line_shift_id_foreign" foreign key ("shift_id") references "shift_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "shift_report_line" add constraint "shift_report_line_employee_id_foreign" foreign key ("employee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "shift_task" add constraint "shift_task_shift_id_foreign" foreign key ("shift_id") references "shift_plan" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "work_log_period" add constraint "work_log_period_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "work_log_period" add constraint "work_log_period_superior_id_foreign" foreign key ("superior_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "work_log_period" add constraint "work_log_period_period_check" check ("period" in (\'DAY\', \'WEEK\', \'MONTH\'))',
    );
    this.addSql(
      'alter table "work_log" add constraint "work_log_author_id_foreign" foreign key ("author_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "work_log" add constraint "work_log_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "work_log" add constraint "work_log_period_id_foreign" foreign key ("period_id") references "work_log_period" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "work_log" add constraint "work_log_status_check" check ("status" in (\'DRAFT\', \'SUBMITTED\', \'REVIEWED\'))',
    );
    this.addSql(
      'alter table "memo" add constraint "memo_author_id_foreign" foreign key ("author_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "memo" add constraint "memo_receiver_id_foreign" foreign key ("receiver_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "memo" add constraint "memo_period_id_foreign" foreign key ("period_id") references "work_log_period" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"memo\" add constraint \"memo_status_check\" check (\"status\" in ('PENDING', 'TRIGGERED', 'ACKNOWLEDGED', 'CANCELLED'))",
    );
  }
}
