import { Migration } from '@mikro-orm/migrations';

export class M0061OneStop extends Migration {
  override up(): void {
    this.addSql(
      'create table "one_stop_case" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "case_no" varchar(40) not null, "subject" varchar(200) not null, "scope" text not null, "status" text not null, "customer_id" uuid not null, "customer_name" varchar(200) not null, "order_id" uuid null, "order_no" varchar(30) null, "project" varchar(100) null, "place" varchar(400) null, "origin_id" uuid not null, "opened_by" varchar(100) not null, "opened_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, "end_reason" varchar(500) null, primary key ("id"))',
    );
    this.addSql('alter table "one_stop_case" add constraint "one_stop_case_case_no_unique" unique ("case_no")');
    this.addSql('create index "one_stop_case_subject_id_index" on "one_stop_case" ("subject", "id")');
    this.addSql('create index "one_stop_case_subject_search" on "one_stop_case" using gin ("subject" gin_trgm_ops)');
    this.addSql('create index "one_stop_case_status_id_index" on "one_stop_case" ("status", "id")');
    this.addSql('create index "one_stop_case_customer_id_id_index" on "one_stop_case" ("customer_id", "id")');
    this.addSql('create index "one_stop_case_order_id_id_index" on "one_stop_case" ("order_id", "id")');
    this.addSql('create index "one_stop_case_project_id_index" on "one_stop_case" ("project", "id")');
    this.addSql('create index "one_stop_case_origin_id_id_index" on "one_stop_case" ("origin_id", "id")');
    this.addSql('create index "one_stop_case_opened_at_id_index" on "one_stop_case" ("opened_at", "id")');
    this.addSql(
      'create unique index "one_stop_case_order_id_current_unique" on "one_stop_case" ("order_id") where status = \'OPEN\'',
    );
    this.addSql(
      'create table "one_stop_unit" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "one_stop_case_id" uuid not null, "organization_id" uuid not null, "level" text not null, "joined_at" timestamptz(3) not null, primary key ("id"))',
    );
    this.addSql('create index "one_stop_unit_one_stop_case_id_id_index" on "one_stop_unit" ("one_stop_case_id", "id")');
    this.addSql('create index "one_stop_unit_organization_id_id_index" on "one_stop_unit" ("organization_id", "id")');
    this.addSql(
      'create unique index "one_stop_unit_one_stop_case_id_organization_id_together_unique" on "one_stop_unit" ("one_stop_case_id", "organization_id")',
    );
    this.addSql(
      'create table "one_stop_task" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "task_no" varchar(50) not null, "one_stop_case_id" uuid not null, "stage" text not null, "name" varchar(200) not null, "detail" varchar(2000) null, "status" text not null, "organization_id" uuid not null, "level" text not null, "hand_overs" int not null default 0, "due_at" timestamptz(3) null, "given_by" varchar(100) not null, "given_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, "result" varchar(2000) null, "process_instance_id" uuid null, primary key ("id"))',
    );
    this.addSql('alter table "one_stop_task" add constraint "one_stop_task_task_no_unique" unique ("task_no")');
    this.addSql('create index "one_stop_task_one_stop_case_id_id_index" on "one_stop_task" ("one_stop_case_id", "id")');
    this.addSql('create index "one_stop_task_name_id_index" on "one_stop_task" ("name", "id")');
    this.addSql('create index "one_stop_task_name_search" on "one_stop_task" using gin ("name" gin_trgm_ops)');
    this.addSql('create index "one_stop_task_status_id_index" on "one_stop_task" ("status", "id")');
    this.addSql('create index "one_stop_task_organization_id_id_index" on "one_stop_task" ("organization_id", "id")');
    this.addSql(
      'create index "one_stop_task_process_instance_id_id_index" on "one_stop_task" ("process_instance_id", "id")',
    );
    this.addSql(
      'alter table "one_stop_case" add constraint "one_stop_case_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "one_stop_case" add constraint "one_stop_case_order_id_foreign" foreign key ("order_id") references "customer_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "one_stop_case" add constraint "one_stop_case_origin_id_foreign" foreign key ("origin_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "one_stop_case" add constraint "one_stop_case_scope_check" check ("scope" in (\'INTERNATIONAL\', \'INTER_PROVINCE\', \'INTRA_PROVINCE\'))',
    );
    this.addSql(
      'alter table "one_stop_case" add constraint "one_stop_case_status_check" check ("status" in (\'OPEN\', \'COMPLETED\', \'CANCELLED\'))',
    );
    this.addSql(
      'alter table "one_stop_unit" add constraint "one_stop_unit_one_stop_case_id_foreign" foreign key ("one_stop_case_id") references "one_stop_case" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "one_stop_unit" add constraint "one_stop_unit_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "one_stop_unit" add constraint "one_stop_unit_level_check" check ("level" in (\'HEADQUARTERS\', \'PROVINCE\', \'LOCAL_NETWORK\'))',
    );
    this.addSql(
      'alter table "one_stop_task" add constraint "one_stop_task_one_stop_case_id_foreign" foreign key ("one_stop_case_id") references "one_stop_case" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "one_stop_task" add constraint "one_stop_task_organization_id_foreign" foreign key ("organization_id") references "party" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "one_stop_task" add constraint "one_stop_task_process_instance_id_foreign" foreign key ("process_instance_id") references "process_instance" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"one_stop_task\" add constraint \"one_stop_task_stage_check\" check (\"stage\" in ('REQUIREMENT', 'PRODUCTION', 'DELIVERY', 'PROJECT'))",
    );
    this.addSql(
      'alter table "one_stop_task" add constraint "one_stop_task_status_check" check ("status" in (\'OPEN\', \'DONE\', \'CANCELLED\'))',
    );
    this.addSql(
      'alter table "one_stop_task" add constraint "one_stop_task_level_check" check ("level" in (\'HEADQUARTERS\', \'PROVINCE\', \'LOCAL_NETWORK\'))',
    );
  }
}
