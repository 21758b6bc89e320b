import { Migration } from '@mikro-orm/migrations';

export class M0011RunningProcesses extends Migration {
  override up(): void {
    this.addSql(
      'create table "process_instance" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "instance_no" varchar(40) not null, "template_id" uuid null, "version_id" uuid null, "object_type" varchar(60) null, "object_id" varchar(60) null, "object_key" uuid null, "subject" varchar(200) null, "region_id" uuid null, "status" text not null, "test" boolean not null default false, "handling_grade" varchar(60) null, "start_mode" text not null, "started_by" varchar(100) not null, "starts_at" timestamptz(3) null, "started_at" timestamptz(3) null, "due_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "suspended_at" timestamptz(3) null, "parent_id" uuid null, "parent_token" uuid null, "correlation_key" varchar(100) null, "variables" jsonb not null, "exception_code" varchar(60) null, "exception_message" varchar(2000) null, "start_variables" jsonb not null, "seq" int not null default 0, "passed" jsonb not null, "again" jsonb null, primary key ("id"))',
    );
    this.addSql(
      'alter table "process_instance" add constraint "process_instance_instance_no_unique" unique ("instance_no")',
    );
    this.addSql('create index "process_instance_template_id_id_index" on "process_instance" ("template_id", "id")');
    this.addSql('create index "process_instance_version_id_id_index" on "process_instance" ("version_id", "id")');
    this.addSql('create index "process_instance_object_id_id_index" on "process_instance" ("object_id", "id")');
    this.addSql('create index "process_instance_subject_id_index" on "process_instance" ("subject", "id")');
    this.addSql(
      'create index "process_instance_subject_search" on "process_instance" using gin ("subject" gin_trgm_ops)',
    );
    this.addSql('create index "process_instance_region_id_id_index" on "process_instance" ("region_id", "id")');
    this.addSql('create index "process_instance_status_id_index" on "process_instance" ("status", "id")');
    this.addSql('create index "process_instance_parent_id_id_index" on "process_instance" ("parent_id", "id")');
    this.addSql(
      'create index "process_instance_correlation" on "process_instance" ("correlation_key") where "correlation_key" is not null',
    );
    this.addSql(
      'create table "process_token" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "instance_id" uuid not null, "seq" int not null, "step" varchar(60) not null, "kind" text not null, "status" text not null, "entered_at" timestamptz(3) not null, "left_at" timestamptz(3) null, "due_at" timestamptz(3) null, "wakes_at" timestamptz(3) null, "failures" int not null default 0, "error" varchar(2000) null, "outputs" jsonb null, "parents" jsonb not null, "branches" jsonb not null, "via" varchar(60) null, "left_seq" int null, primary key ("id"))',
    );
    this.addSql('create index "process_token_instance_id_id_index" on "process_token" ("instance_id", "id")');
    this.addSql(
      "create index \"process_token_live\" on \"process_token\" (\"instance_id\") where \"status\" in ('ACTIVE', 'JOINING', 'WAITING', 'STUCK', 'COMPENSATING')",
    );
    this.addSql(
      'create unique index "process_token_instance_id_seq_together_unique" on "process_token" ("instance_id", "seq")',
    );
    this.addSql(
      'create table "process_task" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "task_no" varchar(60) not null, "instance_id" uuid not null, "token_id" uuid not null, "step" varchar(60) not null, "name" varchar(200) not null, "status" text not null, "operator_kind" text null, "operator_code" varchar(100) not null, "assignee_id" uuid null, "delegator_id" uuid null, "region_id" uuid null, "inputs" jsonb not null, "arrived_at" timestamptz(3) not null, "accepted_at" timestamptz(3) null, "finished_at" timestamptz(3) null, "due_at" timestamptz(3) null, "overdue" boolean not null default false, "progress" varchar(2000) null, "return_reason" varchar(2000) null, "result" jsonb null, primary key ("id"))',
    );
    this.addSql('alter table "process_task" add constraint "process_task_task_no_unique" unique ("task_no")');
    this.addSql('create index "process_task_instance_id_id_index" on "process_task" ("instance_id", "id")');
    this.addSql('create index "process_task_token_id_id_index" on "process_task" ("token_id", "id")');
    this.addSql('create index "process_task_status_id_index" on "process_task" ("status", "id")');
    this.addSql('create index "process_task_assignee_id_id_index" on "process_task" ("assignee_id", "id")');
    this.addSql('create index "process_task_delegator_id_id_index" on "process_task" ("delegator_id", "id")');
    this.addSql('create index "process_task_region_id_id_index" on "process_task" ("region_id", "id")');
    this.addSql(
      "create index \"process_task_due\" on \"process_task\" (\"due_at\") where \"status\" in ('PENDING', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS', 'SENT', 'ACKNOWLEDGED') and \"due_at\" is not null",
    );
    this.addSql(
      'create index "process_task_pool" on "process_task" ("operator_kind", "operator_code", "region_id") where "status" in (\'PENDING\', \'DISPATCHED\', \'ACCEPTED\', \'IN_PROGRESS\', \'SENT\', \'ACKNOWLEDGED\')',
    );
    this.addSql(
      'alter table "process_instance" add constraint "process_instance_template_id_foreign" foreign key ("template_id") references "process_template" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_instance" add constraint "process_instance_version_id_foreign" foreign key ("version_id") references "process_template_version" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_instance" add constraint "process_instance_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_instance" add constraint "process_instance_parent_id_foreign" foreign key ("parent_id") references "process_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"process_instance\" add constraint \"process_instance_status_check\" check (\"status\" in ('RUNNING', 'WAITING', 'SUSPENDED', 'ROLLING_BACK', 'ABNORMAL', 'TERMINATED', 'COMPLETED'))",
    );
    this.addSql(
      "alter table \"process_instance\" add constraint \"process_instance_start_mode_check\" check (\"start_mode\" in ('AUTO', 'MANUAL', 'EVENT', 'SUBPROCESS'))",
    );
    this.addSql(
      'alter table "process_token" add constraint "process_token_instance_id_foreign" foreign key ("instance_id") references "process_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"process_token\" add constraint \"process_token_kind_check\" check (\"kind\" in ('START', 'END', 'HUMAN', 'AUTOMATIC', 'EXTERNAL', 'SUBPROCESS', 'GATEWAY', 'TIMER'))",
    );
    this.addSql(
      "alter table \"process_token\" add constraint \"process_token_status_check\" check (\"status\" in ('ACTIVE', 'JOINING', 'WAITING', 'STUCK', 'DONE', 'MERGED', 'ABSORBED', 'RECALLED', 'COMPENSATING', 'UNDONE'))",
    );
    this.addSql(
      'alter table "process_task" add constraint "process_task_instance_id_foreign" foreign key ("instance_id") references "process_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_task" add constraint "process_task_token_id_foreign" foreign key ("token_id") references "process_token" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_task" add constraint "process_task_assignee_id_foreign" foreign key ("assignee_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_task" add constraint "process_task_delegator_id_foreign" foreign key ("delegator_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_task" add constraint "process_task_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"process_task\" add constraint \"process_task_status_check\" check (\"status\" in ('PENDING', 'DISPATCHED', 'ACCEPTED', 'IN_PROGRESS', 'SENT', 'ACKNOWLEDGED', 'RETURNED', 'REJECTED', 'RECALLED', 'FAILED'))",
    );
    this.addSql(
      "alter table \"process_task\" add constraint \"process_task_operator_kind_check\" check (\"operator_kind\" in ('POSITION', 'ROLE', 'ORGANIZATION', 'EMPLOYEE'))",
    );
  }
}
