import { Migration } from '@mikro-orm/migrations';

export class M0018PricingOrders extends Migration {
  override up(): void {
    this.addSql(
      'create table "pricing_order" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "order_no" varchar(30) not null, "offering_id" uuid not null, "status" text not null, "charge_types" text[] not null, "charges" jsonb not null, "requested_by" varchar(100) not null, "remark" varchar(1000) null, "due_at" timestamptz(3) not null, "overdue" boolean not null default false, "attempt" int not null default 0, "external_ref" varchar(100) null, "dispatched_at" timestamptz(3) null, "replied_at" timestamptz(3) null, "reply_reason" varchar(500) null, primary key ("id"))',
    );
    this.addSql('alter table "pricing_order" add constraint "pricing_order_order_no_unique" unique ("order_no")');
    this.addSql('create index "pricing_order_offering_id_id_index" on "pricing_order" ("offering_id", "id")');
    this.addSql('create index "pricing_order_status_id_index" on "pricing_order" ("status", "id")');
    this.addSql('create index "pricing_order_requested_by_id_index" on "pricing_order" ("requested_by", "id")');
    this.addSql('create index "pricing_order_due_at_id_index" on "pricing_order" ("due_at", "id")');
    this.addSql(
      'create table "pricing_reply" ("id" uuid not null, "created_at" timestamptz(3) not null, "updated_at" timestamptz(3) not null, "order_no" varchar(30) not null, "reply_id" varchar(100) not null, "pricing_order_id" uuid null, "result" text not null, "reason" varchar(500) null, "replied_at" timestamptz(3) not null, "applied" boolean not null, primary key ("id"))',
    );
    this.addSql('create index "pricing_reply_order_no_id_index" on "pricing_reply" ("order_no", "id")');
    this.addSql('create index "pricing_reply_pricing_order_id_id_index" on "pricing_reply" ("pricing_order_id", "id")');
    this.addSql(
      'create unique index "pricing_reply_order_no_reply_id_together_unique" on "pricing_reply" ("order_no", "reply_id")',
    );
    this.addSql(
      'alter table "pricing_order" add constraint "pricing_order_offering_id_foreign" foreign key ("offering_id") references "offering" ("id") on update no action on delete restrict',
    );
    this.addSql(
      "alter table \"pricing_order\" add constraint \"pricing_order_status_check\" check (\"status\" in ('CREATED', 'DISPATCHED', 'PRICED', 'REFUSED', 'WITHDRAWN'))",
    );
    this.addSql(
      'alter table "pricing_reply" add constraint "pricing_reply_pricing_order_id_foreign" foreign key ("pricing_order_id") references "pricing_order" ("id") on update no action on delete restrict',
    );
    this.addSql(
      'alter table "pricing_reply" add constraint "pricing_reply_result_check" check ("result" in (\'PRICED\', \'REFUSED\'))',
    );
  }
}
