import { Migration } from '@mikro-orm/migrations';

export class M0058FeedAndRegistration extends Migration {
  override up(): void {
    this.addSql(
      'create table "customer_feed_system" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "code" varchar(20) not null, "name" varchar(200) not null, "key_field" varchar(100) not null, "definition" varchar(4000) null, primary key ("id"))',
    );
    this.addSql('alter table "customer_feed_system" add constraint "customer_feed_system_code_unique" unique ("code")');
    this.addSql(
      'create table "customer_feed_run" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "system_id" uuid not null, "started_by" varchar(100) not null, "started_at" timestamptz(3) not null, "finished_at" timestamptz(3) null, "records" int not null, "customers" int not null, "created" int not null, "updated" int not null, "unchanged" int not null, "rejected" int not null, "unmapped_fields" text[] not null, primary key ("id"))',
    );
    this.addSql('create index "customer_feed_run_system_id_id_index" on "customer_feed_run" ("system_id", "id")');
    this.addSql('create index "customer_feed_run_started_at_id_index" on "customer_feed_run" ("started_at", "id")');
    this.addSql(
      'create table "customer_feed_mapping" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "system_id" uuid not null, "field" varchar(60) not null, "source_field" varchar(100) null, "expression" varchar(4000) null, "translations" jsonb null, "strict" boolean not null, "default_value" varchar(300) null, primary key ("id"))',
    );
    this.addSql(
      'create index "customer_feed_mapping_system_id_id_index" on "customer_feed_mapping" ("system_id", "id")',
    );
    this.addSql(
      'create unique index "customer_feed_mapping_system_id_field_together_unique" on "customer_feed_mapping" ("system_id", "field")',
    );
    this.addSql(
      'create table "portal_registration" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "registration_no" varchar(40) not null, "status" text not null, "name" varchar(200) not null, "id_type" text not null, "id_no" varchar(40) not null, "mobile" varchar(40) not null, "email" varchar(200) null, "region_id" uuid not null, "customer_id" uuid null, "requested_at" timestamptz(3) not null, "decided_at" timestamptz(3) null, "remark" varchar(500) null, "code_hash" varchar(200) null, "failures" int not null, primary key ("id"))',
    );
    this.addSql(
      'alter table "portal_registration" add constraint "portal_registration_registration_no_unique" unique ("registration_no")',
    );
    this.addSql('create index "portal_registration_status_id_index" on "portal_registration" ("status", "id")');
    this.addSql('create index "portal_registration_region_id_id_index" on "portal_registration" ("region_id", "id")');
    this.addSql(
      'create index "portal_registration_customer_id_id_index" on "portal_registration" ("customer_id", "id")',
    );
    this.addSql(
      'create index "portal_registration_requested_at_id_index" on "portal_registration" ("requested_at", "id")',
    );
    this.addSql('create index "portal_registration_mobile" on "portal_registration" ("mobile", "requested_at")');
    this.addSql(
      'create table "customer_source_link" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "system_id" uuid not null, "source_id" varchar(100) not null, "customer_id" uuid not null, "origin" boolean not null, "digest" varchar(64) not null, primary key ("id"))',
    );
    this.addSql('create index "customer_source_link_system_id_id_index" on "customer_source_link" ("system_id", "id")');
    this.addSql(
      'create index "customer_source_link_customer_id_id_index" on "customer_source_link" ("customer_id", "id")',
    );
    this.addSql(
      'create unique index "customer_source_link_system_id_source_id_together_unique" on "customer_source_link" ("system_id", "source_id")',
    );
    this.addSql(
      'create table "customer_feed_row" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "run_id" uuid not null, "line" int not null, "source_id" varchar(100) null, "status" text not null, "customer_id" uuid null, "record" jsonb null, "normalised" jsonb null, "reasons" jsonb null, primary key ("id"))',
    );
    this.addSql('create index "customer_feed_row_run_id_id_index" on "customer_feed_row" ("run_id", "id")');
    this.addSql('create index "customer_feed_row_source_id_id_index" on "customer_feed_row" ("source_id", "id")');
    this.addSql('create index "customer_feed_row_status_id_index" on "customer_feed_row" ("status", "id")');
    this.addSql('create index "customer_feed_row_customer_id_id_index" on "customer_feed_row" ("customer_id", "id")');
    this.addSql(
      'create unique index "customer_feed_row_run_id_line_together_unique" on "customer_feed_row" ("run_id", "line")',
    );
    this.addSql(
      'alter table "customer_feed_run" add constraint "customer_feed_run_system_id_foreign" foreign key ("system_id") references "customer_feed_system" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_feed_mapping" add constraint "customer_feed_mapping_system_id_foreign" foreign key ("system_id") references "customer_feed_system" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "portal_registration" add constraint "portal_registration_region_id_foreign" foreign key ("region_id") references "region" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "portal_registration" add constraint "portal_registration_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"portal_registration\" add constraint \"portal_registration_status_check\" check (\"status\" in ('REQUESTED', 'VERIFIED', 'CREATED', 'MAINTAINED', 'REVIEW', 'REJECTED'))",
    );
    this.addSql(
      "alter table \"portal_registration\" add constraint \"portal_registration_id_type_check\" check (\"id_type\" in ('ID_CARD', 'PASSPORT', 'MILITARY_ID', 'TRAVEL_PERMIT', 'DRIVING_LICENCE', 'REGISTRATION_NO'))",
    );
    this.addSql(
      'alter table "customer_source_link" add constraint "customer_source_link_system_id_foreign" foreign key ("system_id") references "customer_feed_system" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_source_link" add constraint "customer_source_link_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_feed_row" add constraint "customer_feed_row_run_id_foreign" foreign key ("run_id") references "customer_feed_run" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_feed_row" add constraint "customer_feed_row_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"customer_feed_row\" add constraint \"customer_feed_row_status_check\" check (\"status\" in ('STAGED', 'CREATED', 'UPDATED', 'UNCHANGED', 'MATCHED', 'NOT_CUSTOMER', 'REJECTED'))",
    );
  }
}
