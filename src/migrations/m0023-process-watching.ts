import { Migration } from '@mikro-orm/migrations';

export class M0023ProcessWatching extends Migration {
  override up(): void {
    this.addSql(
      'create table "process_alarm_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "version_id" uuid not null, "step" varchar(60) null, "place" int not null, "code" varchar(60) not null, "offset_minutes" int not null, "level" text not null, "recipient_kind" text null, "recipient_code" varchar(60) null, "action" text not null, primary key ("id"))',
    );
    this.addSql('create index "process_alarm_rule_version_id_id_index" on "process_alarm_rule" ("version_id", "id")');
    this.addSql(
      'create table "operational_agreement" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "provider_id" uuid not null, "consumer_id" uuid null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql(
      'alter table "operational_agreement" add constraint "operational_agreement_code_unique" unique ("code")',
    );
    this.addSql('create index "operational_agreement_name_id_index" on "operational_agreement" ("name", "id")');
    this.addSql(
      'create index "operational_agreement_name_search" on "operational_agreement" using gin ("name" gin_trgm_ops)',
    );
    this.addSql(
      'create index "operational_agreement_provider_id_id_index" on "operational_agreement" ("provider_id", "id")',
    );
    this.addSql(
      'create index "operational_agreement_consumer_id_id_index" on "operational_agreement" ("consumer_id", "id")',
    );
    this.addSql(
      'create table "operational_limit" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "agreement_id" uuid not null, "template_id" uuid null, "step" varchar(60) null, "minutes" int not null, "working_time" boolean not null, "warn_minutes" int null, primary key ("id"))',
    );
    this.addSql('create index "operational_limit_agreement_id_id_index" on "operational_limit" ("agreement_id", "id")');
    this.addSql('create index "operational_limit_template_id_id_index" on "operational_limit" ("template_id", "id")');
    this.addSql(
      'create table "process_exchange" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "system" varchar(100) not null, "direction" text not null, "kind" text not null, "message_id" varchar(100) not null, "instance_id" uuid not null, "task_id" uuid null, "payload" jsonb not null, "answer" jsonb null, "status" text not null, "attempts" int not null, "error" varchar(2000) null, "sent_at" timestamptz(3) not null, "arrived_at" timestamptz(3) null, primary key ("id"))',
    );
    this.addSql('create index "process_exchange_message_id_id_index" on "process_exchange" ("message_id", "id")');
    this.addSql('create index "process_exchange_instance_id_id_index" on "process_exchange" ("instance_id", "id")');
    this.addSql('create index "process_exchange_task_id_id_index" on "process_exchange" ("task_id", "id")');
    this.addSql('create index "process_exchange_system" on "process_exchange" ("system", "sent_at", "id")');
    this.addSql(
      'create table "monitor_rule" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "metric" text not null, "template_id" uuid null, "step" varchar(60) null, "region_id" uuid null, "alarm_value" numeric not null, "alarm_level" text not null, "recipient_kind" text null, "recipient_code" varchar(60) null, "active" boolean not null, primary key ("id"))',
    );
    this.addSql('alter table "monitor_rule" add constraint "monitor_rule_code_unique" unique ("code")');
    this.addSql('create index "monitor_rule_template_id_id_index" on "monitor_rule" ("template_id", "id")');
    this.addSql('create index "monitor_rule_region_id_id_index" on "monitor_rule" ("region_id", "id")');
    this.addSql(
      'create table "monitor_record" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "rule_id" uuid not null, "instance_id" uuid not null, "day" date not null, "metric" text not null, "value" numeric not null, "measured_at" timestamptz(3) not null, primary key ("id"))',
    );
    this.addSql('create index "monitor_record_rule_id_id_index" on "monitor_record" ("rule_id", "id")');
    this.addSql('create index "monitor_record_instance_id_id_index" on "monitor_record" ("instance_id", "id")');
    this.addSql(
      'create unique index "monitor_record_rule_id_instance_id_day_together_unique" on "monitor_record" ("rule_id", "instance_id", "day")',
    );
    this.addSql(
      'create table "alarm_suppression" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "template_id" uuid null, "instance_id" uuid null, "step" varchar(60) null, "region_id" uuid null, "max_level" text not null, "validity_from" timestamptz(3) not null, "validity_to" timestamptz(3) null, "reason" varchar(2000) not null, "created_by" varchar(100) not null, primary key ("id"))',
    );
    this.addSql('create index "alarm_suppression_template_id_id_index" on "alarm_suppression" ("template_id", "id")');
    this.addSql('create index "alarm_suppression_instance_id_id_index" on "alarm_suppression" ("instance_id", "id")');
    this.addSql('create index "alarm_suppression_region_id_id_index" on "alarm_suppression" ("region_id", "id")');
    this.addSql(
      'create table "process_alarm" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "alarm_no" varchar(40) not null, "instance_id" uuid null, "task_id" uuid null, "step" varchar(60) null, "code" varchar(60) not null, "reason" text not null, "level" text not null, "message" varchar(2000) not null, "due_at" timestamptz(3) null, "recipient_kind" text not null, "recipient_code" varchar(60) not null, "recipient_id" uuid null, "escalated" boolean not null default false, "suppressed_by_id" uuid null, "region_id" uuid null, "raised_at" timestamptz(3) not null, "cleared_at" timestamptz(3) null, "acknowledged_at" timestamptz(3) null, "acknowledged_by" varchar(100) null, "note" varchar(2000) null, "key" varchar(160) not null, "token_id" uuid null, primary key ("id"))',
    );
    this.addSql('alter table "process_alarm" add constraint "process_alarm_alarm_no_unique" unique ("alarm_no")');
    this.addSql('alter table "process_alarm" add constraint "process_alarm_key_unique" unique ("key")');
    this.addSql('create index "process_alarm_instance_id_id_index" on "process_alarm" ("instance_id", "id")');
    this.addSql('create index "process_alarm_task_id_id_index" on "process_alarm" ("task_id", "id")');
    this.addSql('create index "process_alarm_recipient_code_id_index" on "process_alarm" ("recipient_code", "id")');
    this.addSql('create index "process_alarm_recipient_id_id_index" on "process_alarm" ("recipient_id", "id")');
    this.addSql('create index "process_alarm_suppressed_by_id_id_index" on "process_alarm" ("suppressed_by_id", "id")');
    this.addSql('create index "process_alarm_region_id_id_index" on "process_alarm" ("region_id", "id")');
    this.addSql('create index "process_alarm_raised_at_id_index" on "process_alarm" ("raised_at", "id")');
    this.addSql('create index "process_alarm_open" on "process_alarm" ("instance_id") where "cleared_at" is null');
    this.addSql(
      'create table "process_exception" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "instance_id" uuid not null, "alarm_id" uuid null, "code" varchar(60) not null, "message" varchar(2000) not null, "situation" jsonb not null, "owner" varchar(100) not null, "region_id" uuid null, "occurred_at" timestamptz(3) not null, "handled_at" timestamptz(3) null, "handling" text null, "handled_by" varchar(100) null, primary key ("id"))',
    );
    this.addSql('create index "process_exception_instance_id_id_index" on "process_exception" ("instance_id", "id")');
    this.addSql('create index "process_exception_alarm_id_id_index" on "process_exception" ("alarm_id", "id")');
    this.addSql('create index "process_exception_region_id_id_index" on "process_exception" ("region_id", "id")');
    this.addSql('create index "process_exception_occurred_at_id_index" on "process_exception" ("occurred_at", "id")');
    this.addSql('alter table "process_template" add "work_kind" text not null default \'WORK_ORDER\'');
    this.addSql(
      "alter table \"process_template\" add constraint \"process_template_work_kind_check\" check (\"work_kind\" in ('ORDER', 'SERVICE_ORDER', 'WORK_ORDER', 'SUPERVISION_ORDER', 'COLLABORATION_ORDER'))",
    );
    this.addSql(
      'alter table "process_template_version" add "responsible_kind" text null, add "responsible_code" varchar(60) null',
    );
    this.addSql(
      "alter table \"process_template_version\" add constraint \"process_template_version_responsible_kind_check\" check (\"responsible_kind\" in ('POSITION', 'ROLE', 'ORGANIZATION', 'EMPLOYEE'))",
    );
    this.addSql(
      'alter table "process_instance" add "work_kind" text not null default \'WORK_ORDER\', add "overdue" boolean not null default false, add "alarm_level" text null, add "previous_id" uuid null, add "request_system" varchar(100) null, add "request_message" varchar(100) null, add "rejections" int not null default 0, add "roll_backs" int not null default 0, add "exception_count" int not null default 0, add "handed_over" boolean not null default false',
    );
    this.addSql(
      'alter table "process_instance" add constraint "process_instance_previous_id_foreign" foreign key ("previous_id") references "process_instance" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "process_instance_previous_id_id_index" on "process_instance" ("previous_id", "id")');
    this.addSql(
      'create unique index "process_instance_request_system_request_message_current_unique" on "process_instance" ("request_system", "request_message") where request_message is not null',
    );
    this.addSql(
      "alter table \"process_instance\" add constraint \"process_instance_work_kind_check\" check (\"work_kind\" in ('ORDER', 'SERVICE_ORDER', 'WORK_ORDER', 'SUPERVISION_ORDER', 'COLLABORATION_ORDER'))",
    );
    this.addSql(
      "alter table \"process_instance\" add constraint \"process_instance_alarm_level_check\" check (\"alarm_level\" in ('INFO', 'MINOR', 'MAJOR', 'CRITICAL'))",
    );
    this.addSql('alter table "process_token" add "alarmed" boolean not null default false');
    this.addSql(
      'alter table "process_task" add "alarm_level" text null, add "escalated_kind" text null, add "escalated_code" varchar(60) null',
    );
    this.addSql(
      'create index "process_task_escalated" on "process_task" ("escalated_kind", "escalated_code", "due_at", "id") where "status" in (\'PENDING\', \'DISPATCHED\', \'ACCEPTED\', \'IN_PROGRESS\', \'SENT\', \'ACKNOWLEDGED\') and "escalated_kind" is not null',
    );
    this.addSql(
      'create index "process_task_held" on "process_task" ("assignee_id", "due_at", "id") where "status" in (\'PENDING\', \'DISPATCHED\', \'ACCEPTED\', \'IN_PROGRESS\', \'SENT\', \'ACKNOWLEDGED\')',
    );
    this.addSql(
      'create index "process_task_waiting" on "process_task" ("operator_kind", "operator_code", "due_at", "id") where "status" in (\'PENDING\', \'DISPATCHED\', \'ACCEPTED\', \'IN_PROGRESS\', \'SENT\', \'ACKNOWLEDGED\') and "assignee_id" is null',
    );
    this.addSql(
      "alter table \"process_task\" add constraint \"process_task_alarm_level_check\" check (\"alarm_level\" in ('INFO', 'MINOR', 'MAJOR', 'CRITICAL'))",
    );
    this.addSql(
      "alter table \"process_task\" add constraint \"process_task_escalated_kind_check\" check (\"escalated_kind\" in ('POSITION', 'ROLE', 'ORGANIZATION', 'EMPLOYEE'))",
    );
    this.addSql(
      'alter table "process_alarm_rule" add constraint "process_alarm_rule_version_id_foreign" foreign key ("version_id") references "process_template_version" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"process_alarm_rule\" add constraint \"process_alarm_rule_level_check\" check (\"level\" in ('INFO', 'MINOR', 'MAJOR', 'CRITICAL'))",
    );
    this.addSql(
      "alter table \"process_alarm_rule\" add constraint \"process_alarm_rule_recipient_kind_check\" check (\"recipient_kind\" in ('POSITION', 'ROLE', 'ORGANIZATION', 'EMPLOYEE'))",
    );
    this.addSql(
      'alter table "process_alarm_rule" add constraint "process_alarm_rule_action_check" check ("action" in (\'NOTIFY\', \'ESCALATE\'))',
    );
    this.addSql(
      'alter table "operational_agreement" add constraint "operational_agreement_provider_id_foreign" foreign key ("provider_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "operational_agreement" add constraint "operational_agreement_consumer_id_foreign" foreign key ("consumer_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "operational_limit" add constraint "operational_limit_agreement_id_foreign" foreign key ("agreement_id") references "operational_agreement" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "operational_limit" add constraint "operational_limit_template_id_foreign" foreign key ("template_id") references "process_template" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_exchange" add constraint "process_exchange_instance_id_foreign" foreign key ("instance_id") references "process_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_exchange" add constraint "process_exchange_task_id_foreign" foreign key ("task_id") references "process_task" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_exchange" add constraint "process_exchange_direction_check" check ("direction" in (\'IN\', \'OUT\'))',
    );
    this.addSql(
      'alter table "process_exchange" add constraint "process_exchange_kind_check" check ("kind" in (\'TASK\', \'RESULT\', \'QUERY\'))',
    );
    this.addSql(
      'alter table "process_exchange" add constraint "process_exchange_status_check" check ("status" in (\'WAITING\', \'ARRIVED\', \'FAILED\'))',
    );
    this.addSql(
      'alter table "monitor_rule" add constraint "monitor_rule_template_id_foreign" foreign key ("template_id") references "process_template" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "monitor_rule" add constraint "monitor_rule_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"monitor_rule\" add constraint \"monitor_rule_metric_check\" check (\"metric\" in ('AGE', 'DWELL', 'VISITS', 'FAILURES', 'REJECTIONS'))",
    );
    this.addSql(
      "alter table \"monitor_rule\" add constraint \"monitor_rule_alarm_level_check\" check (\"alarm_level\" in ('INFO', 'MINOR', 'MAJOR', 'CRITICAL'))",
    );
    this.addSql(
      "alter table \"monitor_rule\" add constraint \"monitor_rule_recipient_kind_check\" check (\"recipient_kind\" in ('POSITION', 'ROLE', 'ORGANIZATION', 'EMPLOYEE'))",
    );
    this.addSql(
      'alter table "monitor_record" add constraint "monitor_record_rule_id_foreign" foreign key ("rule_id") references "monitor_rule" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "monitor_record" add constraint "monitor_record_instance_id_foreign" foreign key ("instance_id") references "process_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"monitor_record\" add constraint \"monitor_record_metric_check\" check (\"metric\" in ('AGE', 'DWELL', 'VISITS', 'FAILURES', 'REJECTIONS'))",
    );
    this.addSql(
      'alter table "alarm_suppression" add constraint "alarm_suppression_template_id_foreign" foreign key ("template_id") references "process_template" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "alarm_suppression" add constraint "alarm_suppression_instance_id_foreign" foreign key ("instance_id") references "process_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "alarm_suppression" add constraint "alarm_suppression_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"alarm_suppression\" add constraint \"alarm_suppression_max_level_check\" check (\"max_level\" in ('INFO', 'MINOR', 'MAJOR', 'CRITICAL'))",
    );
    this.addSql(
      'alter table "process_alarm" add constraint "process_alarm_instance_id_foreign" foreign key ("instance_id") references "process_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_alarm" add constraint "process_alarm_task_id_foreign" foreign key ("task_id") references "process_task" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_alarm" add constraint "process_alarm_recipient_id_foreign" foreign key ("recipient_id") references "employee" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_alarm" add constraint "process_alarm_suppressed_by_id_foreign" foreign key ("suppressed_by_id") references "alarm_suppression" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_alarm" add constraint "process_alarm_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"process_alarm\" add constraint \"process_alarm_reason_check\" check (\"reason\" in ('DUE_SOON', 'OVERDUE', 'ABNORMAL', 'MEASURE'))",
    );
    this.addSql(
      "alter table \"process_alarm\" add constraint \"process_alarm_level_check\" check (\"level\" in ('INFO', 'MINOR', 'MAJOR', 'CRITICAL'))",
    );
    this.addSql(
      "alter table \"process_alarm\" add constraint \"process_alarm_recipient_kind_check\" check (\"recipient_kind\" in ('POSITION', 'ROLE', 'ORGANIZATION', 'EMPLOYEE'))",
    );
    this.addSql(
      'alter table "process_exception" add constraint "process_exception_instance_id_foreign" foreign key ("instance_id") references "process_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_exception" add constraint "process_exception_alarm_id_foreign" foreign key ("alarm_id") references "process_alarm" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_exception" add constraint "process_exception_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"process_exception\" add constraint \"process_exception_handling_check\" check (\"handling\" in ('RETRY', 'MOVE', 'ROLL_BACK', 'HAND_OVER', 'TERMINATE', 'ANSWER'))",
    );
  }
}
