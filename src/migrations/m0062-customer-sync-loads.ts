import { Migration } from '@mikro-orm/migrations';

export class M0062CustomerSyncLoads extends Migration {
  override up(): void {
    this.addSql(
      'create table "customer_sync_load" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "target_id" uuid not null, "status" text not null, "reason" varchar(500) null, "started_by" varchar(100) not null, "started_at" timestamptz(3) not null, "finished_at" timestamptz(3) null, "customers" int not null, "gathered" int not null, "last_key" uuid null, "gathered_all" boolean not null, primary key ("id"))',
    );
    this.addSql('create index "customer_sync_load_target_id_id_index" on "customer_sync_load" ("target_id", "id")');
    this.addSql('create index "customer_sync_load_status_id_index" on "customer_sync_load" ("status", "id")');
    this.addSql(
      'create unique index "customer_sync_load_target_id_current_unique" on "customer_sync_load" ("target_id") where status = \'RUNNING\'',
    );
    this.addSql('alter table "customer_sync_delivery" add "load_id" uuid null');
    this.addSql(
      'alter table "customer_sync_delivery" add constraint "customer_sync_delivery_load_id_foreign" foreign key ("load_id") references "customer_sync_load" ("id") on update no action on delete restrict',
    );
    this.addSql('create index "customer_sync_delivery_load_id_id_index" on "customer_sync_delivery" ("load_id", "id")');
    this.addSql(
      'create index "customer_sync_delivery_load_waiting" on "customer_sync_delivery" ("load_id") where "status" = \'PENDING\'',
    );
    this.addSql(
      'alter table "customer_sync_load" add constraint "customer_sync_load_target_id_foreign" foreign key ("target_id") references "customer_sync_target" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "customer_sync_load" add constraint "customer_sync_load_status_check" check ("status" in (\'RUNNING\', \'COMPLETED\', \'CANCELLED\'))',
    );
  }
}
