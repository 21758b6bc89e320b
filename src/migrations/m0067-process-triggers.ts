import { Migration } from '@mikro-orm/migrations';

export class M0067ProcessTriggers extends Migration {
  override up(): void {
    this.addSql(
      'create table "process_trigger" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(60) not null, "name" varchar(200) not null, "template_id" uuid not null, "kind" text not null, "event_type" varchar(100) null, "condition" varchar(2000) null, "values" varchar(2000) null, "count" int null, "window_minutes" int null, "scope" text null, "next_at" timestamptz(3) null, "every_minutes" int null, "region_id" uuid null, "active" boolean not null, "saved_by" varchar(100) not null, "position" bigint not null, "since" bigint not null, primary key ("id"))',
    );
    this.addSql('alter table "process_trigger" add constraint "process_trigger_code_unique" unique ("code")');
    this.addSql('create index "process_trigger_template_id_id_index" on "process_trigger" ("template_id", "id")');
    this.addSql('create index "process_trigger_region_id_id_index" on "process_trigger" ("region_id", "id")');
    this.addSql(
      'create table "process_trigger_firing" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "trigger_id" uuid not null, "instance_id" uuid null, "fired_at" timestamptz(3) not null, "error" varchar(500) null, "occasion" varchar(60) not null, "counted_for" uuid null, "position" bigint not null, primary key ("id"))',
    );
    this.addSql(
      'create index "process_trigger_firing_trigger_id_id_index" on "process_trigger_firing" ("trigger_id", "id")',
    );
    this.addSql(
      'create index "process_trigger_firing_instance_id_id_index" on "process_trigger_firing" ("instance_id", "id")',
    );
    this.addSql(
      'create index "process_trigger_firing_counted" on "process_trigger_firing" ("trigger_id", "counted_for", "position") where "counted_for" is not null',
    );
    this.addSql(
      'create unique index "process_trigger_firing_trigger_id_occasion_together_unique" on "process_trigger_firing" ("trigger_id", "occasion")',
    );
    this.addSql(
      'alter table "process_trigger" add constraint "process_trigger_template_id_foreign" foreign key ("template_id") references "process_template" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_trigger" add constraint "process_trigger_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_trigger" add constraint "process_trigger_kind_check" check ("kind" in (\'EVENT\', \'COUNT\', \'TIME\'))',
    );
    this.addSql(
      'alter table "process_trigger" add constraint "process_trigger_scope_check" check ("scope" in (\'SUBJECT\', \'CUSTOMER\'))',
    );
    this.addSql(
      'alter table "process_trigger_firing" add constraint "process_trigger_firing_trigger_id_foreign" foreign key ("trigger_id") references "process_trigger" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "process_trigger_firing" add constraint "process_trigger_firing_instance_id_foreign" foreign key ("instance_id") references "process_instance" ("id") on update no action on delete restrict',
    );
  }
}
