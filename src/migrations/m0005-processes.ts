import { Migration } from '@mikro-orm/migrations';

export class M0005Processes extends Migration {
  override up(): void {
    this.addSql(
      'create table "process_template" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "functional_domain" varchar(60) not null, "object_type" varchar(60) not null, "priority" int not null, "dispatch_mode" text not null, "origin_id" uuid null, primary key ("id"))',
    );
    this.addSql('alter table "process_template" add constraint "process_template_code_unique" unique ("code")');
    this.addSql('create index "process_template_name_id_index" on "process_template" ("name", "id")');
    this.addSql('create index "process_template_name_search" on "process_template" using gin ("name" gin_trgm_ops)');
    this.addSql(
      'create index "process_template_functional_domain_id_index" on "process_template" ("functional_domain", "id")',
    );
    this.addSql('create index "process_template_object_type_id_index" on "process_template" ("object_type", "id")');
    this.addSql('create index "process_template_origin_id_id_index" on "process_template" ("origin_id", "id")');
    this.addSql(
      'create table "process_template_version" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "template_id" uuid not null, "number" int not null, "status" text not null, "instance_own" boolean not null default false, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "applicability" varchar(4000) null, "specificity" int not null default 0, "change_reason" varchar(500) null, "revision" int not null default 0, "based_on_id" uuid null, "created_by" varchar(100) not null, "submitted_by" varchar(100) null, "submitted_at" timestamptz(3) null, "published_by" varchar(100) null, "published_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql(
      'create index "process_template_version_template_id_id_index" on "process_template_version" ("template_id", "id")',
    );
    this.addSql(
      'create index "process_template_version_status_id_index" on "process_template_version" ("status", "id")',
    );
    this.addSql(
      'create index "process_template_version_based_on_id_id_index" on "process_template_version" ("based_on_id", "id")',
    );
    this.addSql(
      'create unique index "process_template_version_template_id_number_current_unique" on "process_template_version" ("template_id", "number") where instance_own = false',
    );
    this.addSql(
      'create table "process_step" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version_id" uuid not null, "place" int not null, "code" varchar(60) not null, "name" varchar(200) not null, "kind" text not null, "module" varchar(60) null, "join" text not null, "split" text not null, "operator_kind" text null, "operator_code" varchar(60) null, "handler" varchar(100) null, "external_system" text null, "subprocess" varchar(60) null, "subprocess_waits" boolean not null default true, "timer" varchar(4000) null, "compensation" varchar(100) null, "rollback_to" varchar(60) null, "wait_for" jsonb not null, primary key ("id"))',
    );
    this.addSql('create index "process_step_version_id_id_index" on "process_step" ("version_id", "id")');
    this.addSql(
      'create unique index "process_step_version_id_code_together_unique" on "process_step" ("version_id", "code")',
    );
    this.addSql(
      'create table "process_parameter" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version_id" uuid not null, "step" varchar(60) null, "use" text not null, "place" int not null, "name" varchar(60) not null, "type" text not null, "required" boolean not null, "description" varchar(500) not null, "formula" varchar(4000) null, primary key ("id"))',
    );
    this.addSql('create index "process_parameter_version_id_id_index" on "process_parameter" ("version_id", "id")');
    this.addSql(
      'create table "process_flow" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version_id" uuid not null, "place" int not null, "source" varchar(60) not null, "target" varchar(60) not null, "kind" text not null, "condition" varchar(4000) null, "is_default" boolean not null, "priority" int not null, primary key ("id"))',
    );
    this.addSql('create index "process_flow_version_id_id_index" on "process_flow" ("version_id", "id")');
    this.addSql(
      'create unique index "process_flow_version_id_source_target_together_unique" on "process_flow" ("version_id", "source", "target")',
    );
    this.addSql(
      'create table "process_time_limit" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version_id" uuid not null, "step" varchar(60) null, "place" int not null, "grade" varchar(60) null, "minutes" int not null, "working_time" boolean not null, "warn_minutes" int null, primary key ("id"))',
    );
    this.addSql('create index "process_time_limit_version_id_id_index" on "process_time_limit" ("version_id", "id")');
    this.addSql(
      'create table "process_approval" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version_id" uuid not null, "approver_id" uuid not null, "requested_by" varchar(100) not null, "requested_at" timestamptz(3) not null, "due_at" timestamptz(3) null, "attachments" text[] not null, "result" text not null, "suggestion" varchar(2000) null, "decided_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "process_approval_version_id_id_index" on "process_approval" ("version_id", "id")');
    this.addSql('create index "process_approval_approver_id_id_index" on "process_approval" ("approver_id", "id")');
    this.addSql(
      'create unique index "process_approval_version_id_approver_id_requested_at_together_u" on "process_approval" ("version_id", "approver_id", "requested_at")',
    );
    this.addSql(
      'alter table "process_template" add constraint "process_template_origin_id_foreign" foreign key ("origin_id") references "process_template" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_template" add constraint "process_template_dispatch_mode_check" check ("dispatch_mode" in (\'REALTIME\', \'SCHEDULED\', \'MANUAL\'))',
    );
    this.addSql(
      'alter table "process_template_version" add constraint "process_template_version_template_id_foreign" foreign key ("template_id") references "process_template" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_template_version" add constraint "process_template_version_based_on_id_foreign" foreign key ("based_on_id") references "process_template_version" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"process_template_version\" add constraint \"process_template_version_status_check\" check (\"status\" in ('DRAFT', 'TESTING', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'PUBLISHED', 'INVALID'))",
    );
    this.addSql(
      'alter table "process_step" add constraint "process_step_version_id_foreign" foreign key ("version_id") references "process_template_version" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"process_step\" add constraint \"process_step_kind_check\" check (\"kind\" in ('START', 'END', 'HUMAN', 'AUTOMATIC', 'EXTERNAL', 'SUBPROCESS', 'GATEWAY', 'TIMER'))",
    );
    this.addSql(
      'alter table "process_step" add constraint "process_step_join_check" check ("join" in (\'ANY\', \'ALL\'))',
    );
    this.addSql(
      'alter table "process_step" add constraint "process_step_split_check" check ("split" in (\'EXCLUSIVE\', \'PARALLEL\'))',
    );
    this.addSql(
      "alter table \"process_step\" add constraint \"process_step_operator_kind_check\" check (\"operator_kind\" in ('POSITION', 'ROLE', 'ORGANIZATION', 'EMPLOYEE'))",
    );
    this.addSql(
      "alter table \"process_step\" add constraint \"process_step_external_system_check\" check (\"external_system\" in ('REMOTE', 'SAME_LEVEL', 'ENTERPRISE', 'OUTSIDE'))",
    );
    this.addSql(
      'alter table "process_parameter" add constraint "process_parameter_version_id_foreign" foreign key ("version_id") references "process_template_version" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_parameter" add constraint "process_parameter_use_check" check ("use" in (\'VARIABLE\', \'INPUT\', \'OUTPUT\'))',
    );
    this.addSql(
      "alter table \"process_parameter\" add constraint \"process_parameter_type_check\" check (\"type\" in ('NUMBER', 'STRING', 'BOOLEAN', 'DATE', 'DATE_TIME', 'DURATION', 'LIST', 'CONTEXT', 'ANY'))",
    );
    this.addSql(
      'alter table "process_flow" add constraint "process_flow_version_id_foreign" foreign key ("version_id") references "process_template_version" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_flow" add constraint "process_flow_kind_check" check ("kind" in (\'SEQUENCE\', \'BRANCH\', \'JUMP\'))',
    );
    this.addSql(
      'alter table "process_time_limit" add constraint "process_time_limit_version_id_foreign" foreign key ("version_id") references "process_template_version" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_approval" add constraint "process_approval_version_id_foreign" foreign key ("version_id") references "process_template_version" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_approval" add constraint "process_approval_approver_id_foreign" foreign key ("approver_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"process_approval\" add constraint \"process_approval_result_check\" check (\"result\" in ('PENDING', 'PASSED', 'REJECTED', 'WITHDRAWN'))",
    );
  }
}
