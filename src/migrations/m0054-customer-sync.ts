import { Migration } from '@mikro-orm/migrations';

export class M0054CustomerSync extends Migration {
  override up(): void {
    this.addSql(
      'create table "customer_sync_target" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "system" text not null, "name" varchar(200) not null, "active" boolean not null, "held_until" timestamptz(3) null, "failures" int not null default 0, "position" bigint not null, primary key ("id"))',
    );
    this.addSql(
      'alter table "customer_sync_target" add constraint "customer_sync_target_system_unique" unique ("system")',
    );
    this.addSql(
      'create table "customer_sync_delivery" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "target_id" uuid not null, "customer_id" uuid not null, "sequence" int not null, "delivery_key" varchar(120) not null, "event_types" text[] not null, "status" text not null, "attempt_count" int not null, "attempt_limit" int not null, "next_attempt_at" timestamptz(3) null, "ended_at" timestamptz(3) null, "external_ref" varchar(200) null, "last_error" varchar(500) null, "content" jsonb null, "lane" smallint not null, primary key ("id"))',
    );
    this.addSql(
      'alter table "customer_sync_delivery" add constraint "customer_sync_delivery_delivery_key_unique" unique ("delivery_key")',
    );
    this.addSql(
      'create index "customer_sync_delivery_target_id_id_index" on "customer_sync_delivery" ("target_id", "id")',
    );
    this.addSql(
      'create index "customer_sync_delivery_customer_id_id_index" on "customer_sync_delivery" ("customer_id", "id")',
    );
    this.addSql('create index "customer_sync_delivery_status_id_index" on "customer_sync_delivery" ("status", "id")');
    this.addSql(
      'create index "customer_sync_delivery_ended_at_id_index" on "customer_sync_delivery" ("ended_at", "id")',
    );
    this.addSql(
      'create index "customer_sync_delivery_waiting" on "customer_sync_delivery" ("target_id", "customer_id", "sequence") where "status" = \'PENDING\'',
    );
    this.addSql(
      'create index "customer_sync_delivery_due" on "customer_sync_delivery" ("target_id", "lane", "next_attempt_at") where "status" = \'PENDING\'',
    );
    this.addSql(
      'create unique index "customer_sync_delivery_target_id_customer_id_sequence_together_" on "customer_sync_delivery" ("target_id", "customer_id", "sequence")',
    );
    this.addSql(
      'create table "customer_sync_attempt" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "delivery_id" uuid not null, "number" int not null, "started_at" timestamptz(3) not null, "duration_ms" int not null, "outcome" text not null, "error" varchar(500) null, primary key ("id"))',
    );
    this.addSql(
      'create index "customer_sync_attempt_delivery_id_id_index" on "customer_sync_attempt" ("delivery_id", "id")',
    );
    this.addSql(
      'alter table "customer_sync_target" add constraint "customer_sync_target_system_check" check ("system" in (\'BILLING\', \'DIRECTORY\', \'FAULT_112\'))',
    );
    this.addSql(
      'alter table "customer_sync_delivery" add constraint "customer_sync_delivery_target_id_foreign" foreign key ("target_id") references "customer_sync_target" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_sync_delivery" add constraint "customer_sync_delivery_customer_id_foreign" foreign key ("customer_id") references "customer" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_sync_delivery" add constraint "customer_sync_delivery_status_check" check ("status" in (\'PENDING\', \'SUCCEEDED\', \'FAILED\'))',
    );
    this.addSql(
      'alter table "customer_sync_attempt" add constraint "customer_sync_attempt_delivery_id_foreign" foreign key ("delivery_id") references "customer_sync_delivery" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_sync_attempt" add constraint "customer_sync_attempt_outcome_check" check ("outcome" in (\'ACCEPTED\', \'REFUSED\', \'NO_ANSWER\'))',
    );
  }
}
